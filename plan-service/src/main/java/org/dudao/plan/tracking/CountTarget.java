package org.dudao.plan.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.dudao.plan.CountedFrom;
import org.dudao.plan.Plan;
import org.dudao.plan.PlanScope;
import org.dudao.plan.Plans;
import org.dudao.plan.Target;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;

/** A person says where a target's figure comes from; from then on nobody types it in (U14). */
@ApplicationScoped
public class CountTarget {

    private final Plans plans;
    private final Audit audit;

    public CountTarget(Plans plans, Audit audit) {
        this.plans = plans;
        this.audit = audit;
    }

    void from(UUID planId, UUID targetId, CountedFrom source, Caller caller) {
        Plan plan = plans.held(planId, PlanScope.of(caller));
        Target target = plan.target(targetId).orElseThrow(() -> Problem.notFound("目标", targetId));
        CountedFrom before = target.countedFrom();
        if (target.countFrom(source)) {
            audit.record(
                    caller,
                    "counted-from",
                    "target",
                    targetId,
                    Map.of("countedFrom", before),
                    Map.of("countedFrom", source));
        }
    }
}
