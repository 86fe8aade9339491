package org.dudao.plan.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dudao.contracts.TaskEvent;
import org.dudao.outbox.Heard;
import org.dudao.plan.Attainments;
import org.dudao.plan.Attainments.Judged;
import org.dudao.plan.Plan;
import org.dudao.plan.Plans;
import org.dudao.plan.Share;
import org.dudao.plan.ShareNews;
import org.dudao.plan.Shares;
import org.dudao.plan.Target;
import org.dudao.plan.Targets;
import org.dudao.startup.Audit;
import org.jspecify.annotations.Nullable;

/** Keeps what each unit does for a target, and what the shares of all come to. */
@ApplicationScoped
public class TrackAttainmentWhenTaskTold {

    private final Shares shares;
    private final Targets targets;
    private final Plans plans;
    private final Audit audit;
    private final Clock clock;

    public TrackAttainmentWhenTaskTold(Shares shares, Targets targets, Plans plans, Audit audit, Clock clock) {
        this.shares = shares;
        this.targets = targets;
        this.plans = plans;
        this.audit = audit;
        this.clock = clock;
    }

    public void react(List<? extends Heard<? extends TaskEvent>> facts) {
        List<Target> concerned = targets.held(
                facts.stream().map(f -> f.event().task().targetId()).distinct().toList());
        shares.remember(
                facts.stream().map(f -> ShareNews.of(f.event(), f.time())).toList());
        Map<UUID, List<Share>> known =
                shares.ofTargets(concerned.stream().map(Target::id).toList());
        Map<UUID, List<Target>> byPlan = concerned.stream().collect(Collectors.groupingBy(Target::planId));
        plans.byId(byPlan.keySet()).forEach((id, plan) -> follow(plan, Objects.requireNonNull(byPlan.get(id)), known));
    }

    private void follow(Plan plan, List<Target> concerned, Map<UUID, List<Share>> known) {
        Map<UUID, Judged> judged =
                Attainments.of(plan, concerned, known, Map.of(), true, clock.getZone(), LocalDate.now(clock));
        for (Target target : concerned) {
            Map<String, Object> before = told(target);
            target.follow(
                    lead(known.getOrDefault(target.id(), List.of())),
                    Objects.requireNonNull(judged.get(target.id())).attainment());
            if (!told(target).equals(before)) {
                audit.recordSystem("attainment", "target", target.id(), told(target));
            }
        }
    }

    private static @Nullable UUID lead(List<Share> known) {
        return known.stream()
                .filter(s -> !s.isPart())
                .findFirst()
                .map(Share::taskId)
                .orElse(null);
    }

    private static Map<String, Object> told(Target target) {
        Map<String, Object> told = new HashMap<>();
        told.put("attained", target.attained());
        if (target.attainedValue() != null) {
            told.put("value", target.attainedValue().stripTrailingZeros());
        }
        return told;
    }
}
