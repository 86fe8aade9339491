package org.dudao.plan.reading.outline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dudao.plan.reading.document.Paragraph;
import org.dudao.plan.reading.document.TableRow;
import org.dudao.plan.reading.wording.Numbering;
import org.dudao.plan.reading.wording.Numbering.Style;
import org.dudao.plan.reading.wording.Sentences;
import org.dudao.plan.reading.wording.Wording;

/**
 * The tree of headings. Which numbering style is which level differs from document to document and from chapter to chapter; that
 * numbers run on, and that a list begins with its first, does not.
 */
final class Headings {

    static final int LONGEST = 40;

    /** A number lost now and then is tolerated; a number that goes back is no heading. */
    private static final int WIDEST_GAP = 3;

    private record Level(Heading heading, int number) {}

    private final List<Heading> top = new ArrayList<>();
    private final List<Level> open = new ArrayList<>();
    private final Map<Style, Integer> lastNumber = new EnumMap<>(Style.class);
    private final Map<Style, Integer> usualDepth = new EnumMap<>(Style.class);
    private final List<String> gaps = new ArrayList<>();

    record Tree(List<Heading> top, List<String> gaps) {}

    static Tree of(List<Paragraph> body) {
        Headings headings = new Headings();
        List<Integer> levels = body.stream()
                .map(Paragraph::level)
                .filter(l -> l > 0)
                .distinct()
                .sorted()
                .toList();
        for (int i = 0; i < body.size(); i++) {
            Paragraph next = i + 1 < body.size() ? body.get(i + 1) : Paragraph.of("");
            headings.take(body.get(i), next, levels.indexOf(body.get(i).level()));
        }
        return new Tree(headings.top, headings.gaps);
    }

    private void take(Paragraph paragraph, Paragraph next, int wordDepth) {
        String text = paragraph.text();
        String matched = Wording.matched(text);
        if (paragraph.row() != null) {
            row(paragraph.row(), paragraph);
            return;
        }
        Optional<Numbering> numbering = Numbering.at(matched).or(() -> bare(matched));
        if (numbering.isPresent()) {
            Numbering n = numbering.get();
            int depth = depth(n);
            if (depth >= 0) {
                noteGap(n, text);
                lastNumber.put(n.style(), n.number());
                usualDepth.put(n.style(), depth);
                String rest = text.substring(n.length()).strip();
                add(depth, new Heading(n.written(text), n.style(), rest, null, paragraph.glued()), n.number());
                return;
            }
            if (isChunkMark(n)) {
                continued(text.substring(n.length()).strip());
                return;
            }
        }
        unnumbered(paragraph, next, wordDepth);
    }

    private Optional<Numbering> bare(String matched) {
        return open.reversed().stream()
                .filter(level -> level.heading.style != null)
                .flatMap(level ->
                        Numbering.bareAt(matched, 0, level.heading.style)
                                .filter(n -> n.number() == level.number + 1)
                                .stream())
                .findFirst();
    }

    /** @return where the number belongs, or -1 where it belongs nowhere */
    private int depth(Numbering n) {
        for (int depth = open.size() - 1; depth >= 0; depth--) {
            Level level = open.get(depth);
            if (level.heading.style == n.style()) {
                boolean runsOn = n.number() > level.number && n.number() <= level.number + WIDEST_GAP;
                return runsOn || n.number() == 1 ? depth : -1;
            }
        }
        int last = lastNumber.getOrDefault(n.style(), 0);
        if (last > 0 && n.number() > last && n.number() <= last + WIDEST_GAP) {
            return Math.min(usualDepth.getOrDefault(n.style(), open.size()), open.size());
        }
        if (n.number() > 2) {
            return open.isEmpty() && n.number() <= WIDEST_GAP + 1 ? 0 : -1;
        }
        boolean outermost = open.stream()
                .allMatch(l -> l.heading.style != null
                        && l.heading.style.ordinal() > n.style().ordinal());
        return outermost ? 0 : open.size();
    }

    private void noteGap(Numbering n, String text) {
        int last = open.stream()
                .filter(l -> l.heading.style == n.style())
                .map(Level::number)
                .findFirst()
                .orElse(lastNumber.getOrDefault(n.style(), 0));
        if (last > 0 && n.number() > last + 1) {
            gaps.add(n.written(text));
        }
    }

    private void add(int depth, Heading heading, int number) {
        while (open.size() > depth) {
            open.removeLast();
        }
        (depth == 0 ? top : open.getLast().heading.below).add(heading);
        open.add(new Level(heading, number));
    }

    private void row(TableRow row, Paragraph paragraph) {
        boolean chapterOpen = !open.isEmpty() && open.getFirst().heading.row == null;
        add(chapterOpen ? 1 : 0, new Heading(row.ordinal(), null, row.text(), row, false), 0);
    }

    /** A number that fits nowhere, inside a sentence: a mark that a web page has cut the text with. */
    private boolean isChunkMark(Numbering n) {
        return n.style().isArabic() && !open.isEmpty() && !openText().isEmpty() && !Sentences.endsIn(openText());
    }

    private StringBuilder openText() {
        return open.getLast().heading.own.getLast();
    }

    private void continued(String text) {
        openText().append(text);
    }

    private void unnumbered(Paragraph paragraph, Paragraph next, int wordDepth) {
        String text = paragraph.text();
        if (wordDepth >= 0 && text.length() <= LONGEST * 2) {
            add(Math.min(wordDepth, open.size()), new Heading("", null, text, null, false), 0);
        } else if (isChapter(paragraph, next)) {
            add(0, new Heading("", null, text, null, false), 0);
        } else if (open.isEmpty()) {
            add(0, new Heading("", null, text, null, false), 0);
        } else {
            int lost = lostNumber(next);
            if (lost >= 0) {
                Style style =
                        Numbering.at(Wording.matched(next.text())).orElseThrow().style();
                int number =
                        Numbering.at(Wording.matched(next.text())).orElseThrow().number() - 1;
                lastNumber.put(style, number);
                usualDepth.put(style, lost);
                gaps.add(text.substring(0, Math.min(12, text.length())));
                add(lost, new Heading("", style, text, null, false), number);
            } else if (Sentences.isCutOff(openText().toString(), LONGEST)) {
                continued(text);
            } else {
                open.getLast().heading.own.add(new StringBuilder(text));
            }
        }
    }

    private static boolean isShort(String text) {
        return text.length() <= 30 && !Sentences.endsIn(text) && text.indexOf('，') < 0;
    }

    /** A short line that heads what follows, with no number of its own or with the number lost. */
    private boolean isChapter(Paragraph paragraph, Paragraph next) {
        String text = paragraph.text();
        if (!isShort(text)) {
            return false;
        }
        Optional<Numbering> following = Numbering.at(Wording.matched(next.text()));
        boolean headsList = following
                .filter(n -> usualDepth.getOrDefault(n.style(), 9) <= 1)
                .isPresent();
        boolean headsText = following.isEmpty()
                && next.text().length() > LONGEST
                && Wording.matched(text).matches(".*(?:重点|要点|工作|工程|任务|保障|措施|目标|思路|要求)$");
        return (headsList && (paragraph.glued() || following.get().number() == 1) && !isChapterOpenWithoutText())
                || (headsText && (top.isEmpty() || open.size() > 1 || isFlat()));
    }

    private boolean isChapterOpenWithoutText() {
        return open.size() == 1
                && open.getFirst().heading.own.size() == 1
                && open.getFirst().heading.length() <= LONGEST;
    }

    private boolean isFlat() {
        return !open.isEmpty() && open.getFirst().heading.length() > LONGEST;
    }

    /** This paragraph has lost its number when the next one's is one too high. */
    private int lostNumber(Paragraph next) {
        Optional<Numbering> n = Numbering.at(Wording.matched(next.text()));
        if (n.isEmpty() || n.get().style().isInline()) {
            return -1;
        }
        for (int depth = open.size() - 1; depth >= 0; depth--) {
            Level level = open.get(depth);
            if (level.heading.style == n.get().style()) {
                return level.number > 0 && n.get().number() == level.number + 2 ? depth : -1;
            }
        }
        return n.get().number() == 2 && open.size() == 1 ? 1 : -1;
    }
}
