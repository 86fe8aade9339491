package org.dudao.task.organising;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dudao.startup.Problem;
import org.dudao.task.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * What became of each row of a sheet. With one wrong row nothing is saved, so that a half-read sheet never has to be
 * told from a whole one.
 *
 * @param saved false for a preview, and when a row is wrong
 * @param rows the wrong ones first, then what is new or changes; at most 1,000
 */
public record SheetReport(boolean saved, int created, int changed, int unchanged, int wrong, List<Line> rows) {

    private static final int MOST_ROWS = 1_000;
    private static final Pattern PLACE = Pattern.compile("\\w+\\[(\\d+)]\\.(\\w+)");

    /** What a row does, the worst first. */
    public enum RowOutcome {
        WRONG,
        CREATED,
        CHANGED,
        UNCHANGED
    }

    /** @param row as the spreadsheet counts it */
    public record Line(
            int row, @Nullable String id, @Nullable String name, RowOutcome outcome, List<Problem.Field> errors) {}

    /** @param wrong with fields such as {@code units[3].name}, counted from the first row of data */
    static SheetReport of(
            boolean saved, List<Sheet.Row> sheet, Map<String, RowOutcome> outcomes, List<Problem.Field> wrong) {
        Map<Integer, List<Problem.Field>> errors = wrong.stream()
                .collect(Collectors.groupingBy(
                        f -> Integer.parseInt(match(f).group(1)),
                        Collectors.mapping(
                                f -> new Problem.Field(match(f).group(2), f.zh(), f.en()), Collectors.toList())));
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < sheet.size(); i++) {
            Sheet.Row row = sheet.get(i);
            String id = row.text("id");
            List<Problem.Field> own = errors.getOrDefault(i, List.of());
            RowOutcome outcome =
                    own.isEmpty() ? outcomes.getOrDefault(String.valueOf(id), RowOutcome.UNCHANGED) : RowOutcome.WRONG;
            lines.add(new Line(row.number(), id, row.text("name"), outcome, own));
        }
        List<Line> shown = lines.stream()
                .filter(l -> l.outcome() != RowOutcome.UNCHANGED)
                .sorted(Comparator.comparing(Line::outcome))
                .limit(MOST_ROWS)
                .toList();
        return new SheetReport(
                saved,
                count(lines, RowOutcome.CREATED),
                count(lines, RowOutcome.CHANGED),
                count(lines, RowOutcome.UNCHANGED),
                count(lines, RowOutcome.WRONG),
                shown);
    }

    private static Matcher match(Problem.Field field) {
        Matcher matcher = PLACE.matcher(field.field());
        if (!matcher.matches()) {
            throw new IllegalStateException("an error names no row: " + field.field());
        }
        return matcher;
    }

    private static int count(List<Line> lines, RowOutcome outcome) {
        return (int) lines.stream().filter(l -> l.outcome() == outcome).count();
    }
}
