package org.dudao.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dudao.contracts.WorkCalendar;
import org.dudao.task.Cadence.Period;
import org.junit.jupiter.api.Test;

class CadenceTest {

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Period period(String from, String to) {
        return new Period(day(from), day(to));
    }

    @Test
    void who_begins_early_in_a_month_reports_on_it() {
        assertEquals(
                List.of(period("2026-03-01", "2026-03-31"), period("2026-04-01", "2026-04-30")),
                Cadence.MONTHLY.periods(day("2026-03-10"), day("2026-04-30"), List.of()));
    }

    @Test
    void who_begins_late_in_a_month_reports_from_the_next_one_on() {
        assertEquals(
                List.of(period("2026-04-01", "2026-04-30")),
                Cadence.MONTHLY.periods(day("2026-03-20"), day("2026-04-30"), List.of()));
    }

    @Test
    void quarters_are_those_of_the_calendar() {
        assertEquals(
                List.of(period("2026-04-01", "2026-06-30"), period("2026-07-01", "2026-09-30")),
                Cadence.QUARTERLY.periods(day("2026-05-01"), day("2026-08-01"), List.of()));
    }

    @Test
    void two_weeks_are_the_same_two_for_everybody() {
        List<Period> one = Cadence.TWO_WEEKLY.periods(day("2026-03-02"), day("2026-04-30"), List.of());
        List<Period> other = Cadence.TWO_WEEKLY.periods(day("2026-03-09"), day("2026-04-30"), List.of());
        assertEquals(one.subList(1, one.size()), other.subList(other.size() - one.size() + 1, other.size()));
        one.forEach(p -> assertEquals(p.from().plusDays(13), p.to()));
    }

    @Test
    void terms_are_those_of_the_area() {
        Term spring = new Term(2026, Term.Season.SPRING, day("2026-03-02"), day("2026-07-03"));
        Term autumn = new Term(2026, Term.Season.AUTUMN, day("2026-09-01"), day("2027-01-15"));
        assertEquals(
                List.of(period("2026-09-01", "2027-01-15")),
                Cadence.PER_TERM.periods(day("2026-06-20"), day("2026-12-31"), List.of(spring, autumn)));
    }

    @Test
    void a_report_is_due_on_the_last_day_worked_or_so_many_after_it() {
        // 2026-05-31 is a Sunday.
        Period may = period("2026-05-01", "2026-05-31");
        assertEquals(Optional.of(day("2026-05-29")), may.dueOn(0, WorkCalendar.weekdays()));
        assertEquals(Optional.of(day("2026-06-02")), may.dueOn(2, WorkCalendar.weekdays()));
    }

    @Test
    void a_week_in_which_nobody_works_asks_for_nothing() {
        Set<LocalDate> off =
                Set.copyOf(day("2026-10-05").datesUntil(day("2026-10-12")).toList());
        assertEquals(Optional.empty(), period("2026-10-05", "2026-10-11").dueOn(0, new WorkCalendar(off, Set.of())));
    }
}
