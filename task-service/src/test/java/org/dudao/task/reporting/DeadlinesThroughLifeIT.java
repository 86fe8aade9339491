package org.dudao.task.reporting;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.task.Deadlines;
import org.dudao.task.TestClock;
import org.dudao.task.World;
import org.dudao.task.watching.FireDueDeadlines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deadlines follow a task through its life: extended, sent back, done at the second, at short notice, standing still. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "task"))
class DeadlinesThroughLifeIT {

    /** A Tuesday of a year whose calendar is not known: weekdays are worked. */
    private static final LocalDate DUE = LocalDate.of(2032, 6, 29);

    @Inject
    TestClock clock;

    @Inject
    Deadlines deadlines;

    @Inject
    FireDueDeadlines fire;

    private UUID task;

    @BeforeEach
    void a_task_that_is_owed() throws SQLException {
        clock.set("2032-06-01T02:00:00Z");
        World.units();
        try (Connection c = World.database();
                Statement s = c.createStatement()) {
            s.execute("DELETE FROM deadline");
            task = World.assignedTask(c, DUE);
        }
        QuarkusTransaction.requiringNew().run(() -> deadlines.planAnew(List.of(task)));
    }

    private static RequestSpecification unit() {
        return World.as("build", "o-build", "office");
    }

    private RequestSpecification supervisor() {
        return World.supervisor().header("If-Match", "*");
    }

    private String path(String part) {
        return "/tasks/" + task + "/" + part;
    }

    private void accepted() {
        unit().put(path("acceptance")).then().statusCode(200);
    }

    private void handedIn() {
        unit().body("{\"narrative\":\"已完成\"}").put(path("submission")).then().statusCode(200);
    }

    private void sentBack() {
        supervisor().body("{\"reason\":\"缺验收报告\"}").put(path("return")).then().statusCode(200);
    }

    private void at(String instant) {
        clock.set(instant);
        while (!fire.tick().isAfter(clock.instant())) {
            // the next batch
        }
    }

    private long told(String act) {
        return World.count("SELECT count(*) FROM audit WHERE act = ? AND subject_id = ?", act, task.toString());
    }

    private long planned() {
        return World.count("SELECT count(*) FROM deadline WHERE task_id = ?", task);
    }

    private void awaitSaid(String type) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> World.eventsOf(task).stream()
                        .anyMatch(e -> e.getClass().getSimpleName().equals(type)));
    }

    @Test
    void t1_returned_twice_it_is_reminded_in_each_round() {
        accepted();
        handedIn();
        // Ten and three working days before pass while it is looked at.
        at("2032-06-25T02:00:00Z");
        assertEquals(0, told("reminded"));
        sentBack();
        at("2032-06-28T02:00:00Z");
        assertEquals(1, told("reminded"));
        handedIn();
        at("2032-06-29T02:00:00Z");
        sentBack();
        at("2032-06-29T02:00:01Z");
        assertEquals(2, told("reminded"));
        at("2032-06-29T16:00:00Z");
        assertEquals(1, told("became-overdue"));
    }

    @Test
    void t1_sent_back_after_its_day_it_is_overdue_once_and_not_again_in_the_next_round() {
        accepted();
        handedIn();
        at("2032-07-02T02:00:00Z");
        assertEquals(0, told("became-overdue"));
        sentBack();
        at("2032-07-02T02:00:01Z");
        handedIn();
        sentBack();
        at("2032-07-03T02:00:00Z");
        assertEquals(1, told("became-overdue"));
        assertEquals(0, told("reminded"));
    }

    @Test
    void t2_a_granted_extension_silences_the_former_day_and_the_new_one_speaks() {
        unit().body("{\"dueOn\":\"2032-07-30\",\"reason\":\"设备到货推迟\"}")
                .header("Idempotency-Key", "ask-" + task)
                .post(path("extension-requests"))
                .then()
                .statusCode(201)
                .body("extensionWanted", equalTo("2032-07-30"), "dueOn", equalTo("2032-06-29"))
                .body("extensions.state", contains("asked"))
                .body("can", not(hasItem("ask_extension")));
        // Until somebody agrees the day holds.
        at("2032-06-15T02:00:00Z");
        assertEquals(1, told("reminded"));
        World.supervisor()
                .get("/tasks?waiting=extension&unitId=o-build")
                .then()
                .body("items.id", hasItem(task.toString()));

        supervisor()
                .body("{\"dueOn\":\"2032-07-20\",\"reason\":\"同意延至7月20日\"}")
                .put(path("extension-grant"))
                .then()
                .statusCode(200)
                .body("dueOn", equalTo("2032-07-20"), "extensions.state", contains("granted"))
                .body("extensions[0].grantedDueOn", equalTo("2032-07-20"));

        at("2032-06-30T02:00:00Z");
        assertEquals(1, told("reminded"));
        assertEquals(0, told("became-overdue"));
        // Ten working days before Tuesday 20 July.
        at("2032-07-06T02:00:00Z");
        assertEquals(2, told("reminded"));
        at("2032-07-20T16:00:00Z");
        assertEquals(1, told("became-overdue"));
        awaitSaid("TaskExtended");
    }

    @Test
    void a_refused_extension_leaves_the_day_and_may_be_asked_for_again() {
        unit().body("{\"dueOn\":\"2032-06-29\",\"reason\":\"不变\"}")
                .post(path("extension-requests"))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("dueOn"));
        String ask = "{\"dueOn\":\"2032-07-30\",\"reason\":\"设备到货推迟\"}";
        unit().body(ask).post(path("extension-requests")).then().statusCode(201);
        unit().body(ask).post(path("extension-requests")).then().statusCode(409);
        unit().header("If-Match", "*")
                .body("{\"reason\":\"自己批\"}")
                .put(path("extension-grant"))
                .then()
                .statusCode(403);
        supervisor()
                .body("{\"reason\":\"开学前必须完成\"}")
                .put(path("extension-refusal"))
                .then()
                .statusCode(200)
                .body("dueOn", equalTo("2032-06-29"))
                .body("extensions.state", contains("refused"))
                .body("can", not(hasItem("grant_extension")));
        supervisor().body("{}").put(path("extension-grant")).then().statusCode(409);
        unit().body(ask).post(path("extension-requests")).then().statusCode(201).body("extensions", hasSize(2));
        awaitSaid("ExtensionRefused");
    }

    @Test
    void t3_verified_at_the_second_of_its_deadline_nothing_is_said_afterwards() {
        accepted();
        handedIn();
        clock.set("2032-06-29T16:00:00Z");
        supervisor().put(path("verification")).then().statusCode(200);
        at("2032-06-29T16:00:00Z");
        at("2032-07-29T16:00:00Z");
        assertEquals(0, told("reminded"));
        assertEquals(0, told("became-overdue"));
        assertEquals(0, planned());
    }

    @Test
    void t4_due_tomorrow_by_a_policy_of_earlier_days_it_is_told_at_once() {
        supervisor()
                .body("{\"dueOn\":\"2032-06-02\",\"reason\":\"提前\"}")
                .put(path("deadline"))
                .then()
                .statusCode(200);
        // All of ten, three and one working days before have passed at ten in the morning of the day before.
        at("2032-06-01T02:00:00Z");
        assertEquals(1, told("reminded"));
    }

    @Test
    void a_clock_that_stands_still_says_nothing_and_leaves_the_days_there_were() {
        accepted();
        at("2032-06-15T02:00:00Z");
        assertEquals(1, told("reminded"));
        supervisor()
                .body("{\"reason\":\"等待用地审批\",\"until\":\"2032-07-01\"}")
                .put(path("suspension"))
                .then()
                .statusCode(200)
                .body("state", equalTo("suspended"), "suspension.reason", equalTo("等待用地审批"))
                .body("can", hasItem("resume"))
                .body("can", not(hasItem("suspend")));
        assertEquals(0, planned());
        unit().body("{\"narrative\":\"进展\"}").post(path("reports")).then().statusCode(409);

        at("2032-07-06T02:00:00Z");
        World.task(task)
                .body("overdue", equalTo(false), "suspension.workingDays", equalTo(15))
                .body("suspension.dueOnIfResumed", equalTo("2032-07-20"));
        World.supervisor().get("/tasks?waiting=resumption").then().body("items.id", hasItem(task.toString()));
        supervisor()
                .body("{\"dueOn\":\"2032-07-19\"}")
                .put(path("resumption"))
                .then()
                .statusCode(409);
        supervisor()
                .body("{\"dueOn\":\"2032-07-20\"}")
                .put(path("resumption"))
                .then()
                .statusCode(200)
                .body("state", equalTo("accepted"), "dueOn", equalTo("2032-07-20"))
                .body("suspensions[0].workingDays", equalTo(15))
                .body("suspensions[0].formerDueOn", equalTo("2032-06-29"))
                .body("suspensions[0].dueOn", equalTo("2032-07-20"));

        at("2032-07-15T02:00:00Z");
        assertEquals(2, told("reminded"));
        assertEquals(0, told("became-overdue"));
        at("2032-07-20T16:00:00Z");
        assertEquals(1, told("became-overdue"));
        awaitSaid("TaskResumed");
    }

    @Test
    void overdue_when_its_clock_stopped_it_is_said_anew_when_it_goes_on() {
        accepted();
        at("2032-07-01T02:00:00Z");
        assertEquals(1, told("became-overdue"));
        supervisor()
                .body("{\"reason\":\"等待审批\"}")
                .put(path("suspension"))
                .then()
                .statusCode(200);
        at("2032-07-08T02:00:00Z");
        supervisor()
                .body("{\"dueOn\":\"2032-07-06\"}")
                .put(path("resumption"))
                .then()
                .statusCode(200);
        at("2032-07-08T02:00:01Z");
        assertEquals(2, told("became-overdue"));
    }

    @Test
    void shares_stand_still_and_go_on_with_their_task_and_end_with_it() {
        supervisor()
                .body("{\"leadUnitId\":\"o-build\",\"supportingUnitIds\":[],\"spreadOver\":[\"s-001\",\"s-002\"]}")
                .put(path("assignment"))
                .then()
                .statusCode(200);
        supervisor()
                .body("{\"reason\":\"等待审批\"}")
                .put(path("suspension"))
                .then()
                .statusCode(200)
                .body("children.state", contains("suspended", "suspended"));
        at("2032-06-02T02:00:00Z");
        supervisor()
                .body("{\"dueOn\":\"2032-06-30\"}")
                .put(path("resumption"))
                .then()
                .statusCode(200)
                .body("children.state", contains("assigned", "assigned"))
                .body("children.dueOn", contains("2032-06-30", "2032-06-30"));
        supervisor().body("{\"reason\":\"再等\"}").put(path("suspension")).then().statusCode(200);
        supervisor()
                .body("{\"reason\":\"不办了\"}")
                .put(path("cancellation"))
                .then()
                .statusCode(200)
                .body("children.state", contains("cancelled", "cancelled"))
                .body("suspensions", hasSize(2));
    }

    @Test
    void a_block_is_seen_and_told_and_does_not_stop_the_clock() {
        accepted();
        String why = "{\"obstacle\":\"PREREQUISITE\",\"reason\":\"施工许可证未办理\"}";
        unit().body(why).put(path("block")).then().statusCode(200).body("block.obstacle", equalTo("PREREQUISITE"));
        unit().body(why).put(path("block")).then().statusCode(200);
        assertEquals(1, told("blocked"));
        unit().get("/tasks?waiting=obstacle&limit=200").then().body("items.id", hasItem(task.toString()));
        at("2032-06-29T16:00:00Z");
        assertEquals(1, told("became-overdue"));
        unit().delete(path("block")).then().statusCode(200).body("can", not(hasItem("unblock")));
        unit().get("/tasks?waiting=obstacle&limit=200").then().body("items.id", not(hasItem(task.toString())));
        awaitSaid("TaskUnblocked");
    }

    @Test
    void what_is_handed_in_is_blocked_no_more() {
        unit().body("{\"obstacle\":\"FUNDS\",\"reason\":\"未到位\"}")
                .put(path("block"))
                .then()
                .statusCode(409);
        accepted();
        unit().body("{\"obstacle\":\"FUNDS\",\"reason\":\"未到位\"}")
                .put(path("block"))
                .then()
                .statusCode(200);
        handedIn();
        unit().get("/tasks/" + task).then().body("block", nullValue());
    }
}
