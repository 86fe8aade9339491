package org.dudao.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** T2: a published target gets a later day. Who works on it hears of that once, and of the former day never again. */
class AmendmentStory {

    private static final LocalDate FORMER = LocalDate.of(2031, 5, 30);
    private static final LocalDate LATER = LocalDate.of(2031, 7, 11);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Line line = Line.started();

    @Test
    void an_amended_day_moves_the_task_and_nothing_of_the_former_day_ever_fires() {
        line.clock.moveTo(LocalDate.of(2031, 4, 1), LocalTime.of(10, 0));
        JsonNode plan = published();
        UUID planId = UUID.fromString(plan.path("id").asText());
        JsonNode target = plan.at("/chapters/0/measures/0/targets/0");
        assertEquals(FORMER.toString(), target.path("dueOn").asText());
        UUID task = assigned(planId);

        String amendment = line.bureau
                .post("supervisor", "plan", "/plans/" + planId + "/amendments", later(target))
                .ok()
                .path("id")
                .asText();
        line.quiet.await(PATIENCE);
        assertEquals(FORMER.toString(), dueOn(task), "nothing moves before somebody approves");
        assertEquals(Map.of(), told(task, "task-amended"));
        String approval = "/plans/" + planId + "/amendments/" + amendment + "/approval";
        assertEquals(
                403,
                line.bureau.put("supervisor", "plan", approval, Bureau.object()).status(),
                "nor by the hand that asked: a leader has to");
        line.bureau.put("leader", "plan", approval, Bureau.object()).ok();
        line.quiet.await(PATIENCE);

        assertEquals(LATER.toString(), dueOn(task));
        Map<String, Long> amended = told(task, "task-amended");
        assertTrue(!amended.isEmpty(), "its unit was told");
        assertTrue(amended.values().stream().allMatch(times -> times == 1), "each person once: " + amended);

        // Through the former day and past it: no reminder, no overdue, no rung.
        line.clock.moveTo(FORMER.minusDays(1), LocalTime.of(10, 0));
        line.quiet.await(PATIENCE);
        line.clock.moveTo(FORMER.plusDays(4), LocalTime.of(10, 0));
        line.quiet.await(PATIENCE);
        assertEquals(Map.of(), told(task, "task-due-soon"), "the former day reminds nobody");
        assertEquals(0, line.ledger.count("supervision", "SELECT count(*) FROM alert WHERE task_id = ?", task));
        assertEquals(amended, told(task, "task-amended"), "said once");

        // The day that holds now does all of it, once.
        line.clock.moveTo(LATER.plusDays(1), LocalTime.of(10, 0));
        line.quiet.await(PATIENCE);
        assertEquals(1, line.ledger.count("supervision", "SELECT count(*) FROM alert WHERE task_id = ?", task));
        Map<String, Long> alerted = told(alert(task), "alert-raised");
        assertTrue(!alerted.isEmpty(), "the alert of the new day is told");
        assertTrue(alerted.values().stream().allMatch(times -> times == 1), "each person once: " + alerted);
        assertEquals(
                1,
                line.ledger
                        .events("dudao.task", "dudao.task.overdue.v1")
                        .getOrDefault(task.toString(), Map.of())
                        .size());
    }

    private JsonNode published() {
        String document = """
                云溪县教育局2031年工作计划
                一、改善办学条件。5月30日前新建学校3所，切实保障学位供给，满足群众需要。
                """;
        String id = line.bureau
                .upload("supervisor", "plan", "/plans", "plan.txt", document.getBytes(StandardCharsets.UTF_8))
                .ok()
                .path("id")
                .asText();
        line.bureau
                .put(
                        "supervisor",
                        "plan",
                        "/plans/" + id + "/review",
                        Bureau.object().put("accept", "all"))
                .ok();
        line.bureau
                .put("supervisor", "plan", "/plans/" + id + "/publication", Bureau.object())
                .ok();
        return line.bureau.get("supervisor", "plan", "/plans/" + id).ok();
    }

    private UUID assigned(UUID plan) {
        ManyTasks.awaitTotal(line, "/tasks?planId=" + plan, 1);
        String task = line.bureau
                .list("supervisor", "task", "/tasks?planId=" + plan)
                .getFirst()
                .path("id")
                .asText();
        line.bureau
                .put(
                        "supervisor",
                        "task",
                        "/tasks/" + task + "/assignment",
                        Bureau.object().put("leadUnitId", "o-basic"))
                .ok();
        line.quiet.await(PATIENCE);
        return UUID.fromString(task);
    }

    private static JsonNode later(JsonNode target) {
        var proposal = Bureau.object()
                .put("kind", "change")
                .put("targetId", target.path("id").asText())
                .put("reason", "汛期停工，工期顺延");
        proposal.putObject("change").put("dueOn", LATER.toString());
        return proposal;
    }

    private String dueOn(UUID task) {
        return line.bureau
                .get("supervisor", "task", "/tasks/" + task)
                .ok()
                .path("dueOn")
                .asText();
    }

    private UUID alert(UUID task) {
        return (UUID) line.ledger
                .rows("supervision", "SELECT id FROM alert WHERE task_id = ?", task)
                .getFirst()
                .getFirst();
    }

    /** How often each person was told of this. */
    private Map<String, Long> told(UUID subject, String kind) {
        List<List<Object>> rows = line.ledger.rows(
                "notification",
                "SELECT person_id, count(*) FROM message WHERE subject_id = ? AND kind = ? GROUP BY 1",
                subject,
                kind);
        return rows.stream()
                .collect(Collectors.toMap(r -> (String) r.getFirst(), r -> ((Number) r.getLast()).longValue()));
    }
}
