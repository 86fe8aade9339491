package org.dudao.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.Strength;
import org.dudao.plan.reading.DraftTarget;
import org.dudao.plan.reading.Due;
import org.dudao.plan.reading.Recurrence;
import org.jspecify.annotations.Nullable;

/** What a measure promises, as it was read from the words between {@code start} and {@code end} of its text. */
public record Commitment(
        String quote,
        int start,
        int end,
        String indicator,
        String kind,
        Comparator comparator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal upper,
        @Nullable String unit,
        boolean approx,
        @Nullable LocalDate dueOn,
        @Nullable String dueText,
        @Nullable String recurrence,
        Strength strength,
        boolean universal) {

    /** As the reader understood it. */
    public static Commitment of(DraftTarget t) {
        Due due = t.due();
        Recurrence recurrence = t.recurrence();
        return new Commitment(
                t.quote(),
                t.start(),
                t.end(),
                t.indicator(),
                word(t.kind()),
                t.comparator(),
                t.value(),
                t.upper(),
                t.unit(),
                t.approx(),
                due == null ? null : due.on(),
                due == null ? null : due.words(),
                recurrence == null ? null : word(recurrence),
                t.strength(),
                t.universal());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
