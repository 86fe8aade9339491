package org.dudao.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The demo's timeline from a Word file to a resolved alert, and then nothing else. */
class WholeYearStory {

    private final Line line = Line.started();

    @Test
    void the_shipped_plan_lives_through_its_year_and_nothing_else_happens() throws IOException {
        Demo.Outcome year = line.aYearLater();

        assertEquals(40, year.targets());
        assertTrue(year.completedInTime() > 5, "completed in time: " + year.completedInTime());
        assertTrue(year.completedLate() > 5, "completed late: " + year.completedLate());
        holds(year);
    }

    @Test
    void a_real_countys_plan_lives_through_its_year() throws IOException {
        Path real = line.project.resolve("../shared/plans/A.docx");
        assumeTrue(Files.exists(real), "the real plans are not beside the project");

        Demo.Outcome year = new Demo(line.bureau, line.clock, line.quiet, line.mailbox, System.out).run(real);

        assertTrue(year.targets() >= 25, "targets: " + year.targets());
        holds(year);
    }

    private void holds(Demo.Outcome year) {
        UUID plan = UUID.fromString(year.planId());
        assertEquals("resolved", alert(year.followedAlert()).path("state").asText());
        everyRungWasReached(year.followedAlert());
        oneOverdueEventOneAlertPerMissedDeadline(plan);
        nobodyHeardTwice(plan);
        everyMailWentOut();
        nothingElse(plan);
    }

    private JsonNode alert(String id) {
        return line.bureau.get("supervisor", "supervision", "/alerts/" + id).ok();
    }

    private void everyRungWasReached(String alertId) {
        List<String> reached = new ArrayList<>();
        for (JsonNode step : alert(alertId).path("steps")) {
            if (Set.of("taken", "signed").contains(step.path("state").asText().toLowerCase(java.util.Locale.ROOT))) {
                reached.add(Narrator.label(step.path("rung").asText()));
            }
        }
        assertEquals(List.of("提醒", "催办", "预警", "督办", "通报", "约谈", "问责"), reached);
    }

    private void oneOverdueEventOneAlertPerMissedDeadline(UUID plan) {
        Map<String, Map<String, Instant>> said = line.ledger.events("dudao.task", "dudao.task.overdue.v1");
        List<String> missed = line
                .ledger
                .rows("task", "SELECT id::text FROM task WHERE plan_id = ? AND overdue_said_at IS NOT NULL", plan)
                .stream()
                .map(r -> (String) r.getFirst())
                .toList();
        assertTrue(missed.size() > 5, "missed deadlines: " + missed.size());
        assertTrue(
                missed.stream().allMatch(t -> said.getOrDefault(t, Map.of()).size() == 1),
                "each missed deadline is said once");
        assertEquals(
                missed.size(), line.ledger.count("supervision", "SELECT count(*) FROM alert WHERE plan_id = ?", plan));
        assertEquals(
                missed.size(),
                line.ledger.count("supervision", "SELECT count(DISTINCT task_id) FROM alert WHERE plan_id = ?", plan));
    }

    private void nobodyHeardTwice(UUID plan) {
        assertEquals(List.of(), line.ledger.rows("notification", """
                        SELECT subject_id, kind, rung, person_id, count(*) FROM message
                         WHERE subject_id = ANY(string_to_array(?, ',')::uuid[]) AND kind IN ('alert-raised', 'alert-escalated', 'alert-resolved')
                         GROUP BY 1, 2, 3, 4 HAVING count(*) > 1
                        """, line.ledger.alertsOf(plan)));
    }

    private void everyMailWentOut() {
        assertEquals(0, line.ledger.count("notification", "SELECT count(*) FROM delivery WHERE state = 'failed'"));
        assertTrue(
                line.ledger.count("notification", "SELECT count(*) FROM delivery WHERE state = 'sent'") > 0,
                "no mail was sent");
        assertTrue(!line.mailbox.subjects("supervisor@yunxi.example").isEmpty(), "no mail arrived");
    }

    /** Time stands still now: what is counted stays as it is. */
    private void nothingElse(UUID plan) {
        line.quiet.await(Duration.ofMinutes(1));
        List<Long> before = counts();
        line.quiet.await(Duration.ofMinutes(1));
        assertEquals(before, counts());
        for (String service : List.of("plan", "task", "supervision", "notification")) {
            assertEquals(
                    0, line.ledger.count(service, "SELECT count(*) FROM dead_letter WHERE state = 'waiting'"), service);
        }
        assertEquals(
                0,
                line.ledger.count(
                        "task",
                        "SELECT count(*) FROM deadline d JOIN task t ON t.id = d.task_id WHERE t.plan_id = ? AND t.phase = 'completed'",
                        plan),
                "a completed task keeps no deadline");
    }

    private List<Long> counts() {
        return List.of(
                line.ledger.count("task", "SELECT count(*) FROM audit"),
                line.ledger.count("supervision", "SELECT count(*) FROM alert"),
                line.ledger.count("supervision", "SELECT count(*) FROM alert_step WHERE state <> 'PLANNED'"),
                line.ledger.count("notification", "SELECT count(*) FROM message"));
    }
}
