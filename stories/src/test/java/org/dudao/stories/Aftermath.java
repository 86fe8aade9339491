package org.dudao.stories;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the tasks of a plan have come to after their day: counted task by task on Kafka and in the databases.
 *
 * @param lost overdue events, alerts and messages that a task or a recipient lacks
 * @param doubled those that there are twice
 * @param early overdue events whose time lies before the end of the day
 */
record Aftermath(long tasks, long events, long alerts, long messages, long lost, long doubled, long early) {

    private static final String TOLD = """
            FROM message WHERE kind = 'alert-raised' AND subject_id = ANY(string_to_array(?, ',')::uuid[])
            """;

    static Aftermath of(Ledger ledger, UUID plan, Instant over) {
        List<String> tasks = ledger.rows("task", "SELECT id::text FROM task WHERE plan_id = ?", plan).stream()
                .map(row -> (String) row.getFirst())
                .toList();
        Map<String, Map<String, Instant>> said = ledger.events("dudao.task", "dudao.task.overdue.v1");
        List<Map<String, Instant>> events =
                tasks.stream().map(t -> said.getOrDefault(t, Map.of())).toList();
        long allEvents = events.stream().mapToLong(Map::size).sum();
        long silent = events.stream().filter(Map::isEmpty).count();
        long early = events.stream()
                .flatMap(e -> e.values().stream())
                .filter(at -> at.isBefore(over))
                .count();

        long alerts = ledger.count("supervision", "SELECT count(*) FROM alert WHERE plan_id = ?", plan);
        long alerted = ledger.count("supervision", "SELECT count(DISTINCT task_id) FROM alert WHERE plan_id = ?", plan);

        String ids = ledger.alertsOf(plan);
        long messages = ledger.count("notification", "SELECT count(*) " + TOLD, ids);
        long distinct = ledger.count("notification", "SELECT count(DISTINCT (subject_id, person_id)) " + TOLD, ids);
        long people = ledger.count("notification", "SELECT count(DISTINCT person_id) " + TOLD, ids);
        return new Aftermath(
                tasks.size(),
                allEvents,
                alerts,
                messages,
                silent + tasks.size() - alerted + tasks.size() * Math.max(people, 2) - distinct,
                allEvents - (tasks.size() - silent) + alerts - alerted + messages - distinct,
                early);
    }

    /** How many alerts of a plan at least one person was told of. */
    static long alertsTold(Ledger ledger, UUID plan) {
        return ledger.count("notification", "SELECT count(DISTINCT subject_id) " + TOLD, ledger.alertsOf(plan));
    }
}
