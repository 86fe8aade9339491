package org.dudao.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every reader of a task event needs, so that nobody calls back.
 *
 * @param parentId the task this one is a unit's share of, else null
 * @param dueOn the day it is due, in the bureau's zone; overdue begins when this day ends
 */
public record TaskFacts(
        UUID taskId,
        UUID planId,
        UUID targetId,
        @Nullable UUID parentId,
        String title,
        UnitRef bureau,
        UnitRef leadUnit,
        List<UnitRef> supportingUnits,
        LocalDate dueOn) {}
