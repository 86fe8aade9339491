package org.dudao.supervision.alerting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.dudao.contracts.ResolvedBecause;
import org.dudao.contracts.TaskEvent.TaskCompleted;

/** Done, even if late: nothing is left to answer for. */
@ApplicationScoped
public class ResolveAlertWhenTaskCompleted {

    private final ResolveAlerts resolve;

    ResolveAlertWhenTaskCompleted(ResolveAlerts resolve) {
        this.resolve = resolve;
    }

    public void react(List<TaskCompleted> run) {
        resolve.of(run, ResolvedBecause.TASK_COMPLETED);
    }
}
