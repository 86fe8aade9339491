package org.dudao.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dudao.contracts.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a target asks for, apart from its words.
 *
 * @param hold the level is there and must be kept (保持)
 * @param startsFrom the level it starts from, where the plan or last year says it
 * @param from the day it was published
 * @param due the day it is due now
 * @param exceptions what named units owe instead of the target's figure
 */
public record Asked(
        String kind,
        Comparator comparator,
        @Nullable BigDecimal value,
        @Nullable BigDecimal upper,
        @Nullable String unit,
        @Nullable String recurrence,
        boolean universal,
        boolean hold,
        @Nullable BigDecimal startsFrom,
        CountedFrom countedFrom,
        LocalDate from,
        LocalDate due,
        List<Exception> exceptions) {

    /** @param units the words that name them: 经开区、高新区 */
    public record Exception(String units, BigDecimal value) {}

    public Form form() {
        return Form.of(this);
    }

    /** What this unit owes: its exception's figure, else the target's. */
    @Nullable
    BigDecimal valueFor(String unitName) {
        return exceptions.stream()
                .filter(e -> e.units().contains(unitName))
                .findFirst()
                .map(Exception::value)
                .orElse(value);
    }

    /** Whether a figure reaches what is asked; a range is reached at its lower bound. */
    boolean reaches(BigDecimal reached, @Nullable BigDecimal wanted) {
        if (wanted == null) {
            return true;
        }
        int compared = reached.compareTo(wanted);
        if (kind.equals("rank")) {
            return compared <= 0;
        }
        return switch (comparator) {
            // Over-fulfilment (超额) fulfils a plain figure, too, but for none at all.
            case EQ -> wanted.signum() == 0 ? compared == 0 : compared >= 0;
            case GE, UP, DOWN -> compared >= 0;
            case GT -> compared > 0;
            case LE -> compared <= 0;
            case LT -> compared < 0;
            case DONE -> true;
        };
    }

    /** With last year's level as the one it starts from, where the plan itself names none. */
    Asked after(@Nullable BigDecimal lastYear) {
        return startsFrom != null || lastYear == null
                ? this
                : new Asked(
                        kind,
                        comparator,
                        value,
                        upper,
                        unit,
                        recurrence,
                        universal,
                        hold,
                        lastYear,
                        countedFrom,
                        from,
                        due,
                        exceptions);
    }

    /** As a unit is asked that sees its own part alone: a sum that many make is no figure of one. */
    Asked ofOnePart() {
        return form().whole() != Form.Whole.SUM || form() == Form.ZERO
                ? this
                : new Asked(
                        kind,
                        Comparator.DONE,
                        null,
                        null,
                        unit,
                        null,
                        universal,
                        hold,
                        null,
                        countedFrom,
                        from,
                        due,
                        exceptions);
    }

    /** How much of its time has passed on a day, 0 to 1. */
    BigDecimal elapsed(LocalDate today) {
        long all = Math.max(1, ChronoUnit.DAYS.between(from, due));
        long gone = Math.clamp(ChronoUnit.DAYS.between(from, today), 0L, all);
        return BigDecimal.valueOf(gone).divide(BigDecimal.valueOf(all), 6, RoundingMode.HALF_UP);
    }

    /** How often a plan year brings what is asked per period; null for what is owed each day, which nobody counts. */
    @Nullable
    BigDecimal owedInAYear() {
        if (recurrence == null) {
            return value;
        }
        Integer periods = switch (recurrence) {
            case "per-week" -> 52;
            case "per-two-weeks" -> 26;
            case "per-month" -> 12;
            case "per-two-months" -> 6;
            case "per-quarter" -> 4;
            case "per-half-year", "per-term" -> 2;
            case "per-year" -> 1;
            default -> null;
        };
        return periods == null ? null : (value == null ? BigDecimal.ONE : value).multiply(BigDecimal.valueOf(periods));
    }
}
