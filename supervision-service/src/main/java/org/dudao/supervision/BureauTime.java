package org.dudao.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.dudao.contracts.WorkCalendar;

/** Turns instants into the days people agreed on and back: the bureau's zone and its work calendar. */
public record BureauTime(WorkCalendar calendar, ZoneId zone) {

    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /**
     * When a rung comes due. Working day 0 is the first working day on or after {@code from}, so a deadline that passes
     * on a Friday night and one that passes on a Wednesday night leave the same number of working days to answer.
     */
    public Instant rungAt(LocalDate from, int workingDays, LocalTime time) {
        LocalDate day = calendar.plusWorkingDays(from.minusDays(1), workingDays + 1);
        return day.atTime(time).atZone(zone).toInstant();
    }

    /** Working days after {@code from}'s day up to and with {@code to}'s; negative when it lies before. */
    public int workingDaysBetween(Instant from, Instant to) {
        return calendar.workingDaysBetween(dayOf(from), dayOf(to));
    }
}
