package org.dudao.supervision.alerting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.dudao.contracts.ResolvedBecause;
import org.dudao.contracts.TaskEvent.TaskExtended;

/** The deadline that passed is no deadline any more; the new one raises its own alert when it passes. */
@ApplicationScoped
public class ResolveAlertWhenTaskExtended {

    private final ResolveAlerts resolve;

    ResolveAlertWhenTaskExtended(ResolveAlerts resolve) {
        this.resolve = resolve;
    }

    public void react(List<TaskExtended> run) {
        resolve.of(run, ResolvedBecause.DEADLINE_EXTENDED);
    }
}
