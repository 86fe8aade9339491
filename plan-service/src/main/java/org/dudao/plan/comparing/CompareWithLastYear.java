package org.dudao.plan.comparing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.plan.Baselines;
import org.dudao.plan.Comparison;
import org.dudao.plan.LastResult;
import org.dudao.plan.Plan;
import org.dudao.plan.PlanScope;
import org.dudao.plan.Plans;
import org.dudao.plan.Target;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.jspecify.annotations.Nullable;

/** Pairs are proposed; a person decides which result a target has to better. */
@ApplicationScoped
public class CompareWithLastYear {

    private final Plans plans;
    private final Baselines baselines;
    private final FormerTargets former;
    private final Audit audit;
    private final Clock clock;

    public CompareWithLastYear(Plans plans, Baselines baselines, FormerTargets former, Audit audit, Clock clock) {
        this.plans = plans;
        this.baselines = baselines;
        this.former = former;
        this.audit = audit;
        this.clock = clock;
    }

    Comparison of(UUID planId, Caller caller) {
        return of(plans.seen(planId, PlanScope.of(caller)));
    }

    TargetOverYears overYears(UUID planId, UUID targetId, Caller caller) {
        Plan plan = plans.seen(planId, PlanScope.of(caller));
        Target target = plan.target(targetId).orElseThrow(() -> Problem.notFound("目标", targetId));
        return FollowThroughYears.of(target, plan.year(), former.of(plan, target));
    }

    Comparison with(UUID planId, List<LastResult> results, String document, Caller caller) {
        Plan plan = plans.held(planId, PlanScope.of(caller));
        baselines.replace(planId, results);
        audit.record(caller, "baseline", "plan", planId, null, Map.of("document", document, "results", results.size()));
        return of(plan);
    }

    void decide(UUID planId, UUID targetId, @Nullable UUID resultId, Caller caller) {
        Plan plan = plans.held(planId, PlanScope.of(caller));
        if (plan.target(targetId).isEmpty()) {
            throw Problem.notFound("目标", targetId);
        }
        if (resultId != null && baselines.results(planId).stream().noneMatch(r -> r.id().equals(resultId))) {
            throw Problem.notFound("上年结果", resultId);
        }
        baselines.decide(planId, targetId, resultId, caller.username(), Instant.now(clock));
        Map<String, Object> decided = new HashMap<>();
        decided.put("result", resultId);
        audit.record(caller, "baseline", "target", targetId, null, decided);
    }

    int yearOf(UUID planId, Caller caller) {
        return plans.seen(planId, PlanScope.of(caller)).year();
    }

    private Comparison of(Plan plan) {
        return Comparison.of(plan, baselines.results(plan.id()), baselines.decided(plan.id()));
    }
}
