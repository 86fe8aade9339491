package org.dudao.task.metering;

import java.util.Locale;

/** What is asked of a unit. */
public enum AskKind {
    /** Something to be done. */
    TASK,
    /** A value to be reached and proved. */
    FIGURE,
    /** Help with another unit's task. */
    SUPPORT,
    /** One expected report. */
    REPORT;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AskKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
