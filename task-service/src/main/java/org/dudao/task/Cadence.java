package org.dudao.task;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dudao.contracts.WorkCalendar;

/** How often a unit reports on a task. */
public enum Cadence {
    NONE,
    WEEKLY,
    TWO_WEEKLY,
    MONTHLY,
    QUARTERLY,
    PER_TERM;

    private static final int MONTHS_A_QUARTER = 3;

    /** Any Monday would do; with a fixed one, everybody's two weeks are the same. */
    private static final LocalDate A_MONDAY = LocalDate.of(2024, 1, 1);

    /** What one report tells of; both days belong to it. */
    public record Period(LocalDate from, LocalDate to) {

        /**
         * Working days after its last working day; none where nobody works in it (a week of 国庆).
         */
        public Optional<LocalDate> dueOn(int daysAfter, WorkCalendar calendar) {
            LocalDate last = to;
            while (!calendar.isWorkingDay(last)) {
                if (last.equals(from)) {
                    return Optional.empty();
                }
                last = last.minusDays(1);
            }
            return Optional.of(calendar.plusWorkingDays(last, daysAfter));
        }

        /** Who begins in its second half has little to tell of it. */
        boolean mostlyAfter(LocalDate since) {
            long half = ChronoUnit.DAYS.between(from, to) / 2;
            return !since.isAfter(from.plusDays(half));
        }
    }

    /** The periods from a day on that begin by another, the one under way only while half of it is still to come. */
    public List<Period> periods(LocalDate since, LocalDate until, List<Term> terms) {
        List<Period> all = switch (this) {
            case NONE -> List.of();
            case WEEKLY -> each(monday(since), d -> d.plusWeeks(1), until);
            case TWO_WEEKLY -> each(monday(since).minusWeeks(oddWeek(since)), d -> d.plusWeeks(2), until);
            case MONTHLY -> each(since.withDayOfMonth(1), d -> d.plusMonths(1), until);
            case QUARTERLY ->
                each(
                        since.withDayOfMonth(1).withMonth(since.get(IsoFields.QUARTER_OF_YEAR) * MONTHS_A_QUARTER - 2),
                        d -> d.plusMonths(MONTHS_A_QUARTER),
                        until);
            case PER_TERM ->
                terms.stream()
                        .filter(t ->
                                !t.endsOn().isBefore(since) && !t.startsOn().isAfter(until))
                        .map(t -> new Period(t.startsOn(), t.endsOn()))
                        .toList();
        };
        return all.stream().filter(p -> p.mostlyAfter(since)).toList();
    }

    private static List<Period> each(LocalDate first, UnaryOperator<LocalDate> next, LocalDate until) {
        List<Period> periods = new ArrayList<>();
        for (LocalDate from = first; !from.isAfter(until); from = next.apply(from)) {
            periods.add(new Period(from, next.apply(from).minusDays(1)));
        }
        return periods;
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static long oddWeek(LocalDate day) {
        return Math.floorMod(ChronoUnit.WEEKS.between(A_MONDAY, monday(day)), 2L);
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Cadence of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
