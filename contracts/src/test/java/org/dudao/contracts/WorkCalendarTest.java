package org.dudao.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.dudao.contracts.UnitEvent.CalendarChanged;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {

    /** 国庆 2026: 1 to 7 October off; Sunday 20 September and Saturday 10 October worked. */
    private static final WorkCalendar NATIONAL_DAY = WorkCalendar.weekdays()
            .with(new CalendarChanged(
                    2026,
                    1,
                    IntStream.rangeClosed(1, 7)
                            .mapToObj(d -> LocalDate.of(2026, 10, d))
                            .toList(),
                    List.of(LocalDate.of(2026, 9, 20), LocalDate.of(2026, 10, 10))));

    @Test
    void a_make_up_saturday_is_worked_and_a_holiday_thursday_is_not() {
        assertTrue(NATIONAL_DAY.isWorkingDay(LocalDate.of(2026, 10, 10)));
        assertFalse(NATIONAL_DAY.isWorkingDay(LocalDate.of(2026, 10, 1)));
        assertFalse(NATIONAL_DAY.isWorkingDay(LocalDate.of(2026, 10, 11)));
    }

    @Test
    void three_working_days_after_the_last_day_before_the_holiday_end_on_the_make_up_saturday() {
        assertEquals(LocalDate.of(2026, 10, 10), NATIONAL_DAY.plusWorkingDays(LocalDate.of(2026, 9, 30), 3));
    }

    @Test
    void three_working_days_before_monday_12_october_begin_before_the_make_up_saturday() {
        assertEquals(LocalDate.of(2026, 10, 8), NATIONAL_DAY.plusWorkingDays(LocalDate.of(2026, 10, 12), -3));
    }

    @Test
    void zero_working_days_is_the_day_itself_even_on_a_holiday() {
        assertEquals(LocalDate.of(2026, 10, 1), NATIONAL_DAY.plusWorkingDays(LocalDate.of(2026, 10, 1), 0));
    }

    @Test
    void counting_forward_and_back_agree() {
        LocalDate from = LocalDate.of(2026, 9, 30);
        LocalDate to = LocalDate.of(2026, 10, 12);
        assertEquals(4, NATIONAL_DAY.workingDaysBetween(from, to));
        assertEquals(-4, NATIONAL_DAY.workingDaysBetween(to, from));
    }

    @Test
    void a_year_told_anew_replaces_the_former_one_and_no_other() {
        WorkCalendar told = NATIONAL_DAY.with(new CalendarChanged(2026, 2, List.of(), List.of()));
        assertTrue(told.isWorkingDay(LocalDate.of(2026, 10, 1)));
        WorkCalendar other =
                NATIONAL_DAY.with(new CalendarChanged(2027, 1, List.of(LocalDate.of(2027, 1, 1)), List.of()));
        assertFalse(other.isWorkingDay(LocalDate.of(2026, 10, 1)));
    }
}
