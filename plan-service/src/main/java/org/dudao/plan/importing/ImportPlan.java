package org.dudao.plan.importing;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.contracts.UnitRef;
import org.dudao.outbox.Outbox;
import org.dudao.plan.Chapter;
import org.dudao.plan.Commitment;
import org.dudao.plan.Measure;
import org.dudao.plan.Plan;
import org.dudao.plan.Plans;
import org.dudao.plan.SourceDocument;
import org.dudao.plan.Target;
import org.dudao.plan.reading.DraftPlan;
import org.dudao.plan.reading.PlanReader;
import org.dudao.plan.reading.document.DocumentReader;
import org.dudao.plan.reading.document.DocumentText;
import org.dudao.plan.reading.document.UnreadableDocument;
import org.dudao.plan.reading.outline.Part;
import org.dudao.plan.reading.outline.Parts;
import org.dudao.plan.reading.targets.DraftTarget;
import org.dudao.plan.reading.targets.Within;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Idempotency;
import org.dudao.startup.Problem;
import org.jspecify.annotations.Nullable;

/** A document becomes a draft. It is read whole before the transaction begins, so a refused one leaves nothing behind. */
@ApplicationScoped
public class ImportPlan {

    private final Plans plans;
    private final Idempotency idempotency;
    private final Audit audit;
    private final Clock clock;
    private final MeterRegistry metrics;

    public ImportPlan(Plans plans, Idempotency idempotency, Audit audit, Clock clock, MeterRegistry metrics) {
        this.plans = plans;
        this.idempotency = idempotency;
        this.audit = audit;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** A document that could be read. */
    record Readable(String name, byte[] content, String sha256, DocumentText.Format format, DraftPlan draft) {}

    /**
     * @param number which of the file's documents is meant, where it holds several
     * @throws DocumentRefused with the reason why it can't be read as a plan
     * @throws SeveralPlans with what there is to choose from
     */
    Readable read(String name, byte[] content, @Nullable Integer number) {
        try {
            DocumentText text = DocumentReader.read(content);
            List<Part> parts = Parts.of(text);
            int thisYear = LocalDate.now(clock).getYear();
            DraftPlan draft;
            if (number != null) {
                draft = PlanReader.read(chosen(parts, number), thisYear);
            } else if (parts.stream()
                            .filter(part -> part.kind() == Part.Kind.PLAN)
                            .count()
                    > 1) {
                throw new SeveralPlans(parts);
            } else {
                draft = PlanReader.read(text, thisYear);
            }
            return new Readable(name, content, identity(content, parts, number), text.format(), draft);
        } catch (UnreadableDocument e) {
            metrics.counter("documents_refused_total", "reason", e.reason().name())
                    .increment();
            throw new DocumentRefused(e.reason());
        }
    }

    private static Part chosen(List<Part> parts, int number) {
        if (number < 1 || number > parts.size()) {
            throw Problem.invalid(
                    "part",
                    "文件里只有 " + parts.size() + " 份文稿，没有第 " + number + " 份。",
                    "The file holds " + parts.size() + " documents; there is no number " + number + ".");
        }
        return parts.get(number - 1);
    }

    /** The same file is imported once; of a file with several documents each one. */
    private static String identity(byte[] content, List<Part> parts, @Nullable Integer number) {
        byte[] marked = number == null || parts.size() == 1
                ? content
                : ByteBuffer.allocate(content.length + Integer.BYTES)
                        .put(content)
                        .putInt(number)
                        .array();
        return sha256(marked);
    }

    @Transactional
    UUID keep(Readable document, Caller caller, @Nullable String idempotencyKey) {
        return idempotency.once(
                caller, idempotencyKey, Idempotency.asked(document.sha256()), () -> draft(document, caller));
    }

    private UUID draft(Readable document, Caller caller) {
        UnitRef bureau = caller.bureau();
        plans.ofSameDocument(bureau, document.sha256()).ifPresent(former -> {
            throw new DocumentAlreadyImported(former.id(), former.title());
        });
        DraftPlan read = document.draft();
        Integer year = read.year();
        Plan plan = new Plan(
                Outbox.newId(),
                bureau,
                read.title().isBlank() ? document.name() : read.title(),
                read.issuer(),
                year == null ? LocalDate.now(clock).getYear() : year,
                document.sha256(),
                caller.username(),
                Instant.now(clock));
        for (DraftPlan.DraftChapter c : read.chapters()) {
            Chapter chapter = plan.addChapter(c.ordinal(), c.title());
            for (DraftPlan.DraftMeasure m : c.measures()) {
                Measure measure = chapter.addMeasure(m.ordinal(), m.title(), m.text());
                List<Target> kept = new ArrayList<>();
                for (DraftTarget t : m.targets()) {
                    Within within = t.within();
                    kept.add(measure.addTarget(Commitment.of(t), within == null ? null : kept.get(within.target())));
                }
            }
        }
        plans.keep(
                plan,
                new SourceDocument(
                        plan.id(),
                        document.name(),
                        document.format().mediaType(),
                        document.sha256(),
                        read.warnings(),
                        document.content()));
        audit.record(
                caller,
                "imported",
                "plan",
                plan.id(),
                null,
                Map.of(
                        "title", plan.title(),
                        "sha256", document.sha256(),
                        "measures", read.measures(),
                        "targets", read.targets().size()));
        metrics.counter("plans_imported_total", "format", document.format().name())
                .increment();
        return plan.id();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
