package org.dudao.plan.reading.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dudao.plan.reading.wording.Numbering;
import org.dudao.plan.reading.wording.PageNumbers;
import org.dudao.plan.reading.wording.Wording;

/** Page formats know only lines at places on pages: paragraphs are put together again from indents, short last lines and numbering. */
final class Typeset {

    record Line(String text, float x, float end, float height) {}

    private Typeset() {}

    /** How far from the edge of a page a header or footer stands, in lines. */
    private static final int EDGE = 3;

    /** The same line (but for its digits) at the edge of most pages is a header or footer; a lone number is a page number. */
    private static List<Line> withoutRunningHeads(List<List<Line>> pages) {
        Map<String, Integer> seen = new HashMap<>();
        pages.forEach(page -> atEdge(page).forEach(line -> seen.merge(likeness(line), 1, Integer::sum)));
        List<Line> kept = new ArrayList<>();
        for (List<Line> page : pages) {
            Set<Line> edge = Collections.newSetFromMap(new IdentityHashMap<>());
            edge.addAll(atEdge(page));
            page.stream()
                    .filter(line -> !PageNumbers.isOne(line.text()))
                    .filter(line -> pages.size() < 3
                            || !edge.contains(line)
                            || seen.getOrDefault(likeness(line), 0) * 2 <= pages.size())
                    .forEach(kept::add);
        }
        return kept;
    }

    private static List<Line> atEdge(List<Line> page) {
        return page.size() <= 2 * EDGE
                ? page
                : Stream.concat(page.stream().limit(EDGE), page.stream().skip(page.size() - EDGE))
                        .toList();
    }

    private static String likeness(Line line) {
        return line.text().replaceAll("\\d+", "#");
    }

    static List<String> paragraphs(List<List<Line>> pages) {
        List<Line> lines = withoutRunningHeads(pages);
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
