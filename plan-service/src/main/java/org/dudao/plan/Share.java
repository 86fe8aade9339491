package org.dudao.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.contracts.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * What one unit does for a target: the whole of it, or a part.
 *
 * @param parentId the task it is a part of, null when it answers for the whole
 * @param value state reached so far as last reported
 * @param most the highest value ever reported
 * @param words what was said last: a report, or why it was sent back, moved or ended
 * @param suspended its clock stands still (挂起)
 */
public record Share(
        UUID taskId,
        UUID targetId,
        @Nullable UUID parentId,
        UnitRef unit,
        List<String> supportingNames,
        List<String> supportingPaths,
        LocalDate dueOn,
        LocalDate firstDueOn,
        Phase phase,
        @Nullable BigDecimal value,
        @Nullable BigDecimal most,
        @Nullable String words,
        @Nullable Instant wordsAt,
        boolean suspended) {

    public enum Phase {
        ASSIGNED,
        ACCEPTED,
        UNDER_WAY,
        SUBMITTED,
        COMPLETED,
        CANCELLED
    }

    public boolean isPart() {
        return parentId != null;
    }

    boolean counts() {
        return phase != Phase.CANCELLED;
    }

    /** Derived from the clock, never stored. What was handed in waits for others; what stands still is not late. */
    public boolean overdue(LocalDate today) {
        return switch (phase) {
            case ASSIGNED, ACCEPTED, UNDER_WAY -> !suspended && dueOn.isBefore(today);
            case SUBMITTED, COMPLETED, CANCELLED -> false;
        };
    }

    /** Whether this unit has done what is asked of it alone. */
    public boolean reached(Asked asked) {
        BigDecimal wanted = asked.form() == Form.FREQUENCY ? asked.owedInAYear() : asked.valueFor(unit.name());
        if (value == null || asked.form() == Form.DELIVERABLE) {
            return phase == Phase.COMPLETED;
        }
        return asked.reaches(value, wanted);
    }

    /** As it was before its first report. */
    Share unreported() {
        return told(Phase.ASSIGNED, null);
    }

    /** As it was when this was reported. */
    Share at(BigDecimal reported) {
        return told(Phase.UNDER_WAY, reported);
    }

    private Share told(Phase then, @Nullable BigDecimal reported) {
        return new Share(
                taskId,
                targetId,
                parentId,
                unit,
                supportingNames,
                supportingPaths,
                dueOn,
                firstDueOn,
                then,
                reported,
                reported,
                null,
                null,
                false);
    }
}
