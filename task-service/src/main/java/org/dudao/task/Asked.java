package org.dudao.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.dudao.contracts.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What the plan asks for, in its words and in figures. An amendment changes it by SQL, in all tasks of the target at once.
 *
 * @param place of the target in the plan, from 1
 * @param title one line for lists and messages
 * @param universal every unit of a population must reach it
 */
@Embeddable
public record Asked(
        @Column(updatable = false) int place,

        @Column(name = "plan_title", updatable = false) String planTitle,

        @Column(updatable = false) int year,
        @Column(updatable = false) String chapter,
        @Column(updatable = false) String measure,
        @Column(updatable = false) String title,
        @Column(updatable = false) String quote,
        @Column(updatable = false) String indicator,
        @Column(updatable = false) String comparator,

        @Column(name = "target_value", updatable = false) @Nullable
        BigDecimal targetValue,

        @Column(name = "target_upper", updatable = false) @Nullable
        BigDecimal targetUpper,

        @Column(name = "value_unit", updatable = false) @Nullable
        String valueUnit,

        @Column(updatable = false) String strength,
        @Column(updatable = false) boolean universal) {

    static Asked inWords(int year, String measure, String title, String quote) {
        return new Asked(
                1, "", year, "", measure, title, quote, "", Comparator.DONE.name(), null, null, null, "MUST", false);
    }

    /** Of one unit. A figure that every unit must reach is each unit's; any other is not divided here. */
    Asked ofEachUnit() {
        return new Asked(
                place,
                planTitle,
                year,
                chapter,
                measure,
                title,
                quote,
                indicator,
                comparator,
                universal ? targetValue : null,
                universal ? targetUpper : null,
                valueUnit,
                strength,
                universal);
    }

    public Comparator comparison() {
        return Comparator.valueOf(comparator);
    }
}
