package org.dudao.plan.prioritising;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.plan.Hand;
import org.dudao.plan.KeyWork;
import org.dudao.plan.Plan;
import org.dudao.plan.PlanScope;
import org.dudao.plan.Plans;
import org.dudao.plan.Target;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;

/** A person says what is key work (重点工作, M4): it changes nothing that was promised, so a published plan takes it, too. */
@ApplicationScoped
public class MarkKeyWork {

    private final Plans plans;
    private final Audit audit;
    private final Clock clock;

    public MarkKeyWork(Plans plans, Audit audit, Clock clock) {
        this.plans = plans;
        this.audit = audit;
        this.clock = clock;
    }

    void target(UUID planId, UUID targetId, boolean key, Caller caller) {
        Plan plan = plans.held(planId, PlanScope.of(caller));
        mark(plan, List.of(plan.target(targetId).orElseThrow(() -> Problem.notFound("目标", targetId))), key, caller);
    }

    /** All targets of a measure. */
    void measure(UUID planId, UUID measureId, boolean key, Caller caller) {
        Plan plan = plans.held(planId, PlanScope.of(caller));
        mark(
                plan,
                plan.measure(measureId)
                        .orElseThrow(() -> Problem.notFound("措施", measureId))
                        .targets(),
                key,
                caller);
    }

    private void mark(Plan plan, List<Target> targets, boolean key, Caller caller) {
        Hand hand = new Hand(caller.username(), Instant.now(clock));
        KeyWork.mark(plan, targets, key, hand)
                .forEach(change -> audit.record(
                        caller,
                        key ? "marked-key" : "unmarked-key",
                        "target",
                        change.target(),
                        Map.of("key", change.before().key()),
                        Map.of("key", change.after().key())));
    }
}
