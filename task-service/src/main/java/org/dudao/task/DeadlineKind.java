package org.dudao.task;

import java.util.Locale;

/** What a deadline says when it fires: soon, today, or over. */
public enum DeadlineKind {
    REMINDER,
    DUE,
    OVERDUE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
