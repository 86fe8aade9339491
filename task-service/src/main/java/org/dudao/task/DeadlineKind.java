package org.dudao.task;

import java.util.Locale;

/** What a deadline says when it fires: soon, today, or over; or that the day of a report has passed. */
public enum DeadlineKind {
    REMINDER,
    DUE,
    STILL_OVERDUE,
    OVERDUE,
    REPORT_DUE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
