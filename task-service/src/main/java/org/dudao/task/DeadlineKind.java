package org.dudao.task;

import java.util.Locale;

/** What a deadline says when it fires: soon, today, or over; or that the day of a report or a milestone has passed. */
public enum DeadlineKind {
    REMINDER,
    DUE,
    STILL_OVERDUE,
    OVERDUE,
    REPORT_DUE,
    MILESTONE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
