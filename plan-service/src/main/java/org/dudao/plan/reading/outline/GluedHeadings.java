package org.dudao.plan.reading.outline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.dudao.plan.reading.document.Paragraph;
import org.dudao.plan.reading.wording.Numbering;
import org.dudao.plan.reading.wording.Numbering.Style;
import org.dudao.plan.reading.wording.Wording;

/** Headings that run on inside a paragraph, found by the number that comes next; some sites lose every line break of a document. */
final class GluedHeadings {

    private static final int LONGEST_HEADING = 40;

    /** A measure hardly holds more numbers; the bound keeps the search linear for any text. */
    private static final int MOST_CANDIDATES = 100;

    private static final String STOPS = "。;!?…:；！？";

    private final Map<Style, Integer> last = new EnumMap<>(Style.class);
    private final List<Paragraph> apart = new ArrayList<>();
    private final boolean allGlued;
    private NavigableMap<Integer, Numbering> candidates = new TreeMap<>();

    private GluedHeadings(boolean allGlued) {
        this.allGlued = allGlued;
    }

    static List<Paragraph> apart(List<Paragraph> paragraphs) {
        long all = 0;
        long heavy = 0;
        for (Paragraph paragraph : paragraphs) {
            all += paragraph.text().length();
            heavy += candidates(paragraph.text()).size() >= 3 ? paragraph.text().length() : 0;
        }
        GluedHeadings glued = new GluedHeadings(heavy * 2 > all);
        for (int i = 0; i < paragraphs.size(); i++) {
            glued.take(
                    paragraphs.get(i),
                    i + 1 < paragraphs.size() ? paragraphs.get(i + 1).text() : "");
        }
        return glued.apart;
    }

    private void take(Paragraph paragraph, String next) {
        String text = paragraph.text();
        String matched = Wording.matched(text);
        candidates = allGlued ? candidates(text) : candidates;
        int from = 0;
        int begin = 0;
        Optional<Numbering> own = Numbering.at(matched);
        if (own.isPresent()) {
            last.put(own.get().style(), own.get().number());
            begin = own.get().length();
        }
        int stop = begin;
        for (int i = begin; i < text.length() && paragraph.row() == null; i++) {
            char c = matched.charAt(i);
            Optional<Numbering> number = mayBegin(c) && i > 0 ? at(matched, i) : Optional.empty();
            if (number.isPresent() && belongs(number.get(), matched, i, stop, from, next)) {
                int cut = cut(number.get(), matched, i, stop);
                if (cut > from) {
                    add(paragraph, text.substring(from, cut), from > 0);
                }
                if (cut < i) {
                    add(paragraph, text.substring(cut, i), true);
                }
                from = i;
                last.put(number.get().style(), number.get().number());
                i += number.get().length() - 1;
                stop = i + 1;
            } else if (STOPS.indexOf(c) >= 0) {
                stop = i + 1;
            }
        }
        add(paragraph, text.substring(from), from > 0);
    }

    /** Some text before the number, after the last stop: a heading that has lost its own line (…。平安工程(三)守牢安全底线). */
    private static int cut(Numbering number, String matched, int at, int stop) {
        String between = matched.substring(stop, at).strip();
        return number.style() == Style.CHINESE_BRACKET
                        && !between.isEmpty()
                        && stop > 0
                        && matched.charAt(stop - 1) == '。'
                ? stop
                : at;
    }

    private void add(Paragraph paragraph, String text, boolean glued) {
        if (!text.isBlank()) {
            apart.add(new Paragraph(text.strip(), glued ? 0 : paragraph.level(), paragraph.row(), glued));
        }
    }

    private boolean belongs(Numbering number, String matched, int at, int stop, int from, String next) {
        Style style = number.style();
        if (style.isInline() || matched.length() < at + number.length() + 2 || at - stop > 2 * LONGEST_HEADING) {
            return false;
        }
        int before = last.getOrDefault(style, 0);
        String gap = matched.substring(stop, at).strip();
        boolean afterStop = gap.isEmpty() && at > from;
        boolean heading = at - stop <= LONGEST_HEADING
                && gap.indexOf(',') < 0
                && (stop == from || Numbering.at(matched, from).isPresent());
        boolean headsText = heading && stop <= from + 8;
        if (number.number() == before + 1 && before > 0) {
            return afterStop
                    || (allGlued && headsText && !gap.isEmpty())
                    || (style == Style.CHINESE_BRACKET
                            && at - stop <= LONGEST_HEADING
                            && stop > 0
                            && gap.indexOf(',') < 0);
        }
        if (number.number() != 1) {
            return false;
        }
        return allGlued
                ? (afterStop || headsText) && follows(style, 2, at + number.length())
                : headsText && (isTitle(gap) || carriedOn(style, next));
    }

    private static boolean isTitle(String text) {
        return text.matches(".*(?:要点|计划|安排|打算|思路|总结)");
    }

    private static boolean carriedOn(Style style, String next) {
        return Numbering.at(Wording.matched(next))
                .filter(n -> n.number() == 2 && n.style() == style
                        || n.number() == 1 && n.style().ordinal() > style.ordinal())
                .isPresent();
    }

    /** The following number of the same style stands after a later stop. */
    private boolean follows(Style style, int number, int from) {
        int examined = 0;
        for (Numbering candidate : candidates.tailMap(from, true).values()) {
            if (candidate.style() == style && candidate.number() == number) {
                return true;
            }
            if (++examined == MOST_CANDIDATES) {
                return false;
            }
        }
        return false;
    }

    private static Optional<Numbering> at(String matched, int i) {
        return Numbering.at(matched, i)
                .or(() ->
                        isAfterStop(matched, i) ? Numbering.bareAt(matched, i, Style.ARABIC_POINT) : Optional.empty());
    }

    /** The numbers that stand after a stop, by their places. */
    private static NavigableMap<Integer, Numbering> candidates(String text) {
        String matched = Wording.matched(text);
        NavigableMap<Integer, Numbering> candidates = new TreeMap<>();
        for (int i = 1; i < matched.length(); i++) {
            if (mayBegin(matched.charAt(i)) && isAfterStop(matched, i)) {
                int place = i;
                at(matched, i).filter(n -> !n.style().isInline()).ifPresent(n -> candidates.put(place, n));
            }
        }
        return candidates;
    }

    private static boolean isAfterStop(String matched, int at) {
        int before = at - 1;
        while (before >= 0 && matched.charAt(before) == ' ') {
            before--;
        }
        return before >= 0 && (STOPS.indexOf(matched.charAt(before)) >= 0 || matched.charAt(before) == ')');
    }

    private static boolean mayBegin(char c) {
        return "(第一二三四五六七八九十-".indexOf(c) >= 0 || (c >= '0' && c <= '9');
    }
}
