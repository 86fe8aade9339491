package org.dudao.plan.reading.targets;

import java.math.BigDecimal;
import org.dudao.contracts.Comparator;
import org.dudao.plan.reading.targets.DraftTarget.Kind;
import org.dudao.plan.reading.targets.Within.Relation;
import org.jspecify.annotations.Nullable;

/**
 * What a clause promises, before its date and its wording are looked at.
 *
 * @param start where its words begin in the clause
 * @param about the one project meant, where a clause names several
 * @param due its own date, where a clause has several; else null
 * @param relation to the promise before it, where it is a part or an exception of that
 */
record Promise(
        int start,
        int end,
        Kind kind,
        Comparator comparator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal upper,
        @Nullable String unit,
        @Nullable Recurrence recurrence,
        boolean universal,
        @Nullable String about,
        @Nullable Due due,
        @Nullable Relation relation,
        Terms terms) {

    static final BigDecimal ALL = BigDecimal.valueOf(100);

    static Promise figure(Clause clause, Kind kind, Comparator comparator, BigDecimal value, String unit) {
        return whole(clause, kind, comparator, value, unit, null, false, Terms.NONE);
    }

    /** Carried by the whole clause. */
    static Promise whole(
            Clause clause,
            Kind kind,
            Comparator comparator,
            @Nullable BigDecimal value,
            @Nullable String unit,
            @Nullable Recurrence recurrence,
            boolean universal,
            Terms terms) {
        return new Promise(
                0,
                clause.matched().length(),
                kind,
                comparator,
                value,
                null,
                unit,
                recurrence,
                universal,
                null,
                null,
                null,
                terms);
    }

    /** A deliverable with a date. */
    static Promise delivered(int start, int end, String project, @Nullable Due due) {
        return new Promise(
                start,
                end,
                Kind.MILESTONE,
                Comparator.DONE,
                null,
                null,
                null,
                null,
                false,
                project,
                due,
                null,
                Terms.NONE);
    }

    Promise by(Due otherDue) {
        return new Promise(
                start,
                end,
                kind,
                comparator,
                value,
                upper,
                unit,
                recurrence,
                universal,
                about,
                otherDue,
                relation,
                terms);
    }

    Promise with(Terms other) {
        return new Promise(
                start, end, kind, comparator, value, upper, unit, recurrence, universal, about, due, relation, other);
    }
}
