package org.dudao.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.dudao.contracts.TaskEvent;
import org.dudao.contracts.UnitRef;
import org.dudao.outbox.Outbox;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.jspecify.annotations.Nullable;

/** What every act on one task begins and ends with: take it, locked and allowed; then say and record what was done. */
@ApplicationScoped
public class Desk {

    private final Tasks tasks;
    private final Units units;
    private final Outbox outbox;
    private final Audit audit;
    private final Acts acts;
    private final Caller caller;

    public Desk(Tasks tasks, Units units, Outbox outbox, Audit audit, Acts acts, Caller caller) {
        this.tasks = tasks;
        this.units = units;
        this.outbox = outbox;
        this.audit = audit;
        this.acts = acts;
        this.caller = caller;
    }

    /** The task, its row locked. @throws org.dudao.startup.Problem 404 outside the scope, 403 when it is not the caller's to do */
    public Task take(UUID id, Act act) {
        Task task = tasks.held(id, Scope.of(caller));
        acts.require(act, task);
        return task;
    }

    public Function<String, UnitRef> names(Task task) {
        return units.namingFor(task);
    }

    public Function<String, UnitRef> names(Collection<Task> all) {
        return units.namingFor(all);
    }

    public String who() {
        return caller.username();
    }

    /** Says the fact and records who did it; {@code after} gets the state along. */
    public void tell(TaskEvent fact, String act, Task task, @Nullable Object before, Map<String, ?> after) {
        outbox.append(fact);
        record(act, task, before, after);
    }

    public void record(String act, Task task, @Nullable Object before, Map<String, ?> after) {
        Map<String, Object> now = new LinkedHashMap<>();
        now.put("state", task.phase().word());
        now.putAll(after);
        audit.record(caller, act, "task", task.id(), before, now);
    }
}
