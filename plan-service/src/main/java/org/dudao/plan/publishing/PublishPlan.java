package org.dudao.plan.publishing;

import io.micrometer.core.instrument.MeterRegistry;
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
import org.dudao.plan.PlanState.Phase;
import org.dudao.plan.Plans;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Versions;
import org.jspecify.annotations.Nullable;

/** One act: the draft becomes binding, and everybody hears of it and of each of its targets. */
@ApplicationScoped
public class PublishPlan {

    private final Plans plans;
    private final HealthCheck health;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;
    private final MeterRegistry metrics;

    public PublishPlan(
            Plans plans, HealthCheck health, Outbox outbox, Audit audit, Clock clock, MeterRegistry metrics) {
        this.plans = plans;
        this.health = health;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.metrics = metrics;
    }

    Plan publish(UUID planId, @Nullable String ifMatch, Caller caller) {
        Plan plan = plans.held(planId, PlanScope.of(caller));
        if (ifMatch != null) {
            Versions.requireMatch(ifMatch, plan.version());
        }
        if (plan.phase() == Phase.DRAFT) {
            health.requirePublishable(plan);
        }
        List<PlanEvent> facts = plan.publish(caller.username(), Instant.now(clock));
        if (!facts.isEmpty()) {
            outbox.append(facts);
            audit.record(caller, "published", "plan", planId, null, Map.of("targets", facts.size() - 1));
            metrics.counter("plans_published_total").increment();
        }
        return plan;
    }
}
