package org.dudao.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
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
