package org.dudao.plan.reviewing;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dudao.plan.Plan;
import org.dudao.plan.PlanViews;
import org.dudao.plan.ReviewActs;
import org.dudao.plan.ReviewActs.ReviewAct;
import org.dudao.plan.Target;
import org.dudao.plan.reviewing.ReviewView.Placed;
import org.dudao.plan.reviewing.ReviewView.Undoable;
import org.dudao.startup.Caller;
import org.dudao.startup.Can;
import org.jspecify.annotations.Nullable;

/** A review as the present caller sees it. */
@RequestScoped
public class ReviewViews {

    private final PlanViews views;
    private final ReviewActs acts;
    private final Caller caller;

    ReviewViews(PlanViews views, ReviewActs acts, Caller caller) {
        this.views = views;
        this.acts = acts;
        this.caller = caller;
    }

    /** @param since the plan's version the caller knows; what changed later is told. Without it, all is. */
    ReviewView since(Plan plan, @Nullable Long since) {
        long known = since == null ? 0 : since;
        List<Target> changed =
                plan.everyTarget().filter(t -> t.version() > known).toList();
        List<Placed> standing = changed.stream()
                .filter(Target::stands)
                .map(t -> new Placed(t.measure().id(), views.of(t)))
                .toList();
        List<UUID> gone =
                changed.stream().filter(t -> !t.stands()).map(Target::id).toList();
        Optional<ReviewAct> last = acts.lastOf(plan.id(), caller.username());
        Can can = views.can(plan);
        return new ReviewView(
                plan.id(),
                plan.version(),
                views.counts(plan),
                standing,
                gone,
                plan.outlineVersion() > known,
                last.map(a -> new Undoable(a.act(), a.at(), a.changes().size())).orElse(null),
                can.can(),
                can.cannot());
    }
}
