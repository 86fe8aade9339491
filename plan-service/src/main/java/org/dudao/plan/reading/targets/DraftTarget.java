package org.dudao.plan.reading.targets;

import java.math.BigDecimal;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.Strength;
import org.jspecify.annotations.Nullable;

/**
 * A commitment that someone can check at a date.
 *
 * @param start where the quote begins in its measure's text
 * @param value lower bound or plain figure; 万 and 亿 multiplied out except for money; null for a ratio or a deliverable
 * @param due null when the document says nothing: the plan year's end is then inferred, and said to be
 * @param within the target it is a part or an exception of
 */
public record DraftTarget(
        String quote,
        int start,
        int end,
        String indicator,
        Kind kind,
        Comparator comparator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal upper,
        @Nullable String unit,
        boolean approx,
        @Nullable Due due,
        @Nullable Recurrence recurrence,
        Strength strength,
        boolean universal,
        @Nullable Within within,
        Terms terms) {

    public enum Kind {
        COUNT,
        PERCENT,
        CHANGE,
        RANK,
        FREQUENCY,
        MILESTONE,
        UNIVERSAL,
        MONEY,
        AREA
    }

    /** The date stands in another clause. */
    public DraftTarget dueBy(@Nullable Due otherDue) {
        return new DraftTarget(
                quote,
                start,
                end,
                indicator,
                kind,
                comparator,
                value,
                upper,
                unit,
                approx,
                otherDue,
                recurrence,
                strength,
                universal,
                within,
                terms.doubted(Terms.Doubt.DATE_FROM_ELSEWHERE));
    }
}
