package org.dudao.task.expecting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.task.Act;
import org.dudao.task.Cadence;
import org.dudao.task.Deadlines;
import org.dudao.task.Desk;
import org.dudao.task.NotInThisPhase;
import org.dudao.task.ReportPolicies;
import org.dudao.task.Task;
import org.dudao.task.Tasks;

/** Says how often a task is reported on, and what its shares are when that is wanted. What was missed stays missed. */
@ApplicationScoped
class SetCadence {

    private final Desk desk;
    private final Tasks tasks;
    private final ReportPolicies policies;
    private final Deadlines deadlines;
    private final Clock clock;

    SetCadence(Desk desk, Tasks tasks, ReportPolicies policies, Deadlines deadlines, Clock clock) {
        this.desk = desk;
        this.tasks = tasks;
        this.policies = policies;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Transactional
    void set(UUID id, Cadence cadence, int daysAfter, boolean withShares, String reason) {
        Task task = desk.take(id, Act.SET_CADENCE);
        if (!task.running()) {
            throw new NotInThisPhase(Act.SET_CADENCE, task.phase());
        }
        List<Task> all = new ArrayList<>(List.of(task));
        if (withShares) {
            tasks.heldSharesOf(id).stream().filter(Task::running).forEach(all::add);
        }
        List<UUID> ids = all.stream().map(Task::id).toList();
        policies.set(ids, cadence, daysAfter, LocalDate.now(clock));
        deadlines.planAnew(ids);
        all.forEach(one -> desk.record(
                "cadence-set", one, null, Map.of("cadence", cadence.word(), "daysAfter", daysAfter, "reason", reason)));
    }
}
