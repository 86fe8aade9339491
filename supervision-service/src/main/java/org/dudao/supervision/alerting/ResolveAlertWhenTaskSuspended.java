package org.dudao.supervision.alerting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.dudao.contracts.ResolvedBecause;
import org.dudao.contracts.TaskEvent.TaskSuspended;

/** ADR-0010: a clock that stands still makes nobody late. What is late still when it goes on is raised anew. */
@ApplicationScoped
public class ResolveAlertWhenTaskSuspended {

    private final ResolveAlerts resolve;

    ResolveAlertWhenTaskSuspended(ResolveAlerts resolve) {
        this.resolve = resolve;
    }

    public void react(List<TaskSuspended> run) {
        resolve.of(run, ResolvedBecause.TASK_SUSPENDED);
    }
}
