package org.dudao.task.assigning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.dudao.contracts.PlanEvent.TargetWithdrawn;

/** Ends the task of a withdrawn target and its shares, as a withdrawn plan ends all of its own. */
@ApplicationScoped
public class CancelTaskWhenTargetWithdrawn {

    private final CancelTasksWhenPlanWithdrawn cancel;

    public CancelTaskWhenTargetWithdrawn(CancelTasksWhenPlanWithdrawn cancel) {
        this.cancel = cancel;
    }

    public void react(List<TargetWithdrawn> targets) {
        targets.forEach(t -> cancel.ofTarget(t.targetId(), t.approvedBy(), "目标已撤回：" + t.reason()));
    }
}
