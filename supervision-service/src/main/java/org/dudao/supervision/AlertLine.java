package org.dudao.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.contracts.Rung;
import org.dudao.contracts.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * An alert in a list.
 *
 * @param title the task's
 * @param state open, resolved or closed
 * @param rung the highest rung taken
 * @param daysLate days from the deadline to today, or to its end
 * @param repeated how many alerts the same task had before
 * @param snoozedUntil the ladder rests until then; absent when it does not rest
 * @param proposed the rung that waits for a signature
 * @param nextStepAt when the ladder moves by itself next
 */
public record AlertLine(
        UUID id,
        UUID taskId,
        UUID planId,
        String title,
        UnitRef unit,
        UnitRef bureau,
        List<UnitRef> supportingUnits,
        LocalDate dueOn,
        long daysLate,
        String state,
        Rung rung,
        String rungLabel,
        int repeated,
        Instant raisedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant snoozedUntil,
        @Nullable Rung proposed,
        @Nullable Instant nextStepAt,
        @Nullable Instant endedAt,
        long version) {}
