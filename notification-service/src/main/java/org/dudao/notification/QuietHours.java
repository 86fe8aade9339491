package org.dudao.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.dudao.contracts.WorkCalendar;

/**
 * When people are left in peace: the night, and days off as a whole. What comes up then waits for the morning of the next
 * day that is not quiet; a make-up Saturday (调休) is a working day like any other.
 */
public record QuietHours(LocalTime from, LocalTime to, boolean daysOff, WorkCalendar calendar, ZoneId zone) {

    /** A calendar without any working day would otherwise be walked for ever. */
    private static final int FURTHEST_DAYS = 60;

    /** The instant itself when it is not quiet, else the end of the quiet hours around it. */
    public Instant release(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        LocalDate day = local.toLocalDate();
        LocalTime time = local.toLocalTime();
        if (loud(day) && !night(time)) {
            return at;
        }
        if (loud(day) && time.isBefore(to)) {
            return morning(day);
        }
        return morning(nextLoudDay(day));
    }

    private boolean night(LocalTime time) {
        return from.isAfter(to) ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
    }

    private boolean loud(LocalDate day) {
        return !daysOff || calendar.isWorkingDay(day);
    }

    private LocalDate nextLoudDay(LocalDate day) {
        LocalDate next = day.plusDays(1);
        for (int i = 0; i < FURTHEST_DAYS && !loud(next); i++) {
            next = next.plusDays(1);
        }
        return next;
    }

    private Instant morning(LocalDate day) {
        return day.atTime(to).atZone(zone).toInstant();
    }
}
