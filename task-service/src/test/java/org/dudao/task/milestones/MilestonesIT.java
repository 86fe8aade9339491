package org.dudao.task.milestones;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.contracts.TaskEvent.MilestonesChanged;
import org.dudao.contracts.TaskEvent.MilestonesMissed;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.task.Deadlines;
import org.dudao.task.TestClock;
import org.dudao.task.World;
import org.dudao.task.watching.FireDueDeadlines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes within a task have days of their own. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "task"))
class MilestonesIT {

    private static final LocalDate DUE = LocalDate.of(2033, 6, 30);

    @Inject
    TestClock clock;

    @Inject
    Deadlines deadlines;

    @Inject
    FireDueDeadlines fire;

    private UUID task;

    @BeforeEach
    void a_task_with_two_nodes_on_one_day_and_one_later() throws SQLException {
        clock.set("2033-01-04T02:00:00Z");
        World.units();
        try (Connection c = World.database();
                Statement s = c.createStatement()) {
            s.execute("DELETE FROM deadline");
            task = World.assignedTask(c, DUE);
        }
        QuarkusTransaction.requiringNew().run(() -> deadlines.planAnew(List.of(task)));
        set("""
                {"name":"完成立项","dueOn":"2033-03-01"},{"name":"完成招标","dueOn":"2033-03-01"},
                {"name":"主体封顶","dueOn":"2033-05-31"}""").statusCode(200).body("milestones.name", contains("完成立项", "完成招标", "主体封顶"));
    }

    private static RequestSpecification unit() {
        return World.as("build", "o-build", "office");
    }

    private ValidatableResponse set(String milestones) {
        return unit().body("{\"milestones\":[" + milestones + "]}")
                .put("/tasks/" + task + "/milestones")
                .then();
    }

    private String id(int i) {
        return unit().get("/tasks/" + task).then().extract().path("milestones[" + i + "].id");
    }

    private ValidatableResponse told(String milestone, int progress) {
        return unit().body("{\"progress\":" + progress + ",\"proof\":\"批复文号〔2033〕12号\"}")
                .put("/tasks/" + task + "/milestones/" + milestone + "/progress")
                .then();
    }

    private void at(String instant) {
        clock.set(instant);
        while (!fire.tick().isAfter(clock.instant())) {
            // the next batch
        }
    }

    private long missed() {
        return World.count(
                "SELECT count(*) FROM audit WHERE act = 'missed-milestones' AND subject_id = ?", task.toString());
    }

    private List<MilestonesMissed> saidMissed() {
        return World.eventsOf(task).stream()
                .filter(MilestonesMissed.class::isInstance)
                .map(MilestonesMissed.class::cast)
                .toList();
    }

    @Test
    void what_was_not_reached_on_its_day_is_told_once_and_named() {
        told(id(0), 100).statusCode(200).body("milestones[0].achievedOn", equalTo("2033-01-04"));
        at("2033-03-01T16:00:00Z");
        at("2033-03-02T02:00:00Z");
        assertEquals(1, missed());
        unit().get("/tasks/" + task).then().body("milestones.daysLate", contains(0, 1, 0));
        unit().get("/tasks?waiting=milestone&limit=200").then().body("items.id", hasItem(task.toString()));
        await().atMost(Duration.ofSeconds(20)).until(() -> saidMissed().size() == 1);
        assertEquals(List.of("完成招标"), saidMissed().getFirst().names());

        told(id(1), 100).statusCode(200);

        unit().get("/tasks?waiting=milestone&limit=200").then().body("items.id", not(hasItem(task.toString())));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> World.eventsOf(task).stream()
                                .filter(MilestonesChanged.class::isInstance)
                                .count()
                        == 3);
    }

    @Test
    void a_node_that_moves_never_fires_on_its_former_day() {
        String kept = id(0);
        told(kept, 40).statusCode(200);
        set("{\"id\":\"" + kept + "\",\"name\":\"完成立项\",\"dueOn\":\"2033-04-01\"}")
                .statusCode(200)
                .body("milestones.progress", contains(40));
        at("2033-03-01T16:00:00Z");
        assertEquals(0, missed());
        at("2033-04-01T16:00:00Z");
        assertEquals(1, missed());
    }

    @Test
    void nodes_of_a_suspended_task_do_not_fire() {
        World.supervisor()
                .header("If-Match", "*")
                .body("{\"reason\":\"等待批复\"}")
                .put("/tasks/" + task + "/suspension")
                .then()
                .statusCode(200);
        at("2033-03-01T16:00:00Z");
        assertEquals(0, missed());
        told(id(0), 50).statusCode(409);
    }

    @Test
    void bad_asking_is_told_what_to_mend() {
        set("{\"name\":\"验收\",\"dueOn\":\"2033-07-01\"}")
                .statusCode(422)
                .body("errors[0].field", equalTo("milestones[0].dueOn"));
        set("{\"id\":\"" + UUID.randomUUID() + "\",\"name\":\"验收\",\"dueOn\":\"2033-06-01\"}")
                .statusCode(422)
                .body("errors[0].field", equalTo("milestones[0].id"));
        told(UUID.randomUUID().toString(), 10).statusCode(404);
        World.otherSchool()
                .body("{\"milestones\":[]}")
                .put("/tasks/" + task + "/milestones")
                .then()
                .statusCode(404);
    }
}
