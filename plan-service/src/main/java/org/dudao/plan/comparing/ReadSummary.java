package org.dudao.plan.comparing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dudao.outbox.Outbox;
import org.dudao.plan.LastResult;
import org.dudao.plan.reading.document.DocumentReader;
import org.dudao.plan.reading.document.DocumentText;
import org.dudao.plan.reading.document.UnreadableDocument;
import org.dudao.plan.reading.outline.Part;
import org.dudao.plan.reading.outline.Parts;
import org.dudao.plan.reading.targets.DraftResult;
import org.dudao.plan.reading.targets.DraftResult.Comparison;
import org.dudao.plan.reading.targets.DraftResult.With;
import org.dudao.plan.reading.targets.ResultGrammar;
import org.dudao.startup.Problem;
import org.jspecify.annotations.Nullable;

/** A summary becomes results. Of a file that holds a summary and a plan, only the summary is read. */
final class ReadSummary {

    private static final int MOST = 5_000;

    private ReadSummary() {}

    /** @throws Problem with the reason why it can't be read as a summary */
    static List<LastResult> of(String name, byte[] content, int year) {
        try {
            DocumentText text = DocumentReader.read(content);
            List<Part> parts = Parts.of(text);
            List<Part> summaries =
                    parts.stream().filter(p -> p.kind() == Part.Kind.SUMMARY).toList();
            List<LastResult> results = new ArrayList<>();
            for (Part part : summaries.isEmpty() ? parts : summaries) {
                String title = part.title().isBlank() ? name : part.title();
                part.paragraphs().stream()
                        .flatMap(p -> ResultGrammar.read(p.text(), year).stream())
                        .limit(MOST)
                        .map(r -> result(title, r))
                        .forEach(results::add);
            }
            if (results.isEmpty()) {
                throw new Problem(
                        422,
                        "summary-no-results",
                        "没有读出任何结果。请上传上年度工作总结，其中应有“达到91%”“建成3所”一类的数字。",
                        "No result was read. Upload last year's summary, with figures of what was reached.");
            }
            return results;
        } catch (UnreadableDocument e) {
            throw new Problem(
                    422, "document-unreadable", e.reason().zh(), e.reason().en());
        }
    }

    private static LastResult result(String source, DraftResult r) {
        Comparison change = with(r, With.YEAR_BEFORE);
        return new LastResult(
                Outbox.newId(),
                source,
                r.quote(),
                r.indicator(),
                r.value(),
                r.unit(),
                change == null ? null : change.value(),
                change == null ? null : change.unit(),
                rate(with(r, With.PLAN_SHARE)));
    }

    private static @Nullable Comparison with(DraftResult r, With with) {
        return r.comparisons().stream()
                .filter(c -> c.with() == with)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable BigDecimal rate(@Nullable Comparison share) {
        return share == null ? null : share.value();
    }
}
