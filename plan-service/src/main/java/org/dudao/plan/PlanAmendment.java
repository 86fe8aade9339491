package org.dudao.plan;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.dudao.contracts.PlanEvent;
import org.dudao.contracts.PlanEvent.TargetAmended;
import org.dudao.contracts.PlanEvent.TargetWithdrawn;
import org.dudao.outbox.Outbox;
import org.dudao.plan.Amendment.Kind;
import org.dudao.plan.Amendment.State;
import org.dudao.plan.PlanState.Published;
import org.dudao.startup.Problem;
import org.jspecify.annotations.Nullable;

/** What may be changed of a published plan, and what becomes of it once somebody approves. Its words stay as printed. */
public final class PlanAmendment {

    private final Plan plan;
    private final Hand hand;

    /** @throws PlanNotOpen unless the plan is published */
    public PlanAmendment(Plan plan, Hand hand) {
        if (!(plan.state() instanceof Published)) {
            throw new PlanNotOpen(plan.phase());
        }
        this.plan = plan;
        this.hand = hand;
    }

    public Amendment change(UUID targetId, TargetEdit edit, String reason) {
        Target target = binding(targetId);
        Commitment before = target.commitment();
        Commitment after = edit.on(target.reading()).says();
        String change = Amendment.difference(plan, before, after);
        if (change.isEmpty()) {
            throw Problem.invalid("change", "没有改动数值、单位、期限或指标。", "Neither value, unit, day nor indicator would change.");
        }
        return proposed(targetId, target.measure(), Kind.CHANGE, before, after, change, reason);
    }

    public Amendment withdrawal(UUID targetId, String reason) {
        Target target = binding(targetId);
        String change = target.indicator() + " → —";
        return proposed(targetId, target.measure(), Kind.WITHDRAWAL, target.commitment(), null, change, reason);
    }

    public Amendment addition(Measure measure, Commitment wanted, String reason) {
        String change = "— → " + wanted.indicator() + " " + Amendment.figure(wanted);
        return proposed(null, measure, Kind.ADDITION, null, wanted, change.strip(), reason);
    }

    private Amendment proposed(
            @Nullable UUID target,
            Measure measure,
            Kind kind,
            @Nullable Commitment before,
            @Nullable Commitment after,
            String change,
            String reason) {
        return new Amendment(
                Outbox.newId(),
                plan.id(),
                target,
                measure.id(),
                kind,
                before,
                after,
                change,
                reason,
                State.PROPOSED,
                hand,
                null,
                null);
    }

    /** The amendment as it was decided, and the fact. */
    public record Approved(Amendment amendment, PlanEvent fact) {}

    public Approved approve(Amendment amendment) {
        return switch (amendment.kind()) {
            case CHANGE -> changed(amendment);
            case WITHDRAWAL -> withdrawn(amendment);
            case ADDITION -> added(amendment);
        };
    }

    private Approved changed(Amendment amendment) {
        UUID id = must(amendment.target());
        Amendment approved = amendment.approve(hand, id);
        Target target = asProposed(amendment);
        Commitment after = must(amendment.after());
        LocalDate former = due(target.commitment());
        Commitment now = after.in(plan.year());
        long version = plan.countVersion();
        target.become(target.reading().saying(after), version, hand);
        return new Approved(
                approved,
                new TargetAmended(
                        plan.id(),
                        version,
                        id,
                        now.indicator(),
                        now.comparator(),
                        now.value(),
                        now.upper(),
                        now.unit(),
                        due(after),
                        former,
                        amendment.change(),
                        amendment.reason(),
                        hand.who()));
    }

    private LocalDate due(Commitment says) {
        return Objects.requireNonNullElse(says.in(plan.year()).dueOn(), plan.yearEnd());
    }

    private Approved withdrawn(Amendment amendment) {
        UUID id = must(amendment.target());
        Amendment approved = amendment.approve(hand, id);
        Target target = asProposed(amendment);
        long version = plan.countVersion();
        target.become(target.reading().reviewed(Review.WITHDRAWN), version, hand);
        return new Approved(approved, new TargetWithdrawn(plan.id(), version, id, amendment.reason(), hand.who()));
    }

    private Approved added(Amendment amendment) {
        Measure measure =
                plan.measure(amendment.measure()).orElseThrow(() -> Problem.notFound("措施", amendment.measure()));
        Target target = measure.addTarget(must(amendment.after()));
        Amendment approved = amendment.approve(hand, target.id());
        target.become(target.reading().reviewed(Review.ACCEPTED), plan.countVersion(), hand);
        int order =
                (int) plan.targets().filter(t -> t.review() == Review.ACCEPTED).count();
        return new Approved(approved, target.published(plan, order));
    }

    private Target asProposed(Amendment amendment) {
        Target target = binding(must(amendment.target()));
        if (!target.commitment().equals(amendment.before())) {
            throw Problem.conflict(
                    "target-changed-since",
                    "提出变更之后，这一目标又变更过。请退回后按现在的内容重新提出。",
                    "The target was amended after this was proposed. Refuse it and propose anew.");
        }
        return target;
    }

    /** @throws Problem 404 when the plan has no such target in force */
    private Target binding(UUID targetId) {
        return plan.target(targetId)
                .filter(t -> t.review() == Review.ACCEPTED)
                .orElseThrow(() -> Problem.notFound("目标", targetId));
    }

    private static <T> T must(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the table's CHECK forbids it");
        }
        return part;
    }
}
