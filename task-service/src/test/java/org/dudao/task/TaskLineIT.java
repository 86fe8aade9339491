package org.dudao.task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.dudao.task.World.office;
import static org.dudao.task.World.supervisor;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.contracts.Event;
import org.dudao.contracts.PlanEvent.PlanWithdrawn;
import org.dudao.contracts.TaskEvent.TaskCompleted;
import org.dudao.contracts.TaskEvent.TaskDueSoon;
import org.dudao.contracts.TaskEvent.TaskExtended;
import org.dudao.contracts.TaskEvent.TaskOverdue;
import org.dudao.contracts.UnitEvent.CalendarChanged;
import org.dudao.contracts.UnitEvent.UnitChanged;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.task.watching.FireDueDeadlines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a published target to the last event, as the other services would see it. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "task"))
class TaskLineIT {

    @Inject
    TestClock clock;

    @Inject
    FireDueDeadlines fire;

    private final UUID plan = UUID.randomUUID();

    @BeforeEach
    void a_county_in_march() {
        clock.set("2026-03-02T02:00:00Z");
        World.units();
    }

    private UUID proposed(String quote, LocalDate dueOn) {
        UUID target = UUID.randomUUID();
        World.publish(World.target(plan, target, quote, dueOn));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> World.count("SELECT count(*) FROM task WHERE target_id = ?", target) == 1);
        return UUID.fromString(supervisor()
                .queryParam("planId", plan)
                .get("/tasks")
                .then()
                .extract()
                .path("items.find { it.targetId == '" + target + "' }.id"));
    }

    private void acceptProposals() {
        supervisor()
                .body("{\"planId\":\"" + plan + "\",\"acceptProposals\":true}")
                .post("/tasks/assignments")
                .then()
                .statusCode(200);
    }

    private void tickAt(String instant) {
        clock.set(instant);
        while (!fire.tick().isAfter(clock.instant())) {
            // the next batch
        }
    }

    /** What was said of the task in order, once it has all arrived. */
    private List<String> said(UUID task, int expected) {
        await().atMost(Duration.ofSeconds(20)).until(() -> World.eventsOf(task).size() >= expected);
        List<Event> events = World.eventsOf(task);
        for (int i = 0; i < events.size(); i++) {
            assertEquals(i + 2, events.get(i).version(), "versions grow by one: " + events);
        }
        return events.stream().map(e -> e.getClass().getSimpleName()).toList();
    }

    @Test
    void a_target_becomes_a_task_and_its_whole_life_is_told() {
        UUID task = proposed("近视率下降1个百分点以上", LocalDate.of(2026, 6, 30));
        World.task(task)
                .body("state", equalTo("proposed"))
                .body("proposal.unitId", equalTo("o-basic"))
                .body("proposal.reason", equalTo("目标提到“近视”，属基础教育科职能。"));
        acceptProposals();
        acceptProposals();
        office().put("/tasks/" + task + "/acceptance").then().statusCode(200).body("state", equalTo("accepted"));
        office().header("Idempotency-Key", "k-" + task)
                .body("{\"value\":0.4,\"narrative\":\"已完成筛查\"}")
                .post("/tasks/" + task + "/reports")
                .then()
                .statusCode(201)
                .body("state", equalTo("under_way"), "value", equalTo(0.4f));
        office().header("Idempotency-Key", "k-" + task)
                .body("{\"value\":0.4,\"narrative\":\"已完成筛查\"}")
                .post("/tasks/" + task + "/reports")
                .then()
                .statusCode(201)
                .body("reports", hasSize(1));
        tickAt("2026-06-29T01:00:00Z");
        tickAt("2026-06-30T15:59:59Z");
        World.task(task).body("overdue", equalTo(false));
        tickAt("2026-06-30T16:00:00Z");
        World.task(task).body("overdue", equalTo(true), "daysLate", equalTo(1));
        office().body("{\"value\":1.1,\"narrative\":\"已达标\"}")
                .put("/tasks/" + task + "/submission")
                .then()
                .statusCode(200);
        supervisor()
                .body("{\"reason\":\"缺少佐证\"}")
                .put("/tasks/" + task + "/return")
                .then()
                .statusCode(200);
        office().body("{\"narrative\":\"已补充\"}")
                .put("/tasks/" + task + "/submission")
                .then()
                .statusCode(200);
        supervisor()
                .put("/tasks/" + task + "/verification")
                .then()
                .statusCode(200)
                .body("state", equalTo("completed"), "overdue", equalTo(false))
                .body(
                        "history.act",
                        hasItems("proposed", "assigned", "accepted", "reminded", "became-overdue", "completed"));
        tickAt("2026-12-31T16:00:00Z");
        assertEquals(
                List.of(
                        "TaskAssigned",
                        "TaskAccepted",
                        "TaskReported",
                        "TaskDueSoon",
                        "TaskDueSoon",
                        "TaskDueSoon",
                        "TaskOverdue",
                        "TaskReported",
                        "TaskSubmitted",
                        "TaskReturned",
                        "TaskReported",
                        "TaskSubmitted",
                        "TaskCompleted"),
                said(task, 13));
        List<Event> events = World.eventsOf(task);
        assertEquals(1, assertInstanceOf(TaskDueSoon.class, events.get(5)).workingDaysLeft());
        TaskOverdue overdue = assertInstanceOf(TaskOverdue.class, events.get(6));
        assertEquals(Instant.parse("2026-06-30T16:00:00Z"), overdue.since());
        assertEquals("基础教育科", overdue.task().leadUnit().name());
        assertEquals(World.BUREAU, overdue.task().bureau());
        assertEquals(List.of(), overdue.task().supportingUnits());
        assertEquals(
                true, assertInstanceOf(TaskCompleted.class, events.getLast()).late());
    }

    @Test
    void a_moved_day_fires_on_the_new_day_only() {
        UUID task = proposed("新改扩建中小学165所", LocalDate.of(2026, 4, 30));
        acceptProposals();
        supervisor()
                .header("If-Match", "\"2\"")
                .body("{\"dueOn\":\"2026-05-29\",\"reason\":\"雨季停工\"}")
                .put("/tasks/" + task + "/deadline")
                .then()
                .statusCode(200)
                .body("dueOn", equalTo("2026-05-29"));
        tickAt("2026-04-30T16:00:00Z");
        tickAt("2026-05-28T15:59:00Z");
        tickAt("2026-05-29T16:00:00Z");
        List<String> said = said(task, 6);
        assertEquals(
                List.of("TaskAssigned", "TaskExtended", "TaskDueSoon", "TaskDueSoon", "TaskDueSoon", "TaskOverdue"),
                said);
        assertEquals(
                LocalDate.of(2026, 4, 30),
                assertInstanceOf(TaskExtended.class, World.eventsOf(task).get(1))
                        .formerDueOn());
    }

    @Test
    void what_is_sent_back_after_its_day_is_overdue_at_once_and_once() {
        UUID task = proposed("新改扩建校舍10所", LocalDate.of(2026, 3, 31));
        acceptProposals();
        // The building office has no login of its own here: its people carry its unit.
        var builder = (java.util.function.Supplier<io.restassured.specification.RequestSpecification>)
                () -> World.as("builder", "o-build", "office");
        builder.get().put("/tasks/" + task + "/acceptance").then().statusCode(200);
        builder.get()
                .body("{\"narrative\":\"完工\"}")
                .put("/tasks/" + task + "/submission")
                .then()
                .statusCode(200);
        tickAt("2026-03-31T16:00:00Z");
        World.task(task).body("overdue", equalTo(false));
        clock.set("2026-04-03T02:00:00Z");
        supervisor()
                .body("{\"reason\":\"验收不合格\"}")
                .put("/tasks/" + task + "/return")
                .then()
                .statusCode(200);
        tickAt("2026-04-03T02:00:01Z");
        World.task(task).body("overdue", equalTo(true));
        assertEquals(
                List.of("TaskAssigned", "TaskAccepted", "TaskReported", "TaskSubmitted", "TaskReturned", "TaskOverdue"),
                said(task, 6));
    }

    @Test
    void spread_over_schools_each_has_its_share_and_sees_only_that() {
        UUID task = proposed("义务教育招生入学率100%", LocalDate.of(2026, 9, 1));
        String school = supervisor()
                .header("If-Match", "\"1\"")
                .body(
                        "{\"leadUnitId\":\"o-basic\",\"supportingUnitIds\":[\"t-01\"],\"spreadOver\":[\"s-001\",\"s-002\"]}")
                .put("/tasks/" + task + "/assignment")
                .then()
                .statusCode(200)
                .body("children", hasSize(2), "supportingUnits.id", equalTo(List.of("t-01")))
                .extract()
                .path("children.find { it.leadUnit.id == 's-001' }.id");
        World.school().get("/tasks/" + task).then().statusCode(404);
        World.otherSchool().get("/tasks/" + school).then().statusCode(404);
        World.school().get("/tasks/" + school).then().statusCode(200).body("parentId", equalTo(task.toString()));
        World.school().put("/tasks/" + school + "/acceptance").then().statusCode(200);
        World.school()
                .body("{\"narrative\":\"全部入学\"}")
                .put("/tasks/" + school + "/submission")
                .then()
                .statusCode(200);
        World.school().put("/tasks/" + school + "/verification").then().statusCode(403);
        office().put("/tasks/" + school + "/verification")
                .then()
                .statusCode(200)
                .body("state", equalTo("completed"));
        World.task(task).body("state", equalTo("assigned"));
        // The same spreading again makes no second share.
        supervisor()
                .header("If-Match", "\"2\"")
                .body(
                        "{\"leadUnitId\":\"o-basic\",\"supportingUnitIds\":[\"t-01\"],\"spreadOver\":[\"s-001\",\"s-002\"]}")
                .put("/tasks/" + task + "/assignment")
                .then()
                .statusCode(200)
                .body("children", hasSize(2));
        assertEquals(List.of("TaskAssigned"), said(task, 1));
        assertEquals(
                List.of("t-01"),
                World.eventsOf(task).stream()
                        .flatMap(e -> ((org.dudao.contracts.TaskEvent) e).task().supportingUnits().stream())
                        .map(org.dudao.contracts.UnitRef::id)
                        .toList());
    }

    @Test
    void a_withdrawn_plan_ends_its_tasks_and_a_late_target_makes_none() {
        UUID task = proposed("新改扩建幼儿园3所", LocalDate.of(2026, 8, 31));
        UUID unassigned = proposed("举办艺术节3场", LocalDate.of(2026, 8, 31));
        acceptProposals();
        World.publish(new PlanWithdrawn(plan, 3, "要点", World.BUREAU, "内容有误", "supervisor"));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        World.count("SELECT count(*) FROM task WHERE plan_id = ? AND phase = 'cancelled'", plan) == 2);
        assertEquals(0, World.count("SELECT count(*) FROM deadline WHERE task_id = ?", task));
        assertEquals(List.of("TaskAssigned", "TaskCancelled"), said(task, 2));
        assertEquals(List.of(), World.eventsOf(unassigned));
        World.publish(World.target(plan, UUID.randomUUID(), "迟到的目标", LocalDate.of(2026, 8, 31)));
        UUID other = UUID.randomUUID();
        World.publish(World.target(other, UUID.randomUUID(), "另一计划", LocalDate.of(2026, 8, 31)));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> World.count("SELECT count(*) FROM task WHERE plan_id = ?", other) == 1);
        await().during(Duration.ofMillis(300))
                .until(() -> World.count("SELECT count(*) FROM task WHERE plan_id = ?", plan) == 2);
    }

    @Test
    void a_poison_event_is_kept_and_replayed_after_its_cause_is_mended() {
        UUID target = UUID.randomUUID();
        org.dudao.contracts.PlanEvent.TargetPublished good =
                World.target(plan, target, "近视率下降", LocalDate.of(2026, 6, 30));
        String elsewhere = "p-" + plan.toString().substring(0, 8);
        String foreign =
                org.dudao.outbox.EventCodec.write(good).replace("\"id\":\"yunxi\"", "\"id\":\"" + elsewhere + "\"");
        World.publish(
                "dudao.plan", plan.toString(), UUID.randomUUID(), "dudao.target.published.v1", foreign.getBytes(UTF_8));
        World.publish(
                "dudao.plan", plan.toString(), UUID.randomUUID(), "dudao.target.published.v1", "{".getBytes(UTF_8));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> World.count(
                                "SELECT count(*) FROM dead_letter WHERE key = ? AND state = 'waiting'", plan.toString())
                        == 2);
        String letter = World.admin()
                .queryParam("limit", 200)
                .get("/dead-letters")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.cause.contains('" + elsewhere + "') }.id");
        World.admin().put("/dead-letters/" + letter + "/replay").then().statusCode(409);
        World.admin()
                .body("{\"units\":[{\"id\":\"" + elsewhere
                        + "\",\"parentId\":\"yunxi\",\"name\":\"邻县教育局\",\"kind\":\"BUREAU\"}]}")
                .put("/units")
                .then()
                .statusCode(200);
        World.admin().put("/dead-letters/" + letter + "/replay").then().statusCode(200);
        assertEquals(1, World.count("SELECT count(*) FROM task WHERE target_id = ?", target));
    }

    private void everyNumberOpensItsList() {
        List<java.util.Map<String, Object>> counts = supervisor()
                .queryParam("planId", plan)
                .get("/tasks/summary")
                .then()
                .extract()
                .path("counts");
        for (java.util.Map<String, Object> count : counts) {
            supervisor()
                    .get("/tasks?limit=1&" + count.get("query"))
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(count.get("count")));
        }
    }

    @Test
    void t13_every_number_opens_a_list_of_that_length() {
        UUID late = proposed("新改扩建学校1所", LocalDate.of(2026, 3, 10));
        UUID second = proposed("新改扩建学校2所", LocalDate.of(2026, 3, 20));
        proposed("举办艺术节5场", LocalDate.of(2026, 3, 20));
        acceptProposals();
        clock.set("2026-03-15T02:00:00Z");
        everyNumberOpensItsList();
        supervisor()
                .queryParam("planId", plan)
                .get("/tasks/summary")
                .then()
                .body("counts.find { it.key == 'overdue' }.count", equalTo(1))
                .body("counts.find { it.key == 'due-soon' }.count", equalTo(1))
                .body("counts.find { it.key == 'unassigned' }.count", equalTo(1));
        supervisor()
                .get("/tasks?overdue=true&planId=" + plan)
                .then()
                .body("items.id", equalTo(List.of(late.toString())));
        String next = supervisor()
                .get("/tasks?limit=2&planId=" + plan)
                .then()
                .extract()
                .path("next");
        supervisor()
                .get("/tasks?limit=2&planId=" + plan + "&cursor=" + next)
                .then()
                .body("items", hasSize(1), "next", equalTo(null), "total", equalTo(3));

        World.as("build", "o-build", "office")
                .body("{\"dueOn\":\"2026-03-31\",\"reason\":\"延期\"}")
                .post("/tasks/" + late + "/extension-requests")
                .then()
                .statusCode(201);
        supervisor()
                .header("If-Match", "*")
                .body("{\"reason\":\"等待审批\",\"until\":\"2026-03-16\"}")
                .put("/tasks/" + second + "/suspension")
                .then()
                .statusCode(200);
        clock.set("2026-03-17T02:00:00Z");
        everyNumberOpensItsList();
        supervisor()
                .queryParam("planId", plan)
                .get("/tasks/summary")
                .then()
                .body("counts.find { it.key == 'extension-asked' }.count", equalTo(1))
                .body("counts.find { it.key == 'suspended' }.count", equalTo(1))
                .body("counts.find { it.key == 'to-resume' }.count", equalTo(1))
                .body("counts.find { it.key == 'open' }.count", equalTo(1));
        supervisor()
                .queryParam("q", "艺术节")
                .queryParam("planId", plan)
                .get("/tasks")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void units_people_and_calendar_are_told_to_the_others() {
        World.admin().body("""
                {"people":[{"id":"p-chen","unitId":"o-basic","username":"office","name":"陈若溪",
                            "email":"office@yunxi.localhost","duty":"HEAD"}]}
                """).put("/people").then().statusCode(200);
        World.admin()
                .body("{\"people\":[{\"id\":\"p-chen\",\"unitId\":\"o-basic\",\"username\":\"office\",\"name\":\"陈若溪\","
                        + "\"email\":\"office@yunxi.localhost\",\"duty\":\"HEAD\"}]}")
                .put("/people")
                .then()
                .body("changed", equalTo(0), "unchanged", equalTo(1));
        World.admin().get("/people?unitId=o-basic").then().body("items.name", hasItem("陈若溪"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> World.eventsOn("dudao.unit").stream()
                        .anyMatch(e -> e.subject().equals("person:p-chen")));
        List<Event> told = World.eventsOn("dudao.unit");
        assertEquals(
                List.of(2024, 2025, 2026),
                told.stream()
                        .filter(CalendarChanged.class::isInstance)
                        .map(e -> ((CalendarChanged) e).year())
                        .toList());
        assertEquals(
                1,
                told.stream()
                        .filter(e -> e instanceof UnitChanged u && u.unitId().equals("s-001"))
                        .count());
        World.school()
                .get("/calendar/2026")
                .then()
                .statusCode(200)
                .body("known", equalTo(true), "workingDays", equalTo(248), "makeUpDays", hasItem("2026-10-10"));
    }
}
