package org.dudao.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** 2,000 deadlines pass at one instant while each process is killed in turn: nothing is lost and nothing said twice. */
class EveryProcessDiesStory {

    private static final int TASKS = 2_000;

    private final Line line = Line.started();

    @Test
    void every_task_has_one_overdue_event_one_alert_and_one_message_per_recipient() {
        LocalDate due = LocalDate.of(2030, 6, 28);
        line.clock.moveTo(LocalDate.of(2030, 6, 3), LocalTime.of(10, 0));
        UUID plan = UUID.fromString(ManyTasks.assigned(line, TASKS, due));
        line.clock.moveTo(due, LocalTime.of(22, 0));
        line.quiet.await(Duration.ofMinutes(3));
        assertEquals(0, alerts(plan));
        line.clock.moveTo(due, LocalTime.of(23, 59, 58));

        await("the first overdue task", () -> overdueSaid(plan) > 0);
        dieAndComeBack("task");
        await("the first alerts", () -> alerts(plan) > 0);
        dieAndComeBack("supervision");
        await("the first messages", () -> messages(plan) > 0);
        dieAndComeBack("notification");
        dieAndComeBack("plan");
        dieAndComeBack("console");
        await("every overdue said", () -> overdueSaid(plan) == TASKS);
        await("every alert raised", () -> alerts(plan) == TASKS);
        await("every alert told", () -> alertsTold(plan) == TASKS);
        line.quiet.await(Duration.ofMinutes(3));

        onceAndOnlyOnce(plan);
    }

    private void dieAndComeBack(String service) {
        line.stack.kill9(service);
        line.stack.start(service);
    }

    private void onceAndOnlyOnce(UUID plan) {
        Set<String> tasks =
                Set.copyOf(line.ledger.rows("task", "SELECT id::text FROM task WHERE plan_id = ?", plan).stream()
                        .map(r -> (String) r.getFirst())
                        .toList());
        assertEquals(TASKS, tasks.size());

        Map<String, Set<String>> said = line.ledger.events("dudao.task", "dudao.task.overdue.v1");
        assertEquals(TASKS, tasks.stream().filter(said::containsKey).count(), "overdue events lost");
        assertTrue(tasks.stream().allMatch(t -> said.get(t).size() == 1), "overdue events said twice");

        assertEquals(
                TASKS,
                line.ledger.count("supervision", "SELECT count(DISTINCT task_id) FROM alert WHERE plan_id = ?", plan));
        assertEquals(TASKS, alerts(plan), "alerts doubled");

        List<List<Object>> perAlert = line.ledger.rows("notification", """
                SELECT subject_id, count(*), count(DISTINCT person_id) FROM message
                 WHERE kind = 'alert-raised' AND subject_id = ANY(string_to_array(?, ',')::uuid[]) GROUP BY subject_id
                """, line.ledger.alertsOf(plan));
        assertEquals(TASKS, perAlert.size(), "alerts without a message");
        Object recipients = perAlert.getFirst().get(1);
        assertTrue(
                ((Number) recipients).longValue() >= 2, "the unit and the supervision office must hear: " + recipients);
        for (List<Object> row : perAlert) {
            assertEquals(row.get(1), row.get(2), "a message twice for one person: " + row);
            assertEquals(recipients, row.get(1), "a recipient missed: " + row);
        }
        for (String service : List.of("plan", "task", "supervision", "notification")) {
            assertEquals(
                    0, line.ledger.count(service, "SELECT count(*) FROM dead_letter WHERE state = 'waiting'"), service);
            assertEquals(0, line.ledger.count(service, "SELECT count(*) FROM outbox"), service);
        }
    }

    private long overdueSaid(UUID plan) {
        return line.ledger.count(
                "task", "SELECT count(*) FROM task WHERE plan_id = ? AND overdue_said_at IS NOT NULL", plan);
    }

    private long alerts(UUID plan) {
        return line.ledger.count("supervision", "SELECT count(*) FROM alert WHERE plan_id = ?", plan);
    }

    private long messages(UUID plan) {
        return line.ledger.count(
                "notification",
                "SELECT count(*) FROM message WHERE kind = 'alert-raised' AND subject_id = ANY(string_to_array(?, ',')::uuid[])",
                line.ledger.alertsOf(plan));
    }

    private long alertsTold(UUID plan) {
        return line.ledger.count(
                "notification",
                "SELECT count(DISTINCT subject_id) FROM message WHERE kind = 'alert-raised' AND subject_id = ANY(string_to_array(?, ',')::uuid[])",
                line.ledger.alertsOf(plan));
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain for " + what);
            }
        }
    }
}
