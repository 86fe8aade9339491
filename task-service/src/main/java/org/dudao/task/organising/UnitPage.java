package org.dudao.task.organising;

import java.util.List;
import org.dudao.contracts.UnitRef;
import org.dudao.startup.Audit;
import org.dudao.task.Person;
import org.dudao.task.SchoolCodes;
import org.dudao.task.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A unit with what belongs to it.
 *
 * @param above the units above it, the highest first
 * @param below how many open units lie right below it
 * @param counts numbers of its tasks, each with the query of {@code GET tasks} that lists them
 * @param codes codes of the school, the one in force first
 */
public record UnitPage(
        Unit unit,
        List<UnitRef> above,
        @Nullable Person leader,
        @Nullable Person contact,
        @Nullable UnitRef successor,
        long below,
        long people,
        List<UnitCount> counts,
        List<SchoolCodes.Held> codes,
        List<Audit.Entry> history) {

    /** A number that opens its list. */
    public record UnitCount(String key, long count, String query) {}
}
