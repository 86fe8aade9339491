package org.dudao.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dudao.contracts.WorkCalendar;

/**
 * When a unit is reminded of a due day.
 *
 * @param workingDaysBefore 0 is the due day itself, −5 five working days after it
 * @param at time of day in the bureau's zone
 */
public record ReminderPolicy(List<Integer> workingDaysBefore, LocalTime at) {

    /** A deadline to come. */
    public record Planned(DeadlineKind kind, Instant fireAt) {}

    /** The same, and once overdue again after so many working days, so many times (T7). */
    public ReminderPolicy repeating(int everyWorkingDays, int times) {
        List<Integer> days = new ArrayList<>(workingDaysBefore);
        IntStream.rangeClosed(1, times).map(n -> -n * everyWorkingDays).forEach(days::add);
        return new ReminderPolicy(List.copyOf(days), at);
    }

    /**
     * The deadlines of a due day as of now. A reminder whose time has passed is left out, except when none is left:
     * then the last one is due now, so that short notice is still told (T4).
     */
    public List<Planned> plan(LocalDate dueOn, Instant now, ZoneId zone, WorkCalendar calendar) {
        List<Planned> planned = new ArrayList<>();
        Instant overdueAt = dueOn.plusDays(1).atStartOfDay(zone).toInstant();
        List<Planned> reminders = workingDaysBefore.stream()
                .filter(n -> n >= 0)
                .distinct()
                .map(n -> reminder(dueOn, n, zone, calendar))
                .sorted(Comparator.comparing(Planned::fireAt))
                .toList();
        List<Planned> ahead =
                reminders.stream().filter(r -> r.fireAt().isAfter(now)).toList();
        planned.addAll(ahead);
        if (ahead.isEmpty() && !reminders.isEmpty() && now.isBefore(overdueAt)) {
            planned.add(new Planned(reminders.getLast().kind(), now));
        }
        planned.add(new Planned(DeadlineKind.OVERDUE, overdueAt));
        planned.addAll(stillOverdue(dueOn, now, zone, calendar));
        return planned;
    }

    /** The reminders of what is overdue already that are still to come. */
    public List<Planned> stillOverdue(LocalDate dueOn, Instant now, ZoneId zone, WorkCalendar calendar) {
        return workingDaysBefore.stream()
                .filter(n -> n < 0)
                .distinct()
                .map(n -> reminder(dueOn, n, zone, calendar))
                .filter(r -> r.fireAt().isAfter(now))
                .sorted(Comparator.comparing(Planned::fireAt))
                .toList();
    }

    /** A reminder that another calendar puts elsewhere. */
    public record Moved(DeadlineKind kind, Instant from, Instant to) {}

    /**
     * What of a due day's reminders has not come yet and moves with the calendar. Where its new time has passed, it is
     * due now: it was never told.
     */
    public List<Moved> moved(LocalDate dueOn, Instant now, ZoneId zone, WorkCalendar former, WorkCalendar calendar) {
        List<Moved> moved = new ArrayList<>();
        for (int n : workingDaysBefore) {
            Planned was = reminder(dueOn, n, zone, former);
            Instant to = reminder(dueOn, n, zone, calendar).fireAt();
            if (was.fireAt().isAfter(now) && !was.fireAt().equals(to)) {
                moved.add(new Moved(was.kind(), was.fireAt(), to.isBefore(now) ? now : to));
            }
        }
        return moved;
    }

    private Planned reminder(LocalDate dueOn, int daysBefore, ZoneId zone, WorkCalendar calendar) {
        LocalDate day = calendar.plusWorkingDays(dueOn, -daysBefore);
        DeadlineKind kind = daysBefore < 0
                ? DeadlineKind.STILL_OVERDUE
                : daysBefore == 0 ? DeadlineKind.DUE : DeadlineKind.REMINDER;
        return new Planned(kind, day.atTime(at).atZone(zone).toInstant());
    }
}
