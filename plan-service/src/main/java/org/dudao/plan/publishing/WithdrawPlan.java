package org.dudao.plan.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.contracts.PlanEvent;
import org.dudao.outbox.Outbox;
import org.dudao.plan.Plan;
import org.dudao.plan.PlanScope;
import org.dudao.plan.Plans;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Versions;
import org.jspecify.annotations.Nullable;

/** A published plan ends, with its reason; whoever made tasks of it ends those. */
@ApplicationScoped
public class WithdrawPlan {

    private final Plans plans;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    public WithdrawPlan(Plans plans, Outbox outbox, Audit audit, Clock clock) {
        this.plans = plans;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    Plan withdraw(UUID planId, String reason, @Nullable String ifMatch, Caller caller) {
        Plan plan = plans.held(planId, PlanScope.of(caller));
        if (ifMatch != null) {
            Versions.requireMatch(ifMatch, plan.version());
        }
        List<PlanEvent> facts = plan.withdraw(caller.username(), Instant.now(clock), reason);
        if (!facts.isEmpty()) {
            outbox.append(facts);
            audit.record(caller, "withdrawn", "plan", planId, null, Map.of("reason", reason));
        }
        return plan;
    }
}
