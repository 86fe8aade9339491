package org.dudao.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.Strength;
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
        boolean universal) {}
