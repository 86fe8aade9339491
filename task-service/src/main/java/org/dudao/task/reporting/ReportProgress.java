package org.dudao.task.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.outbox.Outbox;
import org.dudao.startup.Caller;
import org.dudao.startup.Idempotency;
import org.dudao.task.Act;
import org.dudao.task.Desk;
import org.dudao.task.EvidenceFiles;
import org.dudao.task.Reports;
import org.dudao.task.Task;
import org.jspecify.annotations.Nullable;

/** The lead unit tells how far it is. */
@ApplicationScoped
public class ReportProgress {

    private final Desk desk;
    private final Reports reports;
    private final EvidenceFiles evidence;
    private final ReportDrafts drafts;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    public ReportProgress(
            Desk desk,
            Reports reports,
            EvidenceFiles evidence,
            ReportDrafts drafts,
            Idempotency idempotency,
            Caller caller,
            Clock clock) {
        this.desk = desk;
        this.reports = reports;
        this.evidence = evidence;
        this.drafts = drafts;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** @return the report's id; a repeat with the same key returns the former one */
    @Transactional
    public UUID report(
            UUID id, @Nullable String key, @Nullable BigDecimal value, String narrative, @Nullable List<UUID> files) {
        Task task = desk.take(id, Act.REPORT);
        return idempotency.once(
                caller,
                key,
                Idempotency.asked(id, String.valueOf(value), narrative, String.valueOf(files)),
                () -> report(task, value, narrative, files));
    }

    /** Of a task in hand, in the caller's transaction. */
    UUID report(Task task, @Nullable BigDecimal value, String narrative, @Nullable List<UUID> files) {
        UUID id = Outbox.newId();
        Instant now = clock.instant();
        Map<String, Object> before = figure(task.value());
        desk.tell(
                task.report(value, narrative, now, desk.who(), desk.names(task)),
                "reported",
                task,
                before,
                told(value, narrative));
        reports.add(id, task, now, desk.who(), value, narrative);
        evidence.name(id, task.id(), files);
        drafts.drop(task.id(), desk.who());
        return id;
    }

    private static Map<String, Object> told(@Nullable BigDecimal value, String narrative) {
        Map<String, Object> told = figure(value);
        told.put("narrative", narrative);
        return told;
    }

    private static Map<String, Object> figure(@Nullable BigDecimal value) {
        Map<String, Object> figure = new LinkedHashMap<>();
        if (value != null) {
            figure.put("value", value);
        }
        return figure;
    }
}
