package org.dudao.plan.reading.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dudao.plan.reading.wording.Numbering;
import org.dudao.plan.reading.wording.PageNumbers;
import org.dudao.plan.reading.wording.Wording;

/** Page formats know only lines at places on pages: paragraphs are put together again from indents, short last lines and numbering. */
final class Typeset {

    record Line(String text, float x, float end, float height) {}

    private Typeset() {}

    /** The same line (but for its digits) on most pages is a header or footer; a lone number is a page number. */
    private static List<Line> withoutRunningHeads(List<Line> lines, int pages) {
        Map<String, Integer> seen = new HashMap<>();
        lines.forEach(line -> seen.merge(line.text().replaceAll("\\d+", "#"), 1, Integer::sum));
        return lines.stream()
                .filter(line -> !PageNumbers.isOne(line.text()))
                .filter(line -> pages < 3 || seen.getOrDefault(line.text().replaceAll("\\d+", "#"), 0) * 2 <= pages)
                .toList();
    }

    static List<String> paragraphs(List<Line> all, int pages) {
        List<Line> lines = withoutRunningHeads(all, pages);
        double left = lines.stream()
                .mapToDouble(Line::x)
                .sorted()
                .skip(lines.size() / 20)
                .findFirst()
                .orElse(0);
        double right = lines.stream()
                .mapToDouble(Line::end)
                .sorted()
                .skip(lines.size() * 19L / 20)
                .findFirst()
                .orElse(0);
        List<String> paragraphs = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        Line before = null;
        for (Line line : lines) {
            boolean starts = before == null
                    || line.x() > left + line.height() * 0.8
                    || before.end() < right - before.height() * 2.5
                    || (Numbering.at(Wording.matched(line.text())).isPresent() && endsSentence(before.text()));
            if (starts && !open.isEmpty()) {
                paragraphs.add(open.toString());
                open.setLength(0);
            }
            open.append(line.text());
            before = line;
        }
        paragraphs.add(open.toString());
        return paragraphs;
    }

    private static boolean endsSentence(String text) {
        return !text.isEmpty() && "。！？；.!?;".indexOf(text.charAt(text.length() - 1)) >= 0;
    }
}
