package org.dudao.stories;

/** What a supervisor would look at between two days: how many are late, how many were told. */
record Counts(
        long overdue, long open, long resolved, long sent, long leader, long supervisor, long office, long school) {

    static Counts of(Bureau b) {
        return new Counts(
                b.total("supervisor", "task", "/tasks?overdue=true"),
                b.total("supervisor", "supervision", "/alerts?state=open"),
                b.total("supervisor", "supervision", "/alerts?state=resolved"),
                b.total("supervisor", "notification", "/deliveries?state=sent"),
                b.total("leader", "notification", "/messages"),
                b.total("supervisor", "notification", "/messages"),
                b.total("office", "notification", "/messages"),
                b.total("school", "notification", "/messages"));
    }

    String since(Counts was) {
        return "逾期 %d (%+d)  未结预警 %d (%+d)  已解除 %d (%+d)  邮件 %+d  站内新消息 领导%+d 督导室%+d 基教科%+d 实验小学%+d"
                .formatted(
                        overdue,
                        overdue - was.overdue,
                        open,
                        open - was.open,
                        resolved,
                        resolved - was.resolved,
                        sent - was.sent,
                        leader - was.leader,
                        supervisor - was.supervisor,
                        office - was.office,
                        school - was.school);
    }
}
