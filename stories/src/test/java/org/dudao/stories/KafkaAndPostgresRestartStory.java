package org.dudao.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Kafka and then PostgreSQL go away while 500 deadlines pass; when they are back, everything arrives, once. */
class KafkaAndPostgresRestartStory {

    private static final int TASKS = 500;

    private final Line line = Line.started();

    @Test
    void what_was_under_way_arrives_once_after_kafka_and_after_postgres_are_back() {
        LocalDate due = LocalDate.of(2031, 3, 28);
        line.clock.moveTo(LocalDate.of(2031, 3, 3), LocalTime.of(10, 0));
        UUID first = UUID.fromString(ManyTasks.assigned(line, TASKS, due));
        UUID second = UUID.fromString(ManyTasks.assigned(line, TASKS, due.plusDays(7)));

        line.stack.stop("kafka");
        line.clock.moveTo(due.plusDays(1), LocalTime.of(0, 0, 1));
        awaitCount("task", "SELECT count(*) FROM task WHERE plan_id = ? AND overdue_said_at IS NOT NULL", first, TASKS);
        assertEquals(0, alerts(first), "nothing can have arrived without Kafka");
        line.stack.start("kafka");
        awaitCount("supervision", "SELECT count(*) FROM alert WHERE plan_id = ?", first, TASKS);

        line.clock.moveTo(due.plusDays(8), LocalTime.of(0, 0, 1));
        line.stack.restartPostgres();
        awaitCount("supervision", "SELECT count(*) FROM alert WHERE plan_id = ?", second, TASKS);
        line.quiet.await(Duration.ofMinutes(3));

        for (UUID plan : new UUID[] {first, second}) {
            assertEquals(TASKS, alerts(plan));
            assertEquals(
                    TASKS,
                    line.ledger.count(
                            "supervision", "SELECT count(DISTINCT task_id) FROM alert WHERE plan_id = ?", plan));
            assertEquals(
                    TASKS,
                    line.ledger.count(
                            "notification",
                            "SELECT count(DISTINCT subject_id) FROM message WHERE kind = 'alert-raised' AND subject_id = ANY(string_to_array(?, ',')::uuid[])",
                            line.ledger.alertsOf(plan)));
            assertEquals(0, line.ledger.count("notification", """
                            SELECT count(*) FROM (SELECT 1 FROM message WHERE kind = 'alert-raised' AND subject_id = ANY(string_to_array(?, ',')::uuid[])
                             GROUP BY subject_id, person_id HAVING count(*) > 1) doubled
                            """, line.ledger.alertsOf(plan)));
        }
    }

    private long alerts(UUID plan) {
        return line.ledger.count("supervision", "SELECT count(*) FROM alert WHERE plan_id = ?", plan);
    }

    private void awaitCount(String database, String sql, UUID plan, long expected) {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        long found;
        do {
            found = line.ledger.count(database, sql, plan);
            if (System.nanoTime() > deadline) {
                throw new AssertionError("expected " + expected + ", found " + found + ": " + sql);
            }
        } while (found != expected);
    }
}
