package org.dudao.plan.reading.outline;

import java.util.ArrayList;
import java.util.List;
import org.dudao.plan.reading.document.Paragraph;
import org.dudao.plan.reading.document.TableRow;
import org.dudao.plan.reading.outline.Headings.Tree;
import org.dudao.plan.reading.wording.Numbering.Style;
import org.jspecify.annotations.Nullable;

/** Chapters and measures: the two outermost levels of headings, or a flat plan where the lower level holds but a small part of the text. */
public final class Outline {

    public record Measure(
            String ordinal, String text, @Nullable TableRow row) {}

    public record Chapter(String ordinal, String title, List<Measure> measures) {}

    /** @param gaps headings before which a number is missing, and paragraphs that have lost theirs */
    public record Read(List<Chapter> chapters, List<String> gaps) {}

    private final List<Chapter> chapters = new ArrayList<>();

    private Outline() {}

    /** @param body the paragraphs after title and preamble */
    public static Read of(List<Paragraph> body) {
        Tree tree = Headings.of(body);
        Outline outline = new Outline();
        boolean twoLevels = hasTwoLevels(tree.top());
        for (Heading heading : tree.top()) {
            if (!heading.isNumbered() && heading.row == null && isTitle(heading)) {
                outline.chapter(heading);
            } else if (twoLevels && heading.row == null) {
                outline.chapter(heading);
            } else {
                outline.measure(heading);
            }
        }
        return new Read(outline.chapters, tree.gaps());
    }

    private static boolean isTitle(Heading heading) {
        return heading.style == null
                && heading.own.getFirst().length() <= Headings.LONGEST
                && heading.length() > heading.own.getFirst().length();
    }

    private static boolean hasTwoLevels(List<Heading> top) {
        int all = top.stream().mapToInt(Heading::length).sum();
        int lower = top.stream()
                .flatMap(h -> h.below.stream())
                .filter(h -> h.row != null || !isListInSentence(h))
                .mapToInt(Heading::length)
                .sum();
        if (lower * 3 > all || top.stream().anyMatch(Outline::isChapterByStyle)) {
            return true;
        }
        List<Heading> numbered = top.stream().filter(Heading::isNumbered).toList();
        long shortLines = numbered.stream()
                .filter(h -> h.own.getFirst().length() <= Headings.LONGEST)
                .count();
        int paragraphs = numbered.stream().mapToInt(h -> h.own.size() - 1).sum();
        return lower == 0
                && !numbered.isEmpty()
                && numbered.stream().allMatch(h -> h.style == Style.CHINESE_COMMA)
                && shortLines * 2 > numbered.size()
                && paragraphs > numbered.size();
    }

    /** 一、 with (一) below it is chapter and measure in every official document, however long the chapters without any are. */
    private static boolean isChapterByStyle(Heading heading) {
        return (heading.style == Style.CHINESE_COMMA || heading.style == Style.PART)
                && heading.below.stream()
                                .filter(h -> h.style == Style.CHINESE_BRACKET && !h.glued)
                                .count()
                        > 1;
    }

    private static boolean isListInSentence(Heading heading) {
        return heading.style != null && heading.style.isInline();
    }

    private void chapter(Heading heading) {
        String first = heading.own.getFirst().toString();
        int stop = first.indexOf('。');
        String title = stop < 0 ? first : first.substring(0, stop);
        chapters.add(new Chapter(bare(heading.ordinal), title, new ArrayList<>()));
        if (stop >= 0 && stop < first.length() - 1) {
            add("", first.substring(stop + 1));
        }
        heading.own.stream().skip(1).forEach(text -> add("", text.toString()));
        heading.below.forEach(this::measure);
    }

    private void measure(Heading heading) {
        if (chapters.isEmpty()) {
            chapters.add(new Chapter("", "", new ArrayList<>()));
        }
        chapters.getLast().measures().add(new Measure(heading.ordinal, heading.text(), heading.row));
    }

    private void add(String ordinal, String text) {
        chapters.getLast().measures().add(new Measure(ordinal, text.strip(), null));
    }

    private static String bare(String ordinal) {
        return ordinal.replaceAll("[、.．,，：:()（） 　]", "");
    }
}
