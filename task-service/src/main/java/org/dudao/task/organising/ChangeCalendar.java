package org.dudao.task.organising;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.dudao.contracts.UnitEvent.CalendarChanged;
import org.dudao.contracts.WorkCalendar;
import org.dudao.outbox.Outbox;
import org.dudao.startup.WorkCalendars;
import org.dudao.task.Announcements.Actor;

/** Puts years of the work calendar in force, tells the others, and moves what is counted in working days along. */
@ApplicationScoped
public class ChangeCalendar {

    private final KnownYears known;
    private final WorkCalendars calendars;
    private final MoveReminders reminders;
    private final Outbox outbox;

    ChangeCalendar(KnownYears known, WorkCalendars calendars, MoveReminders reminders, Outbox outbox) {
        this.known = known;
        this.calendars = calendars;
        this.reminders = reminders;
        this.outbox = outbox;
    }

    /**
     * All years of one notice together, so that people hear of it once. The audit row of the calendar itself is the
     * caller's.
     */
    @Transactional
    public MoveReminders.Moved change(List<CalendarChanged> years, String reason, Actor by) {
        if (years.isEmpty()) {
            return MoveReminders.Moved.NONE;
        }
        known.lock();
        WorkCalendar former = calendars.current();
        years.forEach(calendars::copy);
        outbox.append(years);
        long version = years.stream().mapToLong(CalendarChanged::version).max().orElseThrow();
        return reminders.move(former, calendars.current(), version, reason, by);
    }
}
