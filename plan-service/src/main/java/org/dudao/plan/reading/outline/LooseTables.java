package org.dudao.plan.reading.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dudao.plan.reading.document.Paragraph;
import org.dudao.plan.reading.document.Tables;
import org.dudao.plan.reading.wording.Numbering;
import org.dudao.plan.reading.wording.Wording;

/** Tables in plain text: rows of a Markdown table, or cells that copying from a web page has put one below the other. */
final class LooseTables {

    private static final int LONGEST_COLUMN_NAME = 12;
    private static final int MOST_COLUMNS = 16;

    private LooseTables() {}

    static List<Paragraph> gathered(List<Paragraph> paragraphs) {
        List<Paragraph> gathered = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            int end = endOfBarred(paragraphs, i);
            Optional<List<Paragraph>> barred = end - i < 2
                    ? Optional.empty()
                    : Tables.rows(paragraphs.subList(i, end).stream()
                            .map(p -> cells(p.text()))
                            .toList());
            if (barred.isPresent()) {
                gathered.addAll(barred.get());
                i = end - 1;
                continue;
            }
            int columns = columnsBelow(paragraphs, i);
            int after = columns < 2 ? i : cellsBelowEachOther(paragraphs, i, columns, gathered);
            if (after > i) {
                i = after - 1;
            } else {
                gathered.add(paragraphs.get(i));
            }
        }
        return gathered;
    }

    private static int endOfBarred(List<Paragraph> paragraphs, int from) {
        int i = from;
        while (i < paragraphs.size()
                && paragraphs.get(i).row() == null
                && cells(paragraphs.get(i).text()).size() >= 2) {
            i++;
        }
        return i;
    }

    private static List<String> cells(String line) {
        String stripped = line.strip();
        if (stripped.indexOf('|') < 0 && stripped.indexOf('\t') < 0) {
            return List.of();
        }
        String inner = stripped.replaceAll("^\\||\\|$", "");
        return List.of(inner.split("\\s*[|\\t]\\s*", -1));
    }

    /** How many column names follow each other, one a line, beginning with 序号. */
    private static int columnsBelow(List<Paragraph> paragraphs, int from) {
        if (!Wording.matched(paragraphs.get(from).text()).replace(" ", "").equals("序号")) {
            return 0;
        }
        int columns = 0;
        for (int i = from; i < Math.min(paragraphs.size(), from + 2 * MOST_COLUMNS); i++) {
            String text = paragraphs.get(i).text().strip();
            if (text.isEmpty()) {
                continue;
            }
            if (text.length() > LONGEST_COLUMN_NAME
                    || number(text).isPresent()
                    || Numbering.at(Wording.matched(text)).isPresent()) {
                break;
            }
            columns++;
        }
        return columns > MOST_COLUMNS ? 0 : columns;
    }

    private static int cellsBelowEachOther(
            List<Paragraph> paragraphs, int from, int columns, List<Paragraph> gathered) {
        List<List<String>> grid = new ArrayList<>();
        List<String> row = new ArrayList<>();
        int i = from;
        for (; i < paragraphs.size(); i++) {
            String text = paragraphs.get(i).text().strip();
            if (text.isEmpty()) {
                continue;
            }
            boolean chapter = Numbering.at(Wording.matched(text)).isPresent();
            if (row.size() == columns
                    || chapter
                    || (!grid.isEmpty() && number(text).isPresent())) {
                if (!row.isEmpty()) {
                    grid.add(row);
                }
                row = new ArrayList<>();
                if (!chapter && !grid.isEmpty() && number(text).isEmpty()) {
                    break;
                }
            }
            row.add(text);
            if (chapter) {
                grid.add(row);
                row = new ArrayList<>();
            }
        }
        if (!row.isEmpty()) {
            grid.add(row);
        }
        Optional<List<Paragraph>> rows = Tables.rows(grid);
        rows.ifPresent(gathered::addAll);
        return rows.isPresent() ? i : from;
    }

    private static Optional<String> number(String text) {
        return text.matches("\\d{1,3}") ? Optional.of(text) : Optional.empty();
    }
}
