package org.dudao.plan.amending;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.outbox.Outbox;
import org.dudao.plan.Amendment;
import org.dudao.plan.Amendments;
import org.dudao.plan.Commitment;
import org.dudao.plan.Hand;
import org.dudao.plan.Measure;
import org.dudao.plan.Plan;
import org.dudao.plan.PlanAmendment;
import org.dudao.plan.PlanScope;
import org.dudao.plan.Plans;
import org.dudao.plan.TargetEdit;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;

/** Proposing changes nothing; approving changes the plan and tells of it in the same transaction. */
@ApplicationScoped
public class AmendPlan {

    private final Plans plans;
    private final Amendments amendments;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;
    private final MeterRegistry metrics;

    public AmendPlan(
            Plans plans, Amendments amendments, Outbox outbox, Audit audit, Clock clock, MeterRegistry metrics) {
        this.plans = plans;
        this.amendments = amendments;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.metrics = metrics;
    }

    List<Amendment> of(UUID planId, Caller caller) {
        return amendments.of(plans.seen(planId, PlanScope.of(caller)).id());
    }

    UUID change(UUID planId, UUID targetId, TargetEdit edit, String reason, Caller caller) {
        Plan plan = plans.held(planId, PlanScope.of(caller));
        return propose(new PlanAmendment(plan, hand(caller)).change(targetId, edit, reason), caller);
    }

    UUID withdrawal(UUID planId, UUID targetId, String reason, Caller caller) {
        Plan plan = plans.held(planId, PlanScope.of(caller));
        return propose(new PlanAmendment(plan, hand(caller)).withdrawal(targetId, reason), caller);
    }

    UUID addition(UUID planId, UUID measureId, Commitment wanted, String reason, Caller caller) {
        Plan plan = plans.held(planId, PlanScope.of(caller));
        PlanAmendment amending = new PlanAmendment(plan, hand(caller));
        Measure measure = plan.measure(measureId).orElseThrow(() -> Problem.notFound("措施", measureId));
        return propose(amending.addition(measure, wanted, reason), caller);
    }

    private UUID propose(Amendment amendment, Caller caller) {
        amendments.propose(amendment);
        audit.record(caller, "proposed", "amendment", amendment.id(), amendment.before(), amendment.after());
        return amendment.id();
    }

    Amendment approve(UUID planId, UUID id, Caller caller) {
        Plan plan = plans.held(planId, PlanScope.of(caller));
        PlanAmendment.Approved approved = new PlanAmendment(plan, hand(caller)).approve(amendments.find(planId, id));
        plans.flush();
        amendments.decide(approved.amendment());
        outbox.append(List.of(approved.fact()));
        audit.record(
                caller,
                "approved",
                "amendment",
                id,
                approved.amendment().before(),
                approved.amendment().after());
        metrics.counter(
                        "plans_amended_total",
                        "kind",
                        approved.amendment().kind().name())
                .increment();
        return approved.amendment();
    }

    Amendment refuse(UUID planId, UUID id, String why, Caller caller) {
        plans.held(planId, PlanScope.of(caller));
        Amendment refused = amendments.find(planId, id).refuse(hand(caller), why);
        amendments.decide(refused);
        audit.record(caller, "refused", "amendment", id, null, Map.of("reason", why));
        return refused;
    }

    private Hand hand(Caller caller) {
        return new Hand(caller.username(), Instant.now(clock));
    }
}
