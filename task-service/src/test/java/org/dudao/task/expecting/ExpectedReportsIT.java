package org.dudao.task.expecting;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
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
import org.dudao.contracts.TaskEvent.ReportMissed;
import org.dudao.contracts.TaskEvent.ReportReturned;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.task.Deadlines;
import org.dudao.task.TestClock;
import org.dudao.task.World;
import org.dudao.task.watching.FireDueDeadlines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports are expected by cadence, missed once, settled late, sent back and asked again. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "task"))
class ExpectedReportsIT {

    /** A Thursday; the last working days of the months before are 30 Jan and 27 Feb of a year without a known calendar. */
    private static final LocalDate DUE = LocalDate.of(2032, 4, 15);

    @Inject
    TestClock clock;

    @Inject
    Deadlines deadlines;

    @Inject
    FireDueDeadlines fire;

    private UUID task;

    @BeforeEach
    void a_task_on_which_its_unit_reports_monthly() throws SQLException {
        clock.set("2032-01-05T02:00:00Z");
        World.units();
        try (Connection c = World.database();
                Statement s = c.createStatement()) {
            s.execute("DELETE FROM deadline");
            task = World.assignedTask(c, DUE);
        }
        QuarkusTransaction.requiringNew().run(() -> deadlines.planAnew(List.of(task)));
        cadence("MONTHLY").statusCode(200);
        unit().put(path("acceptance")).then().statusCode(200);
    }

    @AfterEach
    void nobody_is_asked_by_policy() {
        policy("NONE");
    }

    private static RequestSpecification unit() {
        return World.as("build", "o-build", "office");
    }

    private String path(String part) {
        return "/tasks/" + task + "/" + part;
    }

    private ValidatableResponse cadence(String cadence) {
        return World.supervisor()
                .body("{\"cadence\":\"" + cadence + "\",\"daysAfter\":0,\"withShares\":false,\"reason\":\"月报告制度\"}")
                .put(path("cadence"))
                .then();
    }

    private static void policy(String cadence) {
        World.supervisor()
                .body("{\"policies\":[{\"cadence\":\"" + cadence + "\",\"daysAfter\":0}],\"reason\":\"年度部署\"}")
                .put("/report-policies")
                .then()
                .statusCode(200);
    }

    private void at(String instant) {
        clock.set(instant);
        while (!fire.tick().isAfter(clock.instant())) {
            // the next batch
        }
    }

    private void reported() {
        unit().body("{\"narrative\":\"主体封顶\"}").post(path("reports")).then().statusCode(201);
    }

    private String lastReport() {
        return unit().get("/tasks/" + task).then().extract().path("reports[-1].id");
    }

    private ValidatableResponse sentBack(String report) {
        return World.supervisor()
                .body("{\"reason\":\"缺少数据来源\"}")
                .put(path("reports/" + report + "/return"))
                .then();
    }

    private ValidatableResponse listed(String state) {
        return unit().get("/expected-reports?taskId=" + task + "&state=" + state)
                .then()
                .statusCode(200);
    }

    private long missed() {
        return World.count(
                "SELECT count(*) FROM audit WHERE act = 'missed-report' AND subject_id = ?", task.toString());
    }

    @Test
    void what_is_expected_stands_there_before_it_is_due_and_stops_where_the_task_is_handed_in() {
        listed("expected").body("items.dueOn", contains("2032-01-30", "2032-02-27", "2032-03-31"), "total", equalTo(3));
        unit().get("/tasks/" + task)
                .then()
                .body("reporting.cadence", equalTo("MONTHLY"), "reporting.nextDueOn", equalTo("2032-01-30"));
    }

    @Test
    void a_missed_report_is_told_once_and_a_late_one_settles_all_that_were_missed() {
        at("2032-01-30T16:00:00Z");
        at("2032-01-30T17:00:00Z");
        assertEquals(1, missed());
        at("2032-02-27T16:00:00Z");
        listed("missing").body("items.dueOn", contains("2032-01-30", "2032-02-27"));
        World.supervisor()
                .get("/expected-reports/timeliness?unitId=o-build&dueFrom=2032-01-01&dueBefore=2032-04-01")
                .then()
                .body(
                        "items[0].counts.find { it.state == 'MISSING' }.query",
                        equalTo("state=missing&unitId=o-build&dueFrom=2032-01-01&dueBefore=2032-04-01"));

        reported();

        listed("missing").body("total", equalTo(0));
        listed("late").body("items.dueOn", contains("2032-01-30", "2032-02-27"));
        listed("expected").body("items.dueOn", contains("2032-03-31"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> World.eventsOf(task).stream()
                                .filter(ReportMissed.class::isInstance)
                                .count()
                        == 2);
    }

    @Test
    void a_report_in_time_settles_its_own_period_and_says_nothing() {
        reported();
        reported();
        listed("in_time").body("items.dueOn", contains("2032-01-30"));
        listed("expected").body("items.dueOn", contains("2032-02-27", "2032-03-31"));
        at("2032-01-30T16:00:00Z");
        assertEquals(0, missed());
    }

    @Test
    void t1_a_report_sent_back_twice_is_owed_and_missed_in_each_round() {
        reported();
        sentBack(lastReport()).statusCode(200);
        // Three working days after Monday 5 January.
        listed("expected").body("items[0].dueOn", equalTo("2032-01-08"), "items[0].sentBack", equalTo(1));
        at("2032-01-08T16:00:00Z");
        assertEquals(1, missed());
        reported();
        String second = lastReport();
        sentBack(second).statusCode(200);
        sentBack(second).statusCode(409).body("type", equalTo("urn:dudao:problem:report-returned-already"));
        at("2032-01-15T16:00:00Z");
        assertEquals(2, missed());
        reported();
        listed("late").body("total", equalTo(1));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> World.eventsOf(task).stream()
                                .filter(ReportReturned.class::isInstance)
                                .count()
                        == 2);
    }

    @Test
    void t10_whether_it_came_in_time_follows_from_when_it_came() {
        reported();
        at("2032-02-27T16:00:00Z");
        reported();
        World.supervisor()
                .get("/expected-reports?taskId=" + task)
                .then()
                .body(
                        "items.find { it.dueOn == '2032-01-30' }.state", equalTo("IN_TIME"),
                        "items.find { it.dueOn == '2032-02-27' }.state", equalTo("LATE"));
    }

    @Test
    void what_falls_due_while_it_is_looked_at_is_not_owed() {
        unit().body("{\"narrative\":\"已完成\"}").put(path("submission")).then().statusCode(200);
        at("2032-02-27T16:00:00Z");
        World.supervisor()
                .body("{\"reason\":\"缺验收报告\"}")
                .put(path("return"))
                .then()
                .statusCode(200);
        assertEquals(0, missed());
        listed("missing").body("total", equalTo(0));
        listed("expected").body("items.dueOn", contains("2032-03-31"));
    }

    @Test
    void a_clock_that_stands_still_asks_for_no_report() {
        World.supervisor()
                .header("If-Match", "*")
                .body("{\"reason\":\"等待批复\"}")
                .put(path("suspension"))
                .then()
                .statusCode(200);
        at("2032-02-10T02:00:00Z");
        assertEquals(0, missed());
        String due = World.supervisor().get("/tasks/" + task).then().extract().path("suspension.dueOnIfResumed");
        World.supervisor()
                .header("If-Match", "*")
                .body("{\"dueOn\":\"" + due + "\"}")
                .put(path("resumption"))
                .then()
                .statusCode(200);
        listed("expected").body("items.dueOn", hasItem("2032-02-27"), "items[0].dueOn", equalTo("2032-02-27"));
    }

    @Test
    void the_policy_holds_for_what_is_assigned_from_then_on() throws SQLException {
        policy("QUARTERLY");
        UUID other;
        try (Connection c = World.database()) {
            other = World.assignedTask(c, LocalDate.of(2032, 12, 31));
        }
        QuarkusTransaction.requiringNew().run(() -> deadlines.planAnew(List.of(other)));
        unit().get("/expected-reports?taskId=" + other)
                .then()
                .body("items.dueOn", contains("2032-03-31", "2032-06-30", "2032-09-30"));
        listed("expected").body("total", equalTo(3));
    }

    @Test
    void a_draft_is_ones_own_and_ends_with_the_report() {
        unit().body("{\"narrative\":\"还差\"}").put(path("report-draft")).then().statusCode(200);
        unit().get(path("report-draft")).then().statusCode(200).body("narrative", equalTo("还差"), "value", nullValue());
        World.as("build2", "o-build", "office").get(path("report-draft")).then().statusCode(404);
        World.otherSchool().get(path("report-draft")).then().statusCode(404);
        reported();
        unit().get(path("report-draft")).then().statusCode(404);
    }

    @Test
    void bad_asking_is_told_what_to_mend() {
        cadence("DAILY").statusCode(400);
        World.supervisor()
                .get("/expected-reports?state=done")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("state"));
        World.supervisor()
                .body(
                        "{\"policies\":[{\"unitKind\":\"SCHOOL\",\"cadence\":\"NONE\",\"daysAfter\":0}],\"reason\":\"x\"}")
                .put("/report-policies")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("policies"));
        unit().body("{\"cadence\":\"NONE\",\"daysAfter\":0,\"withShares\":false,\"reason\":\"x\"}")
                .put(path("cadence"))
                .then()
                .statusCode(403);
        World.otherSchool().get("/expected-reports?taskId=" + task).then().body("total", equalTo(0));
    }
}
