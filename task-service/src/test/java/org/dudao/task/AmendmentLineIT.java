package org.dudao.task;

import static org.awaitility.Awaitility.await;
import static org.dudao.task.World.supervisor;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.PlanEvent.PlanWithdrawn;
import org.dudao.contracts.PlanEvent.TargetAmended;
import org.dudao.contracts.PlanEvent.TargetWithdrawn;
import org.dudao.contracts.TaskEvent.TaskAmended;
import org.dudao.contracts.TaskEvent.TaskOverdue;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.task.watching.FireDueDeadlines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of tasks when the plan they come from is amended, target by target. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "task"))
class AmendmentLineIT {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 30);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 29);

    @Inject
    TestClock clock;

    @Inject
    FireDueDeadlines fire;

    private final UUID plan = UUID.randomUUID();
    private final UUID target = UUID.randomUUID();
    private UUID task;

    @BeforeEach
    void a_task_due_in_april() {
        clock.set("2026-03-02T02:00:00Z");
        World.units();
        World.publish(World.target(plan, target, "新改扩建中小学165所", APRIL));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> World.count("SELECT count(*) FROM task WHERE target_id = ?", target) == 1);
        task = UUID.fromString(supervisor()
                .queryParam("planId", plan)
                .get("/tasks")
                .then()
                .extract()
                .path("items[0].id"));
        supervisor()
                .body("{\"planId\":\"" + plan + "\",\"acceptProposals\":true}")
                .post("/tasks/assignments")
                .then()
                .statusCode(200);
    }

    private void amended(LocalDate dueOn, LocalDate former, String value) {
        World.publish(new TargetAmended(
                plan,
                3,
                target,
                "学校",
                Comparator.GE,
                new BigDecimal(value),
                null,
                "所",
                dueOn,
                former,
                "165所 → " + value + "所",
                "汛期停工",
                "leader"));
    }

    private void tickAt(String instant) {
        clock.set(instant);
        while (!fire.tick().isAfter(clock.instant())) {
            // the next batch
        }
    }

    private List<String> said(int expected) {
        await().atMost(Duration.ofSeconds(20)).until(() -> World.eventsOf(task).size() >= expected);
        return World.eventsOf(task).stream()
                .map(e -> e.getClass().getSimpleName())
                .toList();
    }

    /** T2: old deadlines never fire, new ones do. */
    @Test
    void t2_an_amended_day_fires_on_the_new_day_only() {
        amended(MAY, APRIL, "150");
        assertEquals(List.of("TaskAssigned", "TaskAmended"), said(2));
        TaskAmended told =
                assertInstanceOf(TaskAmended.class, World.eventsOf(task).get(1));
        assertEquals(APRIL, told.formerDueOn());
        assertEquals(MAY, told.task().dueOn());
        World.task(task).body("dueOn", equalTo("2026-05-29")).body("targetValue", equalTo(150));
        assertEquals(
                0, World.count("SELECT count(*) FROM deadline WHERE task_id = ? AND fire_at < '2026-05-01'", task));

        tickAt("2026-04-30T16:00:00Z");
        tickAt("2026-05-28T15:59:00Z");
        tickAt("2026-05-29T16:00:00Z");
        assertEquals(
                List.of("TaskAssigned", "TaskAmended", "TaskDueSoon", "TaskDueSoon", "TaskDueSoon", "TaskOverdue"),
                said(6));
    }

    @Test
    void an_overdue_task_whose_day_is_moved_is_late_no_more_and_again_on_the_new_day() {
        tickAt("2026-04-30T16:00:00Z");
        amended(MAY, APRIL, "150");
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        World.count("SELECT count(*) FROM task WHERE id = ? AND due_on = '2026-05-29'", task) == 1);
        World.task(task).body("overdue", equalTo(false));
        tickAt("2026-05-29T16:00:00Z");
        World.task(task).body("overdue", equalTo(true));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> World.eventsOf(task).stream()
                                .filter(TaskOverdue.class::isInstance)
                                .count()
                        == 2);
    }

    @Test
    void a_changed_figure_leaves_the_day_and_its_deadlines() {
        long before = World.count("SELECT count(*) FROM deadline WHERE task_id = ?", task);
        amended(APRIL, APRIL, "180");
        assertEquals(List.of("TaskAssigned", "TaskAmended"), said(2));
        World.task(task).body("dueOn", equalTo("2026-04-30")).body("targetValue", equalTo(180));
        assertEquals(before, World.count("SELECT count(*) FROM deadline WHERE task_id = ?", task));
    }

    @Test
    void shares_follow_their_target_and_keep_a_day_of_their_own_unless_it_lies_after() {
        supervisor()
                .header("If-Match", "\"2\"")
                .body("{\"leadUnitId\":\"o-build\",\"spreadOver\":[\"s-001\",\"s-002\"]}")
                .put("/tasks/" + task + "/assignment")
                .then()
                .statusCode(200);
        amended(LocalDate.of(2026, 4, 17), APRIL, "150");
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        World.count("SELECT count(*) FROM task WHERE target_id = ? AND due_on = '2026-04-17'", target)
                                == 3);
        assertEquals(
                0,
                World.count("SELECT count(*) FROM task WHERE parent_id = ? AND target_value IS NOT NULL", task),
                "a figure that is not every unit's is not divided");
        assertEquals(
                0,
                World.count(
                        "SELECT count(*) FROM deadline d JOIN task t ON t.id = d.task_id WHERE t.target_id = ? AND fire_at > '2026-04-18'",
                        target));
    }

    @Test
    void a_withdrawn_target_ends_its_task_and_nothing_of_it_fires() {
        World.publish(new TargetWithdrawn(plan, 3, target, "并入市级项目", "leader"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> World.count("SELECT count(*) FROM task WHERE id = ? AND phase = 'cancelled'", task) == 1);
        assertEquals(0, World.count("SELECT count(*) FROM deadline WHERE task_id = ?", task));
        tickAt("2026-04-30T16:00:00Z");
        assertEquals(List.of("TaskAssigned", "TaskCancelled"), said(2));
        // What is ended stays as it is.
        amended(MAY, APRIL, "150");
        World.publish(new PlanWithdrawn(plan, 5, "要点", World.BUREAU, "另行印发", "leader"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> World.count("SELECT count(*) FROM withdrawn_plan WHERE plan_id = ?", plan) == 1);
        tickAt("2026-05-29T16:00:00Z");
        assertEquals(List.of("TaskAssigned", "TaskCancelled"), said(2));
    }
}
