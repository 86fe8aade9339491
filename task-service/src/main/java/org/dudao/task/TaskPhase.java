package org.dudao.task;

import java.util.Locale;

/** Where a task is in its life, as stored and as told; {@link TaskState} has the rules. */
public enum TaskPhase {
    PROPOSED("待分解"),
    ASSIGNED("待签收"),
    ACCEPTED("已签收"),
    UNDER_WAY("推进中"),
    SUSPENDED("已挂起"),
    SUBMITTED("待核验"),
    COMPLETED("已办结"),
    CANCELLED("已取消");

    private final String zh;

    TaskPhase(String zh) {
        this.zh = zh;
    }

    /** As stored and in JSON: {@code under_way}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return word().replace('_', ' ');
    }

    public static TaskPhase of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
