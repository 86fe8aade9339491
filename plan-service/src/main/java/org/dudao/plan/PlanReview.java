package org.dudao.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dudao.plan.Reading.Change;
import org.dudao.startup.Problem;
import org.jspecify.annotations.Nullable;

/** What reviewers do to the targets of a draft. Each act counts one version of the plan and says what it changed. */
public final class PlanReview {

    private final Plan plan;
    private final Hand hand;
    private final long version;

    /** @throws PlanNotOpen unless the plan is a draft */
    public PlanReview(Plan plan, Hand hand) {
        plan.draft();
        this.plan = plan;
        this.hand = hand;
        this.version = plan.countVersion();
    }

    /** @throws Problem 404 when the plan has no such target */
    public Target target(UUID id) {
        return plan.target(id).orElseThrow(() -> Problem.notFound("目标", id));
    }

    public List<Change> edit(Target target, TargetEdit edit) {
        return List.of(change(target, edit.on(target.reading())));
    }

    /** Everything that is still open is accepted. */
    public List<Change> acceptAll() {
        return plan.targets()
                .filter(t -> t.review() == Review.PROPOSED)
                .map(t -> change(t, t.reading().reviewed(Review.ACCEPTED)))
                .toList();
    }

    /** The target becomes the first of the parts, the others stand beside it; all of them are to be decided on. */
    public List<Change> split(Target target, List<Commitment> parts) {
        List<Change> changes = new ArrayList<>();
        changes.add(change(target, target.reading().saying(parts.getFirst()).reviewed(Review.PROPOSED)));
        parts.stream().skip(1).forEach(part -> changes.add(added(target.measure(), part, Review.PROPOSED)));
        return changes;
    }

    /** The first one takes in the words of the others, which stand no more. */
    public List<Change> merge(Target target, List<Target> others) {
        if (others.isEmpty() || others.contains(target)) {
            throw Problem.invalid("with", "请选择要并入的其他目标。", "Name the other targets to merge.");
        }
        if (others.stream()
                .anyMatch(o -> !o.measure().id().equals(target.measure().id()))) {
            throw Problem.invalid("with", "只能合并同一条措施里的目标。", "Only targets of one measure can be merged.");
        }
        int from = Math.min(target.quoteStart(), least(others));
        int to = Math.max(
                target.quoteEnd(),
                others.stream().mapToInt(Target::quoteEnd).max().orElseThrow());
        Commitment joined = target.commitment().quoting(target.measure().body().substring(from, to), from, to);
        List<Change> changes = new ArrayList<>();
        changes.add(change(target, target.reading().saying(joined).reviewed(Review.PROPOSED)));
        others.forEach(o -> changes.add(change(o, o.reading().reviewed(Review.REPLACED))));
        return changes;
    }

    /** Key work that repeats what stands before (M4): the words lead to that one, which is key from now on. */
    public List<Change> repeat(Target target, Target said) {
        if (target == said) {
            throw Problem.invalid("of", "请选择另一项目标。", "Name another target.");
        }
        List<Change> changes = new ArrayList<>();
        changes.add(change(target, target.reading().repeating(said.id())));
        if (!said.key()) {
            changes.add(change(said, said.reading().keyed(true)));
        }
        return changes;
    }

    private static int least(List<Target> targets) {
        return targets.stream().mapToInt(Target::quoteStart).min().orElseThrow();
    }

    /** What a person found in the text is accepted by that. */
    public List<Change> add(Measure measure, Commitment found) {
        return List.of(added(measure, found, Review.ACCEPTED));
    }

    private Change added(Measure measure, Commitment found, Review review) {
        Target target = measure.addTarget(found);
        Reading nothing = target.reading().reviewed(Review.REPLACED);
        target.become(target.reading().reviewed(review), version, hand);
        return new Change(target.id(), nothing, target.reading());
    }

    /** @throws Problem 409 when somebody changed one of them since */
    public void undo(List<Change> act) {
        Map<UUID, Target> all = plan.everyTarget().collect(Collectors.toMap(Target::id, Function.identity()));
        for (Change c : act) {
            Target target = all.get(c.target());
            if (target == null || !target.reading().equals(c.after())) {
                throw overtaken(target);
            }
            change(target, c.before());
        }
    }

    private static Problem overtaken(@Nullable Target t) {
        String what = t == null ? "" : t.indicator();
        String who = t == null ? "" : Objects.requireNonNullElse(t.changedBy(), "");
        return Problem.conflict(
                "undo-overtaken",
                "不能撤销：“" + what + "”之后又被 " + who + " 修改过。请直接修改该目标。",
                "Cannot be undone: \"" + what + "\" was changed since by " + who + ". Edit that target instead.");
    }

    private Change change(Target target, Reading next) {
        return target.become(next, version, hand);
    }

    /** In the order of the words, then of their reading. */
    static final Comparator<Target> AS_WRITTEN =
            Comparator.comparingInt(Target::quoteStart).thenComparingInt(Target::place);
}
