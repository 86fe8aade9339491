package org.dudao.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What every reader of an alert event needs.
 *
 * @param unit the unit that answers for the task
 * @param dueOn the deadline that passed
 * @param repeated how many alerts the same task had before
 */
public record AlertFacts(
        UUID alertId,
        UUID taskId,
        UUID planId,
        String title,
        UnitRef bureau,
        UnitRef unit,
        List<UnitRef> supportingUnits,
        LocalDate dueOn,
        int repeated) {}
