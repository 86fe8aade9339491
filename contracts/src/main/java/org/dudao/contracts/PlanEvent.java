package org.dudao.contracts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts about work plans. Topic {@code dudao.plan}, key {@code planId}. */
public sealed interface PlanEvent extends Event {

    UUID planId();

    @Override
    default String subject() {
        return planId().toString();
    }

    /** A plan was published; one {@link TargetPublished} per target follows. */
    @EventType("dudao.plan.published.v1")
    record PlanPublished(
            UUID planId, long version, String title, int year, UnitRef bureau, int targets, String publishedBy)
            implements PlanEvent {}

    /**
     * A target of a plan just published.
     *
     * @param order place of the target in the plan, from 1
     * @param value lower bound or plain figure in {@code unit}; null for a ratio or a deliverable
     * @param upper upper bound of a range, else null
     * @param dueOn the day it is due, in the bureau's zone
     * @param dueInferred true when the document names no date and the plan year's end was taken
     * @param universal true when every unit of a population must reach it
     */
    @EventType("dudao.target.published.v1")
    record TargetPublished(
            UUID planId,
            long version,
            UUID targetId,
            int order,
            String planTitle,
            int year,
            UnitRef bureau,
            String chapter,
            String measure,
            String quote,
            String indicator,
            Comparator comparator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal upper,
            @Nullable String unit,
            LocalDate dueOn,
            boolean dueInferred,
            Strength strength,
            boolean universal)
            implements PlanEvent {}

    /** A published plan was withdrawn; everything assigned from it ends. */
    @EventType("dudao.plan.withdrawn.v1")
    record PlanWithdrawn(UUID planId, long version, String title, UnitRef bureau, String reason, String withdrawnBy)
            implements PlanEvent {}

    /**
     * What a published target asks for was changed, with an approval. Its words stay as they were printed.
     *
     * @param formerDueOn the day it was due before; the same as {@code dueOn} where that stays
     * @param change what changed, in figures and days that need no translation: {@code 165所 → 180所}
     */
    @EventType("dudao.target.amended.v1")
    record TargetAmended(
            UUID planId,
            long version,
            UUID targetId,
            String indicator,
            Comparator comparator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal upper,
            @Nullable String unit,
            LocalDate dueOn,
            LocalDate formerDueOn,
            String change,
            String reason,
            String approvedBy)
            implements PlanEvent {}

    /** One target of a published plan was withdrawn, with an approval; what was assigned from it ends. */
    @EventType("dudao.target.withdrawn.v1")
    record TargetWithdrawn(UUID planId, long version, UUID targetId, String reason, String approvedBy)
            implements PlanEvent {}
}
