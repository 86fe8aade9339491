package org.dudao.task.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.outbox.Outbox;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.startup.Versions;
import org.dudao.task.Act;
import org.dudao.task.Acts;
import org.dudao.task.Deadlines;
import org.dudao.task.Scope;
import org.dudao.task.Task;
import org.dudao.task.TaskPhase;
import org.dudao.task.Tasks;
import org.dudao.task.Units;
import org.jspecify.annotations.Nullable;

/** What those do who asked for the task: verify it, send it back, move its day, end it. */
@ApplicationScoped
public class JudgeTask {

    private final Tasks tasks;
    private final Units units;
    private final Deadlines deadlines;
    private final Outbox outbox;
    private final Audit audit;
    private final Acts acts;
    private final Caller caller;
    private final Clock clock;

    public JudgeTask(
            Tasks tasks,
            Units units,
            Deadlines deadlines,
            Outbox outbox,
            Audit audit,
            Acts acts,
            Caller caller,
            Clock clock) {
        this.tasks = tasks;
        this.units = units;
        this.deadlines = deadlines;
        this.outbox = outbox;
        this.audit = audit;
        this.acts = acts;
        this.caller = caller;
        this.clock = clock;
    }

    /** Closes it; nothing of it fires any more. */
    @Transactional
    public void verify(UUID id) {
        Task task = held(id, Act.VERIFY);
        task.verify(clock.instant(), caller.username(), units.namingFor(task)).ifPresent(completed -> {
            deadlines.drop(id);
            outbox.append(completed);
            record("completed", id, null, Map.of("state", task.phase().word()));
        });
    }

    /** Sends it back. The clock never stopped: when the day passed meanwhile, that is said now. */
    @Transactional
    public void sendBack(UUID id, String reason) {
        Task task = held(id, Act.RETURN);
        outbox.append(task.sendBack(reason, caller.username(), units.namingFor(task)));
        Instant endOfDueDay =
                task.dueOn().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        if (task.overdueSaidAt() == null && !clock.instant().isBefore(endOfDueDay)) {
            deadlines.overdueAt(id, endOfDueDay);
        }
        record("returned", id, null, Map.of("state", task.phase().word(), "reason", reason));
    }

    /** Moves the due day; deadlines of the former one never fire, those of the new one do (T2). */
    @Transactional
    public void extend(UUID id, @Nullable String ifMatch, LocalDate dueOn, String reason) {
        Task task = held(id, Act.EXTEND);
        Versions.requireMatch(ifMatch, task.version());
        if (dueOn.isBefore(LocalDate.now(clock))) {
            throw Problem.invalid("dueOn", "新的期限不能早于今天。", "The new day cannot lie before today.");
        }
        LocalDate former = task.dueOn();
        task.extend(dueOn, reason, caller.username(), units.namingFor(task)).ifPresent(extended -> {
            tasks.flush();
            deadlines.planAnew(List.of(id));
            outbox.append(extended);
            record("extended", id, Map.of("dueOn", former), Map.of("dueOn", dueOn, "reason", reason));
        });
    }

    /** Ends it undone, its open shares with it. */
    @Transactional
    public void cancel(UUID id, String reason) {
        Task task = held(id, Act.CANCEL);
        cancel(task, reason);
        for (Task share : tasks.heldSharesOf(id)) {
            if (share.running()) {
                cancel(share, reason);
            }
        }
    }

    private void cancel(Task task, String reason) {
        boolean open = !task.phase().equals(TaskPhase.CANCELLED);
        task.cancel(reason, clock.instant(), caller.username(), units.namingFor(task))
                .ifPresent(outbox::append);
        deadlines.drop(task.id());
        if (open) {
            record("cancelled", task.id(), null, Map.of("state", task.phase().word(), "reason", reason));
        }
    }

    private void record(String act, UUID id, @Nullable Object before, Object after) {
        audit.record(caller, act, "task", id, before, after);
    }

    private Task held(UUID id, Act act) {
        Task task = tasks.held(id, Scope.of(caller));
        acts.require(act, task);
        return task;
    }
}
