package org.dudao.task.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.startup.Problem;
import org.dudao.startup.Versions;
import org.dudao.task.Act;
import org.dudao.task.Deadlines;
import org.dudao.task.Desk;
import org.dudao.task.Task;
import org.dudao.task.Tasks;
import org.jspecify.annotations.Nullable;

/** Moves the due day; deadlines of the former one never fire, those of the new one do (T2). */
@ApplicationScoped
public class ExtendTask {

    private final Desk desk;
    private final Tasks tasks;
    private final Deadlines deadlines;
    private final Clock clock;

    public ExtendTask(Desk desk, Tasks tasks, Deadlines deadlines, Clock clock) {
        this.desk = desk;
        this.tasks = tasks;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Transactional
    public void extend(UUID id, @Nullable String ifMatch, LocalDate dueOn, String reason) {
        Task task = desk.take(id, Act.EXTEND);
        Versions.requireMatch(ifMatch, task.version());
        if (dueOn.isBefore(LocalDate.now(clock))) {
            throw Problem.invalid("dueOn", "新的期限不能早于今天。", "The new day cannot lie before today.");
        }
        LocalDate former = task.dueOn();
        task.extend(dueOn, reason, desk.who(), desk.names(task)).ifPresent(extended -> {
            // The deadlines are planned by SQL, from the row as it is now.
            tasks.flush();
            deadlines.planAnew(List.of(id));
            desk.tell(extended, "extended", task, Map.of("dueOn", former), Map.of("dueOn", dueOn, "reason", reason));
        });
    }
}
