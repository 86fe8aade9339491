package org.dudao.task.organising;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.dudao.contracts.WorkCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedCalendarTest {

    private final PublishedCalendar shipped = PublishedCalendar.shipped(
            JsonMapper.builder().addModule(new JavaTimeModule()).build());

    private WorkCalendar calendar() {
        WorkCalendar calendar = WorkCalendar.weekdays();
        for (PublishedCalendar.Year year : shipped.years()) {
            calendar = calendar.with(year.changed());
        }
        return calendar;
    }

    /** Holidays and make-up days as the notices count them: 共N天, and 上班. */
    @ParameterizedTest
    @CsvSource({"2024, 28, 8, 251", "2025, 28, 5, 248", "2026, 33, 6, 248"})
    void the_years_have_as_many_days_as_their_notices(int year, int holidays, int makeUp, int worked) {
        PublishedCalendar.Year y = shipped.years().stream()
                .filter(p -> p.year() == year)
                .findFirst()
                .orElseThrow();
        assertEquals(holidays, new HashSet<>(y.holidays()).size());
        assertEquals(makeUp, new HashSet<>(y.makeUpDays()).size());
        WorkCalendar calendar = calendar();
        assertEquals(
                worked,
                LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .filter(calendar::isWorkingDay)
                        .count());
    }

    @Test
    void make_up_days_are_weekend_days_and_no_holidays() {
        for (PublishedCalendar.Year year : shipped.years()) {
            for (LocalDate day : year.makeUpDays()) {
                assertTrue(List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek()), day.toString());
                assertFalse(year.holidays().contains(day), day.toString());
                assertEquals(year.year(), day.getYear());
            }
        }
    }

    @Test
    void three_working_days_before_the_national_holiday_count_the_worked_weekend() {
        // 2025: Sunday 28 September is worked, so from Tuesday 30: 29, 28, 26.
        assertEquals(LocalDate.of(2025, 9, 26), calendar().plusWorkingDays(LocalDate.of(2025, 9, 30), -3));
        // 2024: Sunday 29 September is worked.
        assertEquals(LocalDate.of(2024, 9, 27), calendar().plusWorkingDays(LocalDate.of(2024, 9, 30), -2));
        // 2026: the worked Saturday lies after the holiday.
        assertEquals(LocalDate.of(2026, 10, 10), calendar().plusWorkingDays(LocalDate.of(2026, 9, 30), 3));
    }
}
