package org.dudao.plan.reading.document;

import java.util.ArrayList;
import java.util.List;
import org.dudao.plan.reading.wording.Numbering;
import org.dudao.plan.reading.wording.Sentences;
import org.dudao.plan.reading.wording.Wording;

/** Text copied from a page has a line break at each line's end: lines of one width, most of them cut inside a sentence. */
final class LineBreaks {

    private static final int NARROWEST = 18;
    private static final int WIDEST = 70;

    private LineBreaks() {}

    static List<String> mended(List<String> lines) {
        List<String> written =
                lines.stream().map(String::strip).filter(l -> !l.isEmpty()).toList();
        int[] lengths = written.stream().mapToInt(String::length).sorted().toArray();
        int width = lengths.length < 8 ? 0 : lengths[lengths.length * 95 / 100 - (lengths.length > 19 ? 0 : 1)];
        long full = written.stream().filter(l -> isFull(l, width)).count();
        long cut = written.stream()
                .filter(l -> isFull(l, width) && !Sentences.endsIn(l))
                .count();
        boolean wrapped = width >= NARROWEST
                && width <= WIDEST
                && lengths[lengths.length - 1] <= width * 1.3
                && full * 2 > written.size()
                && cut * 2 > full;
        return wrapped ? joined(written, width) : lines;
    }

    private static boolean isFull(String line, int width) {
        return line.length() >= width - 4;
    }

    private static List<String> joined(List<String> lines, int width) {
        List<String> joined = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        String before = "";
        for (String line : lines) {
            boolean goesOn = isFull(before, width)
                    && (Numbering.at(Wording.matched(line)).isEmpty() || !Sentences.endsIn(before));
            if (!open.isEmpty() && !goesOn) {
                joined.add(open.toString());
                open.setLength(0);
            }
            open.append(line);
            before = line;
        }
        joined.add(open.toString());
        return joined;
    }
}
