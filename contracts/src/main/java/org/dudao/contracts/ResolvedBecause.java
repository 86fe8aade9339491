package org.dudao.contracts;

/** The fact that made an alert pointless. */
public enum ResolvedBecause {
    TASK_COMPLETED,
    DEADLINE_EXTENDED,
    TASK_CANCELLED,
    TASK_REASSIGNED,
    TASK_SUSPENDED
}
