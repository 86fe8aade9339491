package org.dudao.plan.reviewing;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.dudao.contracts.Comparator;
import org.dudao.plan.Plan;
import org.dudao.plan.PlanScope;
import org.dudao.plan.Plans;
import org.dudao.plan.Review;
import org.dudao.plan.Target;
import org.dudao.plan.TargetEdit;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.startup.Versions;
import org.jspecify.annotations.Nullable;

/** People decide about what was read. Nobody decides about what they have not seen. */
@ApplicationScoped
public class ReviewPlan {

    private final Plans plans;
    private final Audit audit;

    public ReviewPlan(Plans plans, Audit audit) {
        this.plans = plans;
        this.audit = audit;
    }

    private record Content(
            String indicator,
            Comparator comparator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal upper,
            @Nullable String unit,
            @Nullable LocalDate dueOn,
            Review review) {

        static Content of(Target t) {
            return new Content(t.indicator(), t.comparator(), t.value(), t.upper(), t.unit(), t.dueOn(), t.review());
        }
    }

    Plan edit(UUID planId, UUID targetId, TargetEdit edit, @Nullable String ifMatch, Caller caller) {
        Plan plan = plans.held(planId, PlanScope.of(caller));
        Target target = plan.target(targetId).orElseThrow(() -> Problem.notFound("目标", targetId));
        Versions.requireMatch(ifMatch, plan.version());
        Content before = Content.of(target);
        plan.edit(target, edit);
        audit.record(caller, "reviewed", "target", targetId, before, Content.of(target));
        return plan;
    }

    /** @param ifMatch honoured when sent */
    Plan acceptAll(UUID planId, @Nullable String ifMatch, Caller caller) {
        Plan plan = plans.held(planId, PlanScope.of(caller));
        if (ifMatch != null) {
            Versions.requireMatch(ifMatch, plan.version());
        }
        int accepted = plan.acceptAll();
        audit.record(caller, "accepted-all", "plan", planId, null, Map.of("accepted", accepted));
        return plan;
    }

    /** @param ifMatch honoured when sent */
    void discard(UUID planId, @Nullable String ifMatch, Caller caller) {
        Plan plan = plans.held(planId, PlanScope.of(caller));
        if (ifMatch != null) {
            Versions.requireMatch(ifMatch, plan.version());
        }
        plan.draft();
        plans.discard(plan);
        audit.record(caller, "discarded", "plan", planId, Map.of("title", plan.title()), null);
    }
}
