package org.dudao.plan.reading.document;

import org.jspecify.annotations.Nullable;

/**
 * A measure that stands in a row of a table.
 *
 * @param text the cells in their order, each after the first with its column's name
 * @param lead as the column for the responsible unit has it: a suggestion
 * @param due as the column for the time limit has it: it holds for the targets of the row that name no date themselves
 */
public record TableRow(
        String ordinal,
        String text,
        @Nullable String lead,
        @Nullable String due) {}
