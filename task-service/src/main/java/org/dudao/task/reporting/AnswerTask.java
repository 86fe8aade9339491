package org.dudao.task.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.dudao.contracts.UnitRef;
import org.dudao.outbox.Outbox;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Idempotency;
import org.dudao.task.Act;
import org.dudao.task.Acts;
import org.dudao.task.Reports;
import org.dudao.task.Scope;
import org.dudao.task.Task;
import org.dudao.task.TaskPhase;
import org.dudao.task.Tasks;
import org.dudao.task.Units;
import org.jspecify.annotations.Nullable;

/** What the lead unit does: signs for the task, reports, hands it in. */
@ApplicationScoped
public class AnswerTask {

    private final Tasks tasks;
    private final Reports reports;
    private final Units units;
    private final Outbox outbox;
    private final Audit audit;
    private final Idempotency idempotency;
    private final Acts acts;
    private final Caller caller;
    private final Clock clock;

    public AnswerTask(
            Tasks tasks,
            Reports reports,
            Units units,
            Outbox outbox,
            Audit audit,
            Idempotency idempotency,
            Acts acts,
            Caller caller,
            Clock clock) {
        this.tasks = tasks;
        this.reports = reports;
        this.units = units;
        this.outbox = outbox;
        this.audit = audit;
        this.idempotency = idempotency;
        this.acts = acts;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    public void accept(UUID id) {
        Task task = held(id, Act.ACCEPT);
        task.accept(clock.instant(), caller.username(), units.namingFor(task)).ifPresent(accepted -> {
            outbox.append(accepted);
            audit.record(
                    caller,
                    "accepted",
                    "task",
                    id,
                    null,
                    Map.of("state", task.phase().word()));
        });
    }

    /** @return the report's id; a repeat with the same key returns the former one */
    @Transactional
    public UUID report(UUID id, @Nullable String key, @Nullable BigDecimal value, String narrative) {
        Task task = held(id, Act.REPORT);
        return idempotency.once(caller, key, Idempotency.asked(id, String.valueOf(value), narrative), () -> {
            UUID report = Outbox.newId();
            record(task, report, value, narrative);
            return report;
        });
    }

    /** Hands it in; what is told with it is a report, too. */
    @Transactional
    public void submit(UUID id, @Nullable BigDecimal value, String narrative) {
        Task task = held(id, Act.SUBMIT);
        Function<String, UnitRef> names = units.namingFor(task);
        if (!task.phase().equals(TaskPhase.SUBMITTED)) {
            record(task, Outbox.newId(), value, narrative);
        }
        task.submit(clock.instant(), clock.getZone(), caller.username(), names).ifPresent(submitted -> {
            outbox.append(submitted);
            audit.record(
                    caller,
                    "submitted",
                    "task",
                    id,
                    null,
                    Map.of("state", task.phase().word(), "narrative", narrative));
        });
    }

    private void record(Task task, UUID report, @Nullable BigDecimal value, String narrative) {
        Instant now = clock.instant();
        BigDecimal before = task.value();
        outbox.append(task.report(value, narrative, now, caller.username(), units.namingFor(task)));
        reports.add(report, task, now, caller.username(), value, narrative);
        audit.record(caller, "reported", "task", task.id(), figure(before, null), figure(value, narrative));
    }

    private static Map<String, Object> figure(@Nullable BigDecimal value, @Nullable String narrative) {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (value != null) {
            facts.put("value", value);
        }
        if (narrative != null) {
            facts.put("narrative", narrative);
        }
        return facts;
    }

    private Task held(UUID id, Act act) {
        Task task = tasks.held(id, Scope.of(caller));
        acts.require(act, task);
        return task;
    }
}
