package org.dudao.supervision.alerting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.dudao.contracts.ResolvedBecause;
import org.dudao.contracts.TaskEvent.TaskAmended;

/** The plan was amended and the day that passed is no deadline any more. Where the day stays, so does the alert. */
@ApplicationScoped
public class ResolveAlertWhenTaskAmended {

    private final ResolveAlerts resolve;

    ResolveAlertWhenTaskAmended(ResolveAlerts resolve) {
        this.resolve = resolve;
    }

    public void react(List<TaskAmended> run) {
        resolve.of(
                run.stream()
                        .filter(e -> !e.formerDueOn().equals(e.task().dueOn()))
                        .toList(),
                ResolvedBecause.DEADLINE_EXTENDED);
    }
}
