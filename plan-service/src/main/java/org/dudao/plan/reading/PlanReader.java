package org.dudao.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dudao.plan.reading.DraftPlan.DraftChapter;
import org.dudao.plan.reading.DraftPlan.DraftMeasure;
import org.dudao.plan.reading.DraftPlan.Script;
import org.dudao.plan.reading.UnreadableDocument.Reason;
import org.jspecify.annotations.Nullable;

/** Document to draft plan. The whole of reading, for the import and for the command line alike. */
public final class PlanReader {

    private static final Pattern HEADING_SIGNS = Pattern.compile("^#{1,6}\\s+");
    private static final Pattern BOLD =
            Pattern.compile("\\*\\*((?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\\d{1,2}[.、])[^*]{1,60})\\*\\*");

    private PlanReader() {}

    public static DraftPlan read(byte[] bytes) {
        return read(DocumentReader.read(bytes), null);
    }

    /** @param assumedYear the plan year where the document names none; the draft then says so */
    public static DraftPlan read(DocumentText document, @Nullable Integer assumedYear) {
        return read(document.paragraphs(), assumedYear);
    }

    /** What a stretch of a measure's text promises, for a person who marks it. */
    public static List<DraftTarget> targets(String text, @Nullable Integer year) {
        return TargetGrammar.read(text, year);
    }

    static DraftPlan read(List<String> raw, @Nullable Integer assumedYear) {
        List<String> paragraphs = raw.stream()
                .map(p -> PageNumbers.removed(
                        withoutMarkup(p.replace("\ufeff", "").strip())))
                .filter(p -> !PageNumbers.isOne(p))
                .toList();
        Title title = Title.of(paragraphs);
        int body = title.paragraphs();
        while (body < paragraphs.size()
                && Numbering.at(Wording.matched(paragraphs.get(body))).isEmpty()) {
            body++;
        }
        if (body == paragraphs.size()) {
            throw new UnreadableDocument(Reason.NO_PLAN);
        }
        List<String> warnings = new ArrayList<>();
        Integer year = title.year() == null ? assumedYear : title.year();
        List<DraftChapter> chapters = Outline.of(paragraphs.subList(body, paragraphs.size())).stream()
                .map(chapter -> new DraftChapter(
                        chapter.ordinal(),
                        chapter.title(),
                        chapter.measures().stream()
                                .map(m ->
                                        measure(m.ordinal(), m.text().toString().strip(), year))
                                .toList()))
                .toList();
        if (chapters.stream()
                        .flatMap(c -> c.measures().stream())
                        .mapToInt(m -> m.targets().size())
                        .sum()
                > Limits.TARGETS) {
            throw new UnreadableDocument(Reason.TOO_LONG);
        }
        if (title.year() == null) {
            warnings.add("文件没有写明年度" + (year == null ? "。" : "，按" + year + "年处理，请核对期限。"));
        }
        String last = paragraphs.getLast();
        if (!last.isEmpty() && last.length() > 40 && "。！？”）)!?.;；".indexOf(last.charAt(last.length() - 1)) < 0) {
            warnings.add("正文在句中结束，文件可能不完整。");
        }
        boolean traditional = paragraphs.stream().anyMatch(Wording::hasTraditional);
        return new DraftPlan(
                title.written(), title.issuer(), year, traditional ? Script.HANT : Script.HANS, chapters, warnings);
    }

    /** Markdown's own signs; two stars that enclose nothing are a masked name and stay. */
    private static String withoutMarkup(String paragraph) {
        return HEADING_SIGNS.matcher(BOLD.matcher(paragraph).replaceAll("$1")).replaceFirst("");
    }

    /** The first sentence is the title; the rest is the body, in which targets are sought. A title that promises something itself stays in the body. */
    private static DraftMeasure measure(String ordinal, String text, @Nullable Integer year) {
        int stop = text.indexOf('。');
        int line = text.indexOf('\n');
        int end = stop < 0 ? line : line < 0 ? stop : Math.min(stop, line);
        if (ordinal.isEmpty() && (end < 0 || end > 30)) {
            return new DraftMeasure("", "", text, TargetGrammar.read(text, year));
        }
        String title = end < 0 ? text : text.substring(0, end);
        String rest = end < 0 ? "" : text.substring(end + 1).strip();
        boolean promises = rest.isEmpty() || !TargetGrammar.read(title, year).isEmpty();
        String body = promises ? text : rest;
        return new DraftMeasure(ordinal, title, body, TargetGrammar.read(body, year));
    }
}
