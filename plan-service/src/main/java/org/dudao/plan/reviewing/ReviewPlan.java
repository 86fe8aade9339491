package org.dudao.plan.reviewing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.plan.Hand;
import org.dudao.plan.Measure;
import org.dudao.plan.Plan;
import org.dudao.plan.PlanReview;
import org.dudao.plan.PlanScope;
import org.dudao.plan.PlanViews;
import org.dudao.plan.Plans;
import org.dudao.plan.Reading.Change;
import org.dudao.plan.Review;
import org.dudao.plan.ReviewActs;
import org.dudao.plan.ReviewActs.ReviewAct;
import org.dudao.plan.Target;
import org.dudao.plan.TargetEdit;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.startup.Versions;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * People decide about what was read, several at once. Nobody decides about what they have not seen: each act names the
 * version of its targets, so that two people at different targets of one plan are never in each other's way.
 */
@ApplicationScoped
public class ReviewPlan {

    private final Plans plans;
    private final PlanViews views;
    private final ReviewActs acts;
    private final Audit audit;
    private final Clock clock;

    public ReviewPlan(Plans plans, PlanViews views, ReviewActs acts, Audit audit, Clock clock) {
        this.plans = plans;
        this.views = views;
        this.acts = acts;
        this.audit = audit;
        this.clock = clock;
    }

    /** A target with the version that somebody has seen. */
    public record Seen(UUID id, @Schema(examples = "12") long version) {}

    Plan edit(UUID planId, UUID targetId, TargetEdit edit, @Nullable String ifMatch, Caller caller) {
        Plan plan = plans.held(planId, PlanScope.of(caller));
        Hand hand = hand(caller);
        PlanReview review = new PlanReview(plan, hand);
        Target target = seen(review.target(targetId), ifMatch);
        return keep(plan, hand, word(edit), review.edit(target, edit), caller);
    }

    private static String word(TargetEdit edit) {
        Review decided = edit.review();
        if (edit.rewords() || decided == null) {
            return "edited";
        }
        return switch (decided) {
            case ACCEPTED -> "accepted";
            case REJECTED -> "rejected";
            case PROPOSED, REPLACED, WITHDRAWN -> "reopened";
        };
    }

    Plan split(UUID planId, UUID targetId, List<Integer> at, @Nullable String ifMatch, Caller caller) {
        Plan plan = plans.held(planId, PlanScope.of(caller));
        Hand hand = hand(caller);
        PlanReview review = new PlanReview(plan, hand);
        Target target = seen(review.target(targetId), ifMatch);
        return keep(plan, hand, "split", review.split(target, MarkedText.parts(target, at, plan.year())), caller);
    }

    Plan merge(UUID planId, UUID targetId, List<Seen> with, @Nullable String ifMatch, Caller caller) {
        Plan plan = plans.held(planId, PlanScope.of(caller));
        Hand hand = hand(caller);
        PlanReview review = new PlanReview(plan, hand);
        Target target = seen(review.target(targetId), ifMatch);
        List<Target> others = with.stream()
                .map(w -> seen(review.target(w.id()), Versions.etag(w.version())))
                .distinct()
                .toList();
        return keep(plan, hand, "merged", review.merge(target, others), caller);
    }

    /** @param of the target whose words are said once more */
    Plan repeat(UUID planId, UUID targetId, UUID of, @Nullable String ifMatch, Caller caller) {
        Plan plan = plans.held(planId, PlanScope.of(caller));
        Hand hand = hand(caller);
        PlanReview review = new PlanReview(plan, hand);
        Target target = seen(review.target(targetId), ifMatch);
        return keep(plan, hand, "repeated", review.repeat(target, review.target(of)), caller);
    }

    /** @return the new target */
    UUID add(UUID planId, UUID measureId, int start, int end, Caller caller) {
        Plan plan = plans.held(planId, PlanScope.of(caller));
        Hand hand = hand(caller);
        PlanReview review = new PlanReview(plan, hand);
        Measure measure = plan.measure(measureId).orElseThrow(() -> Problem.notFound("措施", measureId));
        List<Change> added = review.add(measure, MarkedText.read(measure, start, end, plan.year()));
        keep(plan, hand, "added", added, caller);
        return added.getFirst().target();
    }

    /** @param ifMatch honoured when sent */
    Plan acceptAll(UUID planId, @Nullable String ifMatch, Caller caller) {
        Plan plan = plans.held(planId, PlanScope.of(caller));
        if (ifMatch != null) {
            Versions.requireMatch(ifMatch, plan.version());
        }
        Hand hand = hand(caller);
        List<Change> changes = new PlanReview(plan, hand).acceptAll();
        acts.keep(planId, hand, "accepted-all", changes);
        audit.record(caller, "accepted-all", "plan", planId, null, Map.of("accepted", changes.size()));
        return plan;
    }

    /** The caller's own last act; again for the one before it. */
    Plan undo(UUID planId, Caller caller) {
        Plan plan = plans.held(planId, PlanScope.of(caller));
        Hand hand = hand(caller);
        PlanReview review = new PlanReview(plan, hand);
        ReviewAct last = acts.lastOf(planId, caller.username())
                .orElseThrow(
                        () -> Problem.conflict("nothing-to-undo", "没有可以撤销的操作。", "There is nothing of yours to undo."));
        review.undo(last.changes());
        acts.forget(last);
        audit.record(caller, "undone", "plan", planId, Map.of("act", last.act()), null);
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

    private Plan keep(Plan plan, Hand hand, String act, List<Change> changes, Caller caller) {
        acts.keep(plan.id(), hand, act, changes);
        changes.forEach(c -> audit.record(caller, act, "target", c.target(), c.before(), c.after()));
        return plan;
    }

    /** @throws TargetChangedMeanwhile when it is not as the caller has seen it */
    private Target seen(Target target, @Nullable String ifMatch) {
        try {
            Versions.requireMatch(ifMatch, target.version());
            return target;
        } catch (Problem p) {
            if (p.status() == 412) {
                throw new TargetChangedMeanwhile(views.of(target));
            }
            throw p;
        }
    }

    private Hand hand(Caller caller) {
        return new Hand(caller.username(), Instant.now(clock));
    }
}
