package org.dudao.supervision.alerting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.dudao.contracts.ResolvedBecause;
import org.dudao.contracts.TaskEvent.TaskCancelled;

/** What need not be done can't be late. */
@ApplicationScoped
public class ResolveAlertWhenTaskCancelled {

    private final ResolveAlerts resolve;

    ResolveAlertWhenTaskCancelled(ResolveAlerts resolve) {
        this.resolve = resolve;
    }

    public void react(List<TaskCancelled> run) {
        resolve.of(run, ResolvedBecause.TASK_CANCELLED);
    }
}
