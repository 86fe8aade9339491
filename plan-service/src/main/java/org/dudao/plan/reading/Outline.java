package org.dudao.plan.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.dudao.plan.reading.Numbering.Style;
import org.jspecify.annotations.Nullable;

/** Chapters and measures from paragraphs. Which numbering style is which level differs from document to document; that numbers run on does not. */
final class Outline {

    record Measure(String ordinal, StringBuilder text) {}

    record Chapter(String ordinal, String title, List<Measure> measures) {}

    private static final int LONGEST_HEADING = 40;
    private static final String SENTENCE_ENDS = "。;!?:…；！？：";

    private final @Nullable Style chapterStyle;
    private final @Nullable Style measureStyle;
    private final List<Chapter> chapters = new ArrayList<>();
    private int chapterNumber;
    private int measureNumber;

    private Outline(@Nullable Style chapterStyle, @Nullable Style measureStyle) {
        this.chapterStyle = chapterStyle;
        this.measureStyle = measureStyle;
    }

    /** @param body the paragraphs after title and preamble */
    static List<Chapter> of(List<String> body) {
        Outline outline = levels(body);
        for (int i = 0; i < body.size(); i++) {
            outline.take(body.get(i), i + 1 < body.size() ? body.get(i + 1) : "");
        }
        return outline.chapters;
    }

    /** Two styles: the outer one has the chapters. One style: a flat plan, or chapters whose paragraphs are the measures. */
    private static Outline levels(List<String> body) {
        Map<Style, Integer> counts = new EnumMap<>(Style.class);
        Map<Style, Integer> bodies = new EnumMap<>(Style.class);
        List<Style> order = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            String paragraph = Wording.matched(body.get(i));
            Optional<Numbering> numbering = Numbering.at(paragraph);
            numbering.ifPresent(n -> {
                counts.merge(n.style(), 1, Integer::sum);
                if (paragraph.length() > LONGEST_HEADING) {
                    bodies.merge(n.style(), 1, Integer::sum);
                }
                if (!order.contains(n.style())) {
                    order.add(n.style());
                }
            });
        }
        order.removeIf(style -> counts.getOrDefault(style, 0) < 2
                && order.size() > 1
                && style.ordinal() > order.getFirst().ordinal());
        order.sort(null);
        if (order.isEmpty()) {
            return new Outline(null, null);
        }
        if (order.size() == 1) {
            Style only = order.getFirst();
            boolean shortLines = bodies.getOrDefault(only, 0) * 2 < counts.getOrDefault(only, 0);
            boolean numbersInside = body.stream()
                    .anyMatch(p -> p.length() > LONGEST_HEADING
                            && Numbering.at(Wording.matched(p)).isEmpty());
            return shortLines && numbersInside && only == Style.CHINESE_COMMA && paragraphsPerHeading(body, only) > 1
                    ? new Outline(only, null)
                    : new Outline(null, only);
        }
        return new Outline(order.get(0), order.get(1));
    }

    private static double paragraphsPerHeading(List<String> body, Style style) {
        long headings = body.stream()
                .filter(p -> Numbering.at(Wording.matched(p))
                        .filter(n -> n.style() == style)
                        .isPresent())
                .count();
        return headings == 0 ? 0 : (double) (body.size() - headings) / headings;
    }

    private void take(String paragraph, String next) {
        String matched = Wording.matched(paragraph);
        Optional<Numbering> numbering = Numbering.at(matched);
        if (numbering.isPresent()) {
            Numbering n = numbering.get();
            if (n.style() == chapterStyle && follows(n.number(), chapterNumber)) {
                chapterNumber = n.number();
                startChapter(paragraph, matched, n);
                return;
            }
            if (n.style() == measureStyle && (follows(n.number(), measureNumber) || n.number() == 1)) {
                measureNumber = n.number();
                addMeasure(n.written(paragraph), paragraph.substring(n.length()).strip());
                return;
            }
            if (isChunkMark(n)) {
                takeText(paragraph.substring(n.length()).strip(), next, true);
                return;
            }
        }
        takeText(paragraph, next, false);
    }

    /** A number lost now and then is tolerated; a number that goes back is no heading. */
    private static boolean follows(int number, int last) {
        return number > last && number <= last + 3;
    }

    /** A number that fits nowhere, inside a sentence: a mark that a web page has cut the text with. */
    private boolean isChunkMark(Numbering n) {
        Measure open = openMeasure();
        return (n.style() == Style.ARABIC_COMMA || n.style() == Style.ARABIC_POINT)
                && open != null
                && !open.text.isEmpty()
                && !endsSentence(open.text);
    }

    private void startChapter(String paragraph, String matched, Numbering n) {
        String rest = paragraph.substring(n.length()).strip();
        int glued = glued(matched, n.length(), 1);
        if (glued < 0) {
            glued = glued(matched, n.length(), measureNumber + 1);
        }
        String title = glued < 0 ? rest : paragraph.substring(n.length(), glued).strip();
        String body = "";
        int stop = title.indexOf('。');
        if (stop > 0 && stop < title.length() - 1) {
            body = title.substring(stop + 1);
            title = title.substring(0, stop);
        } else if (stop == title.length() - 1 && stop > 0) {
            title = title.substring(0, stop);
        }
        chapters.add(new Chapter(bare(n.written(paragraph)), title, new ArrayList<>()));
        if (!body.isBlank()) {
            addMeasure("", body);
        }
        if (glued >= 0) {
            take(paragraph.substring(glued), "");
        }
    }

    private int glued(String matched, int from, int number) {
        if (measureStyle == null) {
            return -1;
        }
        Matcher m = measureStyle.numbered(number).matcher(matched);
        return m.find(from) ? m.start() : -1;
    }

    private void addMeasure(String ordinal, String text) {
        if (chapters.isEmpty()) {
            chapters.add(new Chapter("", "", new ArrayList<>()));
        }
        String matched = Wording.matched(text);
        Optional<Matcher> next = gluedMeasure(matched);
        if (next.isEmpty()) {
            chapters.getLast().measures().add(new Measure(ordinal, new StringBuilder(text)));
            return;
        }
        int cut = next.get().start();
        int heading = lastSentenceEnd(matched, cut);
        String lost = text.substring(heading, cut).strip();
        chapters.getLast().measures().add(new Measure(ordinal, new StringBuilder(text.substring(0, heading))));
        if (!lost.isEmpty()) {
            Optional<Numbering> n = Numbering.at(Wording.matched(lost)).filter(x -> x.style() == chapterStyle);
            n.ifPresent(x -> chapterNumber = x.number());
            chapters.add(new Chapter(
                    n.map(x -> bare(x.written(lost))).orElse(""),
                    n.map(x -> lost.substring(x.length())).orElse(lost),
                    new ArrayList<>()));
        }
        take(text.substring(cut), "");
    }

    /** The next number in the middle of a paragraph, after a sentence's end and at most a heading's length of other text. */
    private Optional<Matcher> gluedMeasure(String matched) {
        if (measureStyle == null || measureNumber == 0) {
            return Optional.empty();
        }
        Matcher m = measureStyle.numbered(measureNumber + 1).matcher(matched);
        while (m.find()) {
            int gap = m.start() - lastSentenceEnd(matched, m.start());
            boolean plain = measureStyle == Style.CHINESE_BRACKET || gap == 0;
            if (m.start() > 0 && plain && gap <= LONGEST_HEADING && lastSentenceEnd(matched, m.start()) > 0) {
                return Optional.of(m);
            }
        }
        return Optional.empty();
    }

    private static int lastSentenceEnd(String matched, int before) {
        return matched.lastIndexOf('。', before - 1) + 1;
    }

    private void takeText(String paragraph, String next, boolean continues) {
        Measure open = openMeasure();
        boolean heading = !continues && isUnnumberedHeading(paragraph, next);
        if (heading && (open != null || chapters.isEmpty())) {
            chapters.add(new Chapter("", paragraph, new ArrayList<>()));
        } else if (open == null || (!continues && open.ordinal.isEmpty() && chapterStyle != null)) {
            addMeasure("", paragraph);
        } else if (!continues && lostMeasure(open, next)) {
            measureNumber++;
            addMeasure("", paragraph);
        } else {
            boolean midSentence = continues || (!endsSentence(open.text) && open.text.length() > LONGEST_HEADING);
            open.text.append(open.text.isEmpty() || midSentence ? "" : "\n").append(paragraph);
        }
    }

    private static boolean endsSentence(CharSequence text) {
        return !text.isEmpty() && SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private static boolean isUnnumberedHeading(String paragraph, String next) {
        return paragraph.length() <= 30
                && !endsSentence(paragraph)
                && Wording.matched(paragraph).matches(".*(?:重点|要点|工作|工程|任务|保障|措施)$")
                && next.length() > LONGEST_HEADING
                && Numbering.at(Wording.matched(next)).isEmpty();
    }

    /** This paragraph has lost its number when the next one's is one too high. */
    private boolean lostMeasure(Measure open, String next) {
        return !open.ordinal.isEmpty()
                && Numbering.at(Wording.matched(next))
                        .filter(n -> n.style() == measureStyle && n.number() == measureNumber + 2)
                        .isPresent();
    }

    private @Nullable Measure openMeasure() {
        return chapters.isEmpty() || chapters.getLast().measures().isEmpty()
                ? null
                : chapters.getLast().measures().getLast();
    }

    private static String bare(String ordinal) {
        return ordinal.replaceAll("[、.．()（） ]", "");
    }
}
