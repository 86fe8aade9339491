package org.dudao.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How long from the instant a day ends to the alert and to the message. Prints figures; holds only the counts. */
class PunctualStory {

    private final Line line = Line.started();

    @Test
    void two_thousand_deadlines_at_one_instant() {
        measure("storm of 2000", 2_000, LocalDate.of(2032, 4, 30));
    }

    @Test
    void one_deadline_at_a_time_while_all_is_quiet() {
        for (int week = 0; week < 6; week++) {
            measure("idle", 1, LocalDate.of(2033, 3, 4).plusWeeks(week));
        }
    }

    private void measure(String what, int tasks, LocalDate due) {
        line.clock.moveTo(due.minusDays(3), LocalTime.of(10, 0));
        UUID plan = UUID.fromString(ManyTasks.assigned(line, tasks, due));
        line.clock.moveTo(due, LocalTime.of(22, 0));
        line.quiet.await(Duration.ofMinutes(3));
        line.clock.moveTo(due, LocalTime.of(23, 59, 58));
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (told(plan) < tasks) {
            assertTrue(System.nanoTime() < deadline, "only " + told(plan) + " of " + tasks + " were told");
            pause();
        }
        line.quiet.await(Duration.ofMinutes(3));
        assertEquals(tasks, line.ledger.count("supervision", "SELECT count(*) FROM alert WHERE plan_id = ?", plan));

        OffsetDateTime over =
                due.plusDays(1).atStartOfDay(YearClock.BUREAU_ZONE).toOffsetDateTime();
        List<Double> toAlert = seconds(line.ledger.rows(
                "supervision",
                "SELECT extract(epoch FROM raised_at - ?)::float8 FROM alert WHERE plan_id = ? ORDER BY 1",
                over,
                plan));
        List<Double> toMessage = seconds(line.ledger.rows("notification", """
                SELECT extract(epoch FROM created_at - ?)::float8 FROM message
                 WHERE kind = 'alert-raised' AND subject_id = ANY(string_to_array(?, ',')::uuid[]) ORDER BY 1
                """, over, line.ledger.alertsOf(plan)));
        System.out.printf(
                Locale.ROOT,
                "RESULT punctual %s: to alert p50=%.3f s p99=%.3f s; to message p50=%.3f s p99=%.3f s; messages=%d cores=%d%n",
                what,
                at(toAlert, 0.5),
                at(toAlert, 0.99),
                at(toMessage, 0.5),
                at(toMessage, 0.99),
                toMessage.size(),
                Runtime.getRuntime().availableProcessors());
    }

    private long told(UUID plan) {
        return line.ledger.count(
                "notification",
                "SELECT count(DISTINCT subject_id) FROM message WHERE kind = 'alert-raised' AND subject_id = ANY(string_to_array(?, ',')::uuid[])",
                line.ledger.alertsOf(plan));
    }

    private static List<Double> seconds(List<List<Object>> rows) {
        return rows.stream().map(r -> (Double) r.getFirst()).toList();
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * share)));
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
