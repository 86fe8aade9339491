package org.dudao.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.dudao.contracts.WorkCalendar;
import org.junit.jupiter.api.Test;

class QuietHoursTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** 国庆 2026: off from 1 to 7 October, Saturday 10 October is worked for it. */
    private static final WorkCalendar CALENDAR = new WorkCalendar(
            LocalDate.of(2026, 10, 1).datesUntil(LocalDate.of(2026, 10, 8)).toList(),
            List.of(LocalDate.of(2026, 10, 10)));

    private static final QuietHours QUIET =
            new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 30), true, CALENDAR, ZONE);

    private static Instant at(int month, int day, int hour, int minute) {
        return LocalDateTime.of(2026, month, day, hour, minute).atZone(ZONE).toInstant();
    }

    @Test
    void by_day_nothing_waits() {
        assertEquals(at(9, 15, 7, 30), QUIET.release(at(9, 15, 7, 30)));
        assertEquals(at(9, 15, 20, 59), QUIET.release(at(9, 15, 20, 59)));
    }

    @Test
    void the_evening_waits_for_the_next_morning() {
        assertEquals(at(9, 16, 7, 30), QUIET.release(at(9, 15, 21, 0)));
    }

    @Test
    void before_the_morning_waits_for_the_same_morning() {
        assertEquals(at(9, 15, 7, 30), QUIET.release(at(9, 15, 0, 1)));
    }

    @Test
    void friday_night_waits_for_monday() {
        assertEquals(at(9, 21, 7, 30), QUIET.release(at(9, 18, 22, 0)));
        assertEquals(at(9, 21, 7, 30), QUIET.release(at(9, 19, 12, 0)));
    }

    @Test
    void the_evening_before_a_holiday_waits_until_it_is_over() {
        assertEquals(at(10, 8, 7, 30), QUIET.release(at(9, 30, 21, 30)));
    }

    @Test
    void a_make_up_saturday_is_a_day_like_any_other() {
        assertEquals(at(10, 10, 10, 0), QUIET.release(at(10, 10, 10, 0)));
        assertEquals(at(10, 10, 7, 30), QUIET.release(at(10, 9, 23, 0)));
        assertEquals(at(10, 12, 7, 30), QUIET.release(at(10, 10, 23, 0)));
    }

    @Test
    void days_off_can_be_left_as_loud_as_others() {
        QuietHours nightsOnly = new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 30), false, CALENDAR, ZONE);

        assertEquals(at(9, 19, 12, 0), nightsOnly.release(at(9, 19, 12, 0)));
        assertEquals(at(9, 19, 7, 30), nightsOnly.release(at(9, 18, 22, 0)));
    }

    @Test
    void quiet_hours_may_lie_within_a_day() {
        QuietHours noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0), false, CALENDAR, ZONE);

        assertEquals(at(9, 15, 14, 0), noon.release(at(9, 15, 13, 0)));
        assertEquals(at(9, 15, 23, 0), noon.release(at(9, 15, 23, 0)));
    }
}
