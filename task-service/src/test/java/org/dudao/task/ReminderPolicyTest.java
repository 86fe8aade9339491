package org.dudao.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.dudao.contracts.UnitEvent.CalendarChanged;
import org.dudao.contracts.WorkCalendar;
import org.junit.jupiter.api.Test;

class ReminderPolicyTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final ReminderPolicy POLICY = new ReminderPolicy(List.of(10, 3, 1), LocalTime.of(9, 0));
    private static final LocalDate DUE = LocalDate.of(2026, 6, 12);

    private static List<String> plan(LocalDate dueOn, String now) {
        return POLICY.plan(dueOn, Instant.parse(now), ZONE, WorkCalendar.weekdays()).stream()
                .map(p -> p.kind() + " " + p.fireAt().atZone(ZONE).toLocalDateTime())
                .toList();
    }

    @Test
    void reminders_come_at_nine_and_overdue_when_the_day_has_ended() {
        assertEquals(
                List.of(
                        "REMINDER 2026-05-29T09:00",
                        "REMINDER 2026-06-09T09:00",
                        "REMINDER 2026-06-11T09:00",
                        "OVERDUE 2026-06-13T00:00"),
                plan(DUE, "2026-03-01T00:00:00Z"));
    }

    @Test
    void a_reminder_whose_time_has_passed_is_left_out_while_a_later_one_remains() {
        assertEquals(
                List.of("REMINDER 2026-06-11T09:00", "OVERDUE 2026-06-13T00:00"), plan(DUE, "2026-06-10T00:00:00Z"));
    }

    @Test
    void t4_what_is_due_tomorrow_is_told_at_once_by_a_policy_of_three_days_before() {
        List<ReminderPolicy.Planned> planned = new ReminderPolicy(List.of(3), LocalTime.of(9, 0))
                .plan(DUE, Instant.parse("2026-06-11T06:00:00Z"), ZONE, WorkCalendar.weekdays());
        assertEquals(
                List.of(DeadlineKind.REMINDER, DeadlineKind.OVERDUE),
                planned.stream().map(ReminderPolicy.Planned::kind).toList());
        assertEquals(Instant.parse("2026-06-11T06:00:00Z"), planned.getFirst().fireAt());
    }

    @Test
    void t5_three_working_days_before_the_national_holiday_count_the_worked_sunday() {
        // 2025: Sunday 28 September is worked. Due on Tuesday 30: Monday, the worked Sunday, Friday 26.
        WorkCalendar calendar = new WorkCalendar(
                LocalDate.of(2025, 10, 1).datesUntil(LocalDate.of(2025, 10, 9)).toList(),
                List.of(LocalDate.of(2025, 9, 28), LocalDate.of(2025, 10, 11)));
        ReminderPolicy threeDays = new ReminderPolicy(List.of(3), LocalTime.of(9, 0));
        assertEquals(
                Instant.parse("2025-09-26T01:00:00Z"),
                threeDays
                        .plan(LocalDate.of(2025, 9, 30), Instant.parse("2025-03-03T00:00:00Z"), ZONE, calendar)
                        .getFirst()
                        .fireAt());
        // After the holiday: Monday 13 October is preceded by the worked Saturday 11, then Friday 10 and Thursday 9.
        assertEquals(
                Instant.parse("2025-10-09T01:00:00Z"),
                threeDays
                        .plan(LocalDate.of(2025, 10, 13), Instant.parse("2025-03-03T00:00:00Z"), ZONE, calendar)
                        .getFirst()
                        .fireAt());
    }

    @Test
    void a_changed_calendar_moves_what_has_not_come_yet_and_nothing_else() {
        WorkCalendar holidays = WorkCalendar.weekdays()
                .with(new CalendarChanged(2026, 1, List.of(LocalDate.of(2026, 6, 10)), List.of()));
        // Of 29 May, 9 June and 11 June the first was told, the last stays.
        assertEquals(
                List.of(new ReminderPolicy.Moved(
                        DeadlineKind.REMINDER,
                        Instant.parse("2026-06-09T01:00:00Z"),
                        Instant.parse("2026-06-08T01:00:00Z"))),
                POLICY.moved(DUE, Instant.parse("2026-06-01T00:00:00Z"), ZONE, WorkCalendar.weekdays(), holidays));
        // At ten on the 8th its new time has passed untold: it is due now.
        assertEquals(
                Instant.parse("2026-06-08T02:00:00Z"),
                POLICY.moved(DUE, Instant.parse("2026-06-08T02:00:00Z"), ZONE, WorkCalendar.weekdays(), holidays)
                        .getFirst()
                        .to());
    }

    @Test
    void short_notice_is_told_at_once() {
        assertEquals(
                List.of("REMINDER 2026-06-12T08:00", "OVERDUE 2026-06-13T00:00"), plan(DUE, "2026-06-12T00:00:00Z"));
    }

    @Test
    void what_is_over_already_is_only_overdue() {
        assertEquals(List.of("OVERDUE 2026-06-13T00:00"), plan(DUE, "2026-06-20T00:00:00Z"));
    }

    @Test
    void zero_days_before_is_the_due_day_itself() {
        List<ReminderPolicy.Planned> planned = new ReminderPolicy(List.of(0), LocalTime.of(9, 0))
                .plan(DUE, Instant.parse("2026-03-01T00:00:00Z"), ZONE, WorkCalendar.weekdays());
        assertEquals(DeadlineKind.DUE, planned.getFirst().kind());
        assertEquals(Instant.parse("2026-06-12T01:00:00Z"), planned.getFirst().fireAt());
    }
}
