package org.dudao.supervision.alerting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.contracts.AlertFacts;
import org.dudao.contracts.ResolvedBecause;
import org.dudao.contracts.TaskEvent.TaskAssigned;
import org.dudao.supervision.KnownTasks;
import org.dudao.supervision.KnownTasks.Known;
import org.dudao.supervision.alerting.RaiseAlertWhenTaskOverdue.Late;

/**
 * A late task that goes to another unit: the former unit's alert is resolved, and since the deadline has still passed a
 * new one is raised for the new unit at once. Its ladder starts at the first rung, for the new unit had no time to
 * answer; that the task is late again is told by {@code repeated}. Carrying the alert over would have made the new unit
 * inherit a rung that it did nothing to reach; resolving alone would have lost the alert.
 */
@ApplicationScoped
public class ReplaceAlertWhenTaskReassigned {

    private final ResolveAlerts resolve;
    private final RaiseAlertWhenTaskOverdue raise;
    private final KnownTasks tasks;
    private final Clock clock;

    ReplaceAlertWhenTaskReassigned(
            ResolveAlerts resolve, RaiseAlertWhenTaskOverdue raise, KnownTasks tasks, Clock clock) {
        this.resolve = resolve;
        this.raise = raise;
        this.tasks = tasks;
        this.clock = clock;
    }

    public void react(List<TaskAssigned> run) {
        resolve.of(run, ResolvedBecause.DEADLINE_EXTENDED);
        List<AlertFacts> left = resolve.of(run, ResolvedBecause.TASK_REASSIGNED).stream()
                .map(r -> r.alert())
                .toList();
        if (left.isEmpty()) {
            return;
        }
        Map<UUID, Known> known =
                tasks.find(left.stream().map(AlertFacts::taskId).toList());
        Instant now = clock.instant();
        raise.raise(left.stream()
                .filter(a -> known.containsKey(a.taskId()))
                .map(a -> new Late(a.taskId(), a.dueOn(), now))
                .toList());
    }
}
