package org.dudao.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dudao.plan.reading.DraftPlan.DraftChapter;
import org.dudao.plan.reading.DraftPlan.DraftMeasure;
import org.dudao.plan.reading.DraftPlan.Script;
import org.dudao.plan.reading.document.DocumentReader;
import org.dudao.plan.reading.document.DocumentText;
import org.dudao.plan.reading.document.Limits;
import org.dudao.plan.reading.document.Paragraph;
import org.dudao.plan.reading.document.TableRow;
import org.dudao.plan.reading.document.UnreadableDocument;
import org.dudao.plan.reading.document.UnreadableDocument.Reason;
import org.dudao.plan.reading.outline.Ending;
import org.dudao.plan.reading.outline.Outline;
import org.dudao.plan.reading.outline.Part;
import org.dudao.plan.reading.outline.Part.Kind;
import org.dudao.plan.reading.outline.Parts;
import org.dudao.plan.reading.outline.Title;
import org.dudao.plan.reading.targets.DraftTarget;
import org.dudao.plan.reading.targets.Due;
import org.dudao.plan.reading.targets.DueWords;
import org.dudao.plan.reading.targets.TargetGrammar;
import org.dudao.plan.reading.wording.Sentences;
import org.dudao.plan.reading.wording.Wording;
import org.jspecify.annotations.Nullable;

/** Document to draft plan. The whole of reading, for the import and for the command line alike. */
public final class PlanReader {

    private static final Pattern LEAD =
            Pattern.compile("[(（](?:牵头|责任|主办|负责|承办)(?:单位|科室|部门|处室|股室|领导)?[:：]([^)）]{2,60})[)）]");

    private PlanReader() {}

    public static DraftPlan read(byte[] bytes) {
        return read(DocumentReader.read(bytes), null);
    }

    /** The file's first plan; the draft says which others there are. */
    public static DraftPlan read(DocumentText document, @Nullable Integer assumedYear) {
        List<Part> parts = Parts.of(document);
        Part chosen = parts.stream()
                .filter(part -> part.kind() == Kind.PLAN)
                .findFirst()
                .orElseGet(() -> parts.stream().findFirst().orElseThrow(() -> new UnreadableDocument(Reason.NO_PLAN)));
        DraftPlan draft = read(chosen, assumedYear);
        if (parts.size() == 1) {
            return draft;
        }
        List<String> warnings = new ArrayList<>();
        warnings.add("文件里有" + parts.size() + "份文稿，这里读的是第" + chosen.number() + "份；其余："
                + parts.stream()
                        .filter(part -> part != chosen)
                        .map(part -> part.number() + " " + part.title() + (part.kind() == Kind.SUMMARY ? "（总结）" : ""))
                        .collect(Collectors.joining("；"))
                + "。");
        warnings.addAll(draft.warnings());
        return draft.with(warnings);
    }

    /** What a stretch of a measure's text promises, for a person who marks it. */
    public static List<DraftTarget> targets(String text, @Nullable Integer year) {
        return TargetGrammar.read(text, year);
    }

    static DraftPlan read(List<String> lines, @Nullable Integer assumedYear) {
        return read(DocumentText.ofLines(DocumentText.Format.TEXT, lines), assumedYear);
    }

    /** @param assumedYear the plan year where the document names none; the draft then says so */
    public static DraftPlan read(Part part, @Nullable Integer assumedYear) {
        List<Paragraph> paragraphs = part.paragraphs();
        Title title = Title.of(paragraphs);
        Integer named = part.year();
        Integer year = named == null ? assumedYear : named;
        Ending ending = Ending.of(paragraphs.subList(start(part, title), paragraphs.size()));
        Outline.Read outline = Outline.of(ending.body());
        List<DraftChapter> chapters = outline.chapters().stream()
                .map(chapter -> new DraftChapter(
                        chapter.ordinal(),
                        chapter.title(),
                        chapter.measures().stream().map(m -> measure(m, year)).toList()))
                .toList();
        if (chapters.stream()
                        .flatMap(c -> c.measures().stream())
                        .mapToInt(m -> m.targets().size())
                        .sum()
                > Limits.TARGETS) {
            throw new UnreadableDocument(Reason.TOO_LONG);
        }
        boolean traditional = paragraphs.stream().map(Paragraph::text).anyMatch(Wording::hasTraditional);
        return new DraftPlan(
                part.title(),
                title.issuer(),
                year,
                traditional ? Script.HANT : Script.HANS,
                chapters,
                warnings(part, assumedYear, outline, ending));
    }

    /** The first heading; in a document that has none, the first paragraph after its title. */
    private static int start(Part part, Title title) {
        List<Paragraph> paragraphs = part.paragraphs();
        int body = title.paragraphs();
        while (body < paragraphs.size()
                && !Title.isHeading(paragraphs.get(body))
                && paragraphs.get(body).level() == 0) {
            body++;
        }
        if (body < paragraphs.size()) {
            return body;
        }
        boolean calledPlan =
                Title.namesPlan(Wording.matched(part.title())) || Title.namesSummary(Wording.matched(part.title()));
        if (!calledPlan || title.paragraphs() == paragraphs.size()) {
            throw new UnreadableDocument(Reason.NO_PLAN);
        }
        return title.paragraphs();
    }

    private static List<String> warnings(
            Part part, @Nullable Integer assumedYear, Outline.Read outline, Ending ending) {
        List<String> warnings = new ArrayList<>();
        if (part.kind() == Kind.SUMMARY) {
            warnings.add("这份文稿看起来是总结，不是计划；其中的数字多半是已有的结果。");
        }
        if (part.year() == null) {
            warnings.add("文件没有写明年度" + (assumedYear == null ? "。" : "，按" + assumedYear + "年处理，请核对期限。"));
        }
        if (!outline.gaps().isEmpty()) {
            warnings.add(
                    "编号不连续，请核对这些标题之前是否有遗漏：" + outline.gaps().stream().limit(10).collect(Collectors.joining("、")) + "。");
        }
        String annex = ending.annex();
        if (annex != null) {
            warnings.add("正文之后的附件没有读入：" + annex.substring(0, Math.min(40, annex.length())) + "。");
        }
        String last = ending.body().getLast().text();
        if (ending.body().getLast().row() == null && last.length() > 40 && !Sentences.endsIn(last)) {
            warnings.add("正文在句中结束，文件可能不完整。");
        }
        return warnings;
    }

    /** The first sentence is the title; the rest is the body, in which targets are sought. A title that promises something itself stays in the body. */
    private static DraftMeasure measure(Outline.Measure measure, @Nullable Integer year) {
        String ordinal = measure.ordinal();
        String text = measure.text();
        TableRow row = measure.row();
        if (row != null) {
            return row(row, year);
        }
        int stop = text.indexOf('。');
        int line = text.indexOf('\n');
        int end = stop < 0 ? line : line < 0 ? stop : Math.min(stop, line);
        if (ordinal.isEmpty() && (end < 0 || end > 30)) {
            return new DraftMeasure("", "", text, TargetGrammar.read(text, year), lead(text));
        }
        String title = end < 0 ? text : text.substring(0, end);
        String rest = end < 0 ? "" : text.substring(end + 1).strip();
        boolean promises = rest.isEmpty() || !TargetGrammar.read(title, year).isEmpty();
        String body = promises ? text : rest;
        return new DraftMeasure(ordinal, title, body, TargetGrammar.read(body, year), lead(body));
    }

    private static DraftMeasure row(TableRow row, @Nullable Integer year) {
        String text = row.text();
        int end = text.indexOf('。') < 0 ? text.length() : text.indexOf('。');
        int line = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
        Due due = row.due() == null
                ? null
                : DueWords.in(Wording.matched(row.due()), year).stream()
                        .map(DueWords.Found::due)
                        .findFirst()
                        .orElse(null);
        List<DraftTarget> targets = TargetGrammar.read(text, year).stream()
                .map(target -> target.due() == null && due != null ? target.dueBy(due) : target)
                .toList();
        return new DraftMeasure(row.ordinal(), text.substring(0, Math.min(end, line)), text, targets, row.lead());
    }

    private static @Nullable String lead(String text) {
        Matcher m = LEAD.matcher(text);
        return m.find() ? m.group(1).strip() : null;
    }
}
