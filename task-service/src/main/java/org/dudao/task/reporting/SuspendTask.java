package org.dudao.task.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.dudao.contracts.UnitRef;
import org.dudao.startup.Problem;
import org.dudao.startup.Versions;
import org.dudao.task.Act;
import org.dudao.task.Deadlines;
import org.dudao.task.Desk;
import org.dudao.task.Task;
import org.dudao.task.TaskState;
import org.dudao.task.Tasks;
import org.jspecify.annotations.Nullable;

/** Stops a task's clock (挂起), and that of the shares that still owe an answer; nothing of them fires meanwhile. */
@ApplicationScoped
public class SuspendTask {

    private final Desk desk;
    private final Tasks tasks;
    private final Deadlines deadlines;
    private final Clock clock;

    public SuspendTask(Desk desk, Tasks tasks, Deadlines deadlines, Clock clock) {
        this.desk = desk;
        this.tasks = tasks;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Transactional
    public void suspend(UUID id, @Nullable String ifMatch, String reason, @Nullable LocalDate until) {
        Task task = desk.take(id, Act.SUSPEND);
        Versions.requireMatch(ifMatch, task.version());
        if (until != null && !until.isAfter(LocalDate.now(clock))) {
            throw Problem.invalid("until", "预计恢复日期应晚于今天。", "It is expected to go on after today.");
        }
        List<Task> all = new ArrayList<>();
        all.add(task);
        tasks.heldSharesOf(id).stream()
                .filter(share -> share.state() instanceof TaskState.Owed)
                .forEach(all::add);
        Function<String, UnitRef> names = desk.names(all);
        for (Task one : all) {
            suspend(one, reason, until, one == task ? null : id, names);
        }
        deadlines.drop(all.stream().map(Task::id).toList());
    }

    private void suspend(
            Task task, String reason, @Nullable LocalDate until, @Nullable UUID with, Function<String, UnitRef> names) {
        Instant now = clock.instant();
        task.suspend(now, LocalDate.ofInstant(now, clock.getZone()), desk.who(), reason, until, with, names)
                .ifPresent(suspended -> desk.tell(suspended, "suspended", task, null, told(reason, until)));
    }

    private static Map<String, Object> told(String reason, @Nullable LocalDate until) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("reason", reason);
        if (until != null) {
            told.put("until", until);
        }
        return told;
    }
}
