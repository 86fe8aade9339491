package org.dudao.notification;

import java.util.Arrays;
import java.util.Set;

/** What a message is about. The word is what the database, the API and the templates say. */
public enum MessageKind {
    TASK_ASSIGNED("task-assigned", "task", true, 2, "title", "unit", "dueOn"),
    TASK_DUE_SOON("task-due-soon", "task", true, 1, "title", "unit", "dueOn", "daysLeft"),
    TASK_STILL_OVERDUE("task-still-overdue", "task", true, 1, "title", "unit", "dueOn", "daysLate"),
    TASK_RETURNED("task-returned", "task", true, 2, "title", "unit", "dueOn", "reason"),
    TASK_EXTENDED("task-extended", "task", true, 2, "title", "unit", "dueOn", "formerDueOn", "reason"),
    TASK_SUSPENDED("task-suspended", "task", true, 2, "title", "unit", "dueOn", "reason", "expectedUntil"),
    TASK_RESUMED("task-resumed", "task", true, 1, "title", "unit", "dueOn", "formerDueOn", "workingDays"),
    EXTENSION_ASKED("extension-asked", "task", true, 2, "title", "unit", "dueOn", "wantedDueOn", "reason"),
    EXTENSION_REFUSED("extension-refused", "task", true, 1, "title", "unit", "dueOn", "wantedDueOn", "reason"),
    TASK_AMENDED("task-amended", "task", true, 2, "title", "unit", "dueOn", "change", "reason"),
    REPORT_MISSED("report-missed", "task", true, 1, "title", "unit", "dueOn", "periodFrom", "reportDueOn"),
    REPORT_RETURNED("report-returned", "task", true, 1, "title", "unit", "dueOn", "reason"),
    TASK_CANCELLED("task-cancelled", "task", true, 2, "title", "unit", "dueOn", "reason"),
    MILESTONES_MISSED("milestones-missed", "task", true, 1, "title", "unit", "dueOn", "names", "milestoneDueOn"),
    TASK_BLOCKED("task-blocked", "task", true, 2, "title", "unit", "dueOn", "reason"),
    TASK_SUBMITTED("task-submitted", "task", true, 2, "title", "unit", "dueOn"),
    TASK_COMPLETED("task-completed", "task", false, 2, "title", "unit"),
    REMINDERS_MOVED("reminders-moved", "calendar", true, 2, "unit", "count", "reason", "titles"),
    WEBHOOK_DISABLED("webhook-disabled", "webhook", true, 1, "unit", "host", "reason"),
    ALERT_RAISED("alert-raised", "alert", true, 0, "title", "unit", "dueOn", "rung"),
    ALERT_ESCALATED("alert-escalated", "alert", true, 0, "title", "unit", "dueOn", "rung"),
    ALERT_REMINDED("alert-reminded", "alert", true, 0, "title", "unit", "dueOn", "rung", "note"),
    RUNG_PROPOSED("rung-proposed", "alert", true, 0, "title", "unit", "dueOn", "rung"),
    ALERT_ACKNOWLEDGED("alert-acknowledged", "alert", true, 2, "title", "unit", "note"),
    ALERT_ANSWERED("alert-answered", "alert", true, 2, "title", "unit", "note"),
    ALERT_RESOLVED("alert-resolved", "alert", true, 2, "title", "unit", "because"),
    ALERT_CLOSED("alert-closed", "alert", true, 2, "title", "unit", "reason");

    private final String word;
    private final String subjectType;
    private final boolean mailed;
    private final int rank;
    private final Set<String> facts;

    MessageKind(String word, String subjectType, boolean mailed, int rank, String... facts) {
        this.word = word;
        this.subjectType = subjectType;
        this.mailed = mailed;
        this.rank = rank;
        this.facts = Set.of(facts);
    }

    /** @throws IllegalArgumentException when no kind has that word */
    public static MessageKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of message: " + word));
    }

    public String word() {
        return word;
    }

    /** What the message is about; of a task or an alert also the console's path. */
    public String subjectType() {
        return subjectType;
    }

    /** Whether it goes out by e-mail as well; otherwise the inbox is enough. */
    public boolean mailed() {
        return mailed;
    }

    /** Place in a digest: what is overdue, what falls due, what is new. */
    public int rank() {
        return rank;
    }

    /** The placeholders its templates may name. */
    public Set<String> facts() {
        return facts;
    }
}
