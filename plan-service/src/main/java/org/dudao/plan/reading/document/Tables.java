package org.dudao.plan.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dudao.plan.reading.wording.Numbering;
import org.dudao.plan.reading.wording.Wording;
import org.jspecify.annotations.Nullable;

/** Plans kept in tables: a row is a measure. */
public final class Tables {

    private static final String ORDINAL = "序号|编号|号";
    private static final String CHAPTER = ".*(?:类别|章节|分类|板块|领域|工作类型|项目类别).*";
    private static final String TASK = ".*(?:任务|举措|内容|事项|措施|工作|项目|要点).*";
    private static final String LEAD = ".*(?:牵头|责任|主办|承办|负责|主要责任).*";
    private static final String DUE = ".*(?:时限|期限|时间|节点|进度|完成日期).*";

    private Tables() {}

    /** @return nothing for a table whose column names we don't know */
    public static Optional<List<Paragraph>> rows(List<List<String>> grid) {
        int head = head(grid);
        if (head < 0) {
            return Optional.empty();
        }
        List<Paragraph> paragraphs = new ArrayList<>();
        grid.subList(0, head).stream()
                .flatMap(List::stream)
                .distinct()
                .filter(cell -> !cell.isBlank())
                .map(Paragraph::of)
                .forEach(paragraphs::add);
        List<String> names = grid.get(head).stream().map(Tables::plain).toList();
        String chapter = "";
        for (List<String> cells : grid.subList(head + 1, grid.size())) {
            List<String> filled = cells.stream()
                    .map(String::strip)
                    .filter(c -> !c.isEmpty())
                    .distinct()
                    .toList();
            if (filled.isEmpty()
                    || filled.stream().allMatch(c -> c.matches("[-: ]+"))
                    || names.equals(cells.stream().map(Tables::plain).toList())) {
                continue;
            }
            if (filled.size() == 1 && cells.size() != 2) {
                paragraphs.add(Paragraph.of(filled.getFirst()));
                continue;
            }
            String named = cell(cells, column(names, CHAPTER));
            if (!named.isEmpty() && !named.equals(chapter)) {
                chapter = named;
                paragraphs.add(
                        Numbering.at(Wording.matched(named)).isPresent()
                                ? Paragraph.of(named)
                                : Paragraph.heading(named, 1));
            }
            TableRow row = row(names, cells);
            if (!row.text().isBlank()) {
                paragraphs.add(Paragraph.of(row));
            }
        }
        return Optional.of(paragraphs);
    }

    private static TableRow row(List<String> names, List<String> cells) {
        int task = column(names, TASK);
        int ordinalAt = column(names, ORDINAL);
        String ordinal = cell(cells, ordinalAt);
        String what = cell(cells, task);
        int numbered =
                Numbering.at(Wording.matched(what)).map(Numbering::length).orElse(0);
        if (ordinal.isEmpty() && numbered > 0) {
            ordinal = what.substring(0, numbered).strip();
            what = what.substring(numbered).strip();
        }
        List<String> lines = new ArrayList<>();
        lines.add(what);
        for (int i = 0; i < cells.size(); i++) {
            String cell = cell(cells, i);
            if (i != task && i != ordinalAt && i != column(names, CHAPTER) && !cell.isEmpty()) {
                lines.add((i < names.size() && !names.get(i).isEmpty() ? names.get(i) + "：" : "") + cell);
            }
        }
        return new TableRow(
                ordinal,
                lines.stream().filter(line -> !line.isBlank()).collect(Collectors.joining("\n")),
                suggestion(cell(cells, column(names, LEAD))),
                suggestion(cell(cells, column(names, DUE))));
    }

    private static @Nullable String suggestion(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    /** The first row that names a task and something about it. */
    private static int head(List<List<String>> grid) {
        for (int i = 0; i < Math.min(4, grid.size() - 1); i++) {
            List<String> names = grid.get(i).stream().map(Tables::plain).toList();
            boolean known = names.size() >= 2 && names.stream().allMatch(n -> n.length() <= 16);
            if (known
                    && column(names, TASK) >= 0
                    && (column(names, ORDINAL) >= 0 || column(names, LEAD) >= 0 || column(names, DUE) >= 0)) {
                return i;
            }
        }
        return -1;
    }

    /** The task's column is the first of its kind that is not the unit's, the date's or the chapter's. */
    private static int column(List<String> names, String pattern) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean other = pattern.equals(TASK)
                    && (name.matches(LEAD) || name.matches(DUE) || name.matches(CHAPTER) || name.matches(ORDINAL));
            if (name.matches(pattern) && !other) {
                return i;
            }
        }
        return -1;
    }

    private static String plain(String cell) {
        return Wording.matched(cell).replaceAll("\\s", "");
    }

    private static String cell(List<String> cells, int at) {
        return at < 0 || at >= cells.size() ? "" : cells.get(at).strip();
    }
}
