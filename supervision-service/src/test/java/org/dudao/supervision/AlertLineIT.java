package org.dudao.supervision;

import static io.restassured.RestAssured.given;
import static org.dudao.supervision.Ladders.at;
import static org.dudao.supervision.Line.JUNE;
import static org.dudao.supervision.Line.OFFICE;
import static org.dudao.supervision.Line.OTHER;
import static org.dudao.supervision.Line.SCHOOL;
import static org.dudao.supervision.Line.task;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.dudao.contracts.Audience;
import org.dudao.contracts.Event;
import org.dudao.contracts.EventTypes;
import org.dudao.contracts.ResolvedBecause;
import org.dudao.contracts.Rung;
import org.dudao.contracts.SupervisionEvent;
import org.dudao.contracts.SupervisionEvent.AlertAcknowledged;
import org.dudao.contracts.SupervisionEvent.AlertAnswered;
import org.dudao.contracts.SupervisionEvent.AlertClosed;
import org.dudao.contracts.SupervisionEvent.AlertEscalated;
import org.dudao.contracts.SupervisionEvent.AlertRaised;
import org.dudao.contracts.SupervisionEvent.AlertReminded;
import org.dudao.contracts.SupervisionEvent.AlertResolved;
import org.dudao.contracts.SupervisionEvent.AlertSnoozed;
import org.dudao.contracts.SupervisionEvent.RungProposed;
import org.dudao.contracts.TaskEvent;
import org.dudao.contracts.TaskEvent.TaskAmended;
import org.dudao.contracts.TaskEvent.TaskAssigned;
import org.dudao.contracts.TaskEvent.TaskCancelled;
import org.dudao.contracts.TaskEvent.TaskCompleted;
import org.dudao.contracts.TaskEvent.TaskExtended;
import org.dudao.contracts.TaskEvent.TaskOverdue;
import org.dudao.contracts.TaskEvent.TaskReported;
import org.dudao.contracts.TaskEvent.TaskResumed;
import org.dudao.contracts.TaskEvent.TaskSuspended;
import org.dudao.contracts.UnitEvent;
import org.dudao.contracts.UnitEvent.CalendarChanged;
import org.dudao.contracts.UnitRef;
import org.dudao.contracts.UnitTasksEvent;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.local.testing.Tokens;
import org.dudao.outbox.EventCodec;
import org.dudao.outbox.Outbox;
import org.dudao.startup.ClockDriven;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = "database", value = "supervision"))
class AlertLineIT {

    private static final String API = "/api/supervision/v1";

    @Inject
    Line line;

    @Inject
    SettableClock clock;

    @Inject
    ClockDriven ladders;

    private final UUID task = UUID.randomUUID();

    @BeforeEach
    void a_morning_after_the_deadline() {
        clock.set(at(7, 1, 0));
        line.clear();
        line.knowUnits();
    }

    private TaskOverdue overdue(UUID id, UnitRef unit, LocalDate dueOn, long version) {
        return new TaskOverdue(task(id, unit, dueOn), version, at(dueOn.plusDays(1), 0));
    }

    private TaskOverdue overdue() {
        return overdue(task, SCHOOL, JUNE, 5);
    }

    private TaskCompleted completed(long version) {
        return new TaskCompleted(
                task(task, SCHOOL, JUNE), version, BigDecimal.TEN, clock.instant(), true, "supervisor");
    }

    private static RequestSpecification as(String user, String unit, String role) {
        return given().auth().oauth2(Tokens.of(user, unit, role)).contentType("application/json");
    }

    private static RequestSpecification supervisor() {
        return as("supervisor", "yunxi", "supervisor");
    }

    private static RequestSpecification leader() {
        return as("leader", "yunxi", "leader");
    }

    private static RequestSpecification school() {
        return as("school", "s-001", "school");
    }

    private String alert() {
        return API + "/alerts/" + line.alertOf(task);
    }

    private void tickUntilQuiet() {
        for (int i = 0; i < 50 && !ladders.tick().isAfter(clock.instant()); i++) {
            // one step of each ladder at a time
        }
    }

    private void climbTo(Instant when) {
        clock.set(when);
        tickUntilQuiet();
    }

    @Test
    void who_looks_after_the_system_sees_how_soon_alerts_follow_their_days() {
        clock.set(at(7, 1, 0).plusSeconds(4));
        line.say(overdue());
        line.alertOf(task);
        as("admin", "yunxi", "admin").get(API + "/flow").then().statusCode(200).body("dueToAlertSeconds", equalTo(4f));
        clock.set(at(7, 1, 2));
        as("admin", "yunxi", "admin").get(API + "/flow").then().statusCode(200).body("dueToAlertSeconds", nullValue());
    }

    @Test
    void a_late_task_raises_one_alert_and_says_so() {
        line.say(overdue());

        List<SupervisionEvent> said = line.said(task);
        assertEquals(1, said.size());
        AlertRaised raised = assertInstanceOf(AlertRaised.class, said.getFirst());
        assertEquals(Rung.REMINDER, raised.rung());
        assertEquals(SCHOOL, raised.alert().unit());
        assertEquals(List.of(OFFICE), raised.alert().supportingUnits());
        assertEquals(0, raised.alert().repeated());
        assertEquals(List.of(Audience.RESPONSIBLE_UNIT, Audience.SUPERVISORS), raised.audience());
        assertEquals("TAKEN PLANNED PLANNED PLANNED PLANNED PLANNED PLANNED", line.ladder(task));
        supervisor()
                .get(alert())
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", equalTo("open"))
                .body("rung", equalTo("REMINDER"))
                .body("rungLabel", equalTo("提醒"))
                .body("daysLate", equalTo(1))
                .body("unit.name", equalTo("云溪县实验小学"))
                .body(
                        "steps.state",
                        contains("taken", "planned", "planned", "planned", "planned", "planned", "planned"))
                .body("steps[1].plannedAt", equalTo("2026-07-02T01:00:00Z"))
                .body("steps[4].signers", contains("supervisor", "leader"))
                .body("history.act", contains("raised"))
                .body("can", hasItems("snooze", "escalate", "close"))
                .body("cannot.act", hasItems("acknowledge", "sign", "decline"));
    }

    @Test
    void the_same_event_again_and_another_of_the_same_deadline_change_nothing() {
        UUID id = Outbox.newId();
        line.sayAgain(id, overdue());
        line.sayAgain(id, overdue());
        line.say(overdue());

        assertEquals(1, line.count("SELECT count(*) FROM alert WHERE task_id = ?", task));
        assertEquals(1, line.said(task).size());
    }

    @Test
    void a_task_completed_before_its_overdue_fact_was_heard_raises_nothing() {
        line.say(completed(9));
        line.say(overdue());

        assertEquals(0, line.count("SELECT count(*) FROM alert WHERE task_id = ?", task));
        assertTrue(line.said(task).isEmpty());
    }

    @Test
    void an_overdue_fact_older_than_an_extension_or_a_cancellation_raises_nothing() {
        UUID other = UUID.randomUUID();
        line.say(
                new TaskExtended(task(task, SCHOOL, LocalDate.of(2026, 9, 30)), 6, JUNE, "汛期停工", "leader"),
                new TaskCancelled(task(other, SCHOOL, JUNE), 6, "计划已撤回", "system"));
        line.say(overdue(), overdue(other, SCHOOL, JUNE, 5));

        assertEquals(0, line.count("SELECT count(*) FROM alert"));
    }

    @Test
    void an_overdue_fact_older_than_a_mere_report_still_stands() {
        line.say(new TaskReported(task(task, SCHOOL, JUNE), 6, BigDecimal.ONE, "已开工", "school", clock.instant()));
        line.say(overdue());

        assertEquals(1, line.count("SELECT count(*) FROM alert WHERE task_id = ?", task));
    }

    @Test
    void it_climbs_rung_by_rung_and_a_second_tick_doubles_nothing() {
        line.say(overdue());

        climbTo(at(7, 2, 8));
        assertEquals("TAKEN PLANNED PLANNED PLANNED PLANNED PLANNED PLANNED", line.ladder(task));
        climbTo(at(7, 2, 9));
        tickUntilQuiet();
        assertEquals("TAKEN TAKEN PLANNED PLANNED PLANNED PLANNED PLANNED", line.ladder(task));
        climbTo(at(7, 6, 9));
        climbTo(at(7, 8, 9));
        tickUntilQuiet();
        climbTo(at(7, 13, 9));
        tickUntilQuiet();

        assertEquals("TAKEN TAKEN TAKEN TAKEN PROPOSED PLANNED PLANNED", line.ladder(task));
        List<SupervisionEvent> said = line.said(task);
        assertEquals(
                List.of(Rung.REMINDER, Rung.URGING, Rung.WARNING, Rung.SUPERVISION, Rung.BULLETIN),
                said.stream().map(AlertLineIT::rung).toList());
        assertEquals(
                List.of(1L, 2L, 3L, 4L, 5L),
                said.stream().map(SupervisionEvent::version).toList());
        RungProposed proposed = assertInstanceOf(RungProposed.class, said.getLast());
        assertEquals(List.of(Audience.SUPERVISORS, Audience.LEADERS), proposed.audience());
    }

    private static Rung rung(SupervisionEvent event) {
        return switch (event) {
            case AlertRaised e -> e.rung();
            case AlertEscalated e -> e.rung();
            case AlertReminded e -> e.rung();
            case RungProposed e -> e.rung();
            case AlertResolved e -> e.rung();
            case AlertClosed e -> e.rung();
            case AlertAcknowledged e -> Rung.REMINDER;
            case AlertAnswered e -> Rung.REMINDER;
            case AlertSnoozed e -> Rung.REMINDER;
        };
    }

    @Test
    void a_clock_that_jumps_takes_the_rungs_one_after_another_and_stops_at_the_proposal() throws Exception {
        List<UUID> tasks = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            tasks.add(UUID.randomUUID());
        }
        line.say(tasks.stream().map(t -> overdue(t, SCHOOL, JUNE, 5)).toList());

        clock.set(at(9, 1, 9));
        try (var tickers = Executors.newFixedThreadPool(2)) {
            List<Callable<Void>> both = List.of(this::tickOften, this::tickOften);
            for (Future<Void> f : tickers.invokeAll(both)) {
                f.get();
            }
        }

        assertEquals(200, line.count("SELECT count(*) FROM alert WHERE rung = 'SUPERVISION' AND version = 5"));
        Set<UUID> ours = new HashSet<>(tasks);
        List<SupervisionEvent> said = line.said().stream()
                .filter(e -> ours.contains(e.alert().taskId()))
                .toList();
        assertEquals(200 * 5, said.size());
        assertEquals(
                200 * 5,
                said.stream().map(e -> e.subject() + e.version()).distinct().count());
        assertEquals(200, said.stream().filter(RungProposed.class::isInstance).count());
    }

    private Void tickOften() {
        tickUntilQuiet();
        return null;
    }

    @Test
    void a_proposal_waits_for_its_signature_and_what_follows_moves_by_the_wait() {
        line.say(overdue());
        climbTo(at(8, 3, 9));
        assertEquals("TAKEN TAKEN TAKEN TAKEN PROPOSED PLANNED PLANNED", line.ladder(task));
        supervisor()
                .get(API + "/alerts?proposed=true")
                .then()
                .body("total", equalTo(1))
                .body("items[0].proposed", equalTo("BULLETIN"));
        String alert = alert();
        school().put(alert + "/steps/5/signature").then().statusCode(403);
        supervisor().put(alert + "/steps/6/signature").then().statusCode(409);

        leader().put(alert + "/steps/5/signature")
                .then()
                .statusCode(200)
                .body("rung", equalTo("BULLETIN"))
                .body("proposed", nullValue())
                .body("steps[4].state", equalTo("signed"))
                .body("steps[4].by", equalTo("leader"))
                .body("steps[5].because", equalTo("SIGNATURE_AWAITED"))
                .body("steps[5].plannedAt", equalTo("2026-08-07T01:00:00Z"));
        leader().put(alert + "/steps/5/signature").then().statusCode(200);

        tickUntilQuiet();
        assertEquals("TAKEN TAKEN TAKEN TAKEN SIGNED PLANNED PLANNED", line.ladder(task));
        AlertEscalated signed =
                assertInstanceOf(AlertEscalated.class, line.said(task).getLast());
        assertEquals("leader", signed.signedBy());
        assertEquals(6, line.said(task).size());
    }

    @Test
    void accountability_is_signed_by_a_leader_only_and_a_proposal_may_be_declined() {
        line.say(overdue());
        climbTo(at(8, 3, 9));
        String alert = alert();
        supervisor()
                .body("{\"reason\":\"已当面说明\"}")
                .put(alert + "/steps/5/rejection")
                .then()
                .statusCode(200)
                .body("rung", equalTo("SUPERVISION"))
                .body("steps[4].state", equalTo("dropped"))
                .body("steps[4].reason", equalTo("不予签发：已当面说明"));
        climbTo(at(8, 7, 9));
        supervisor().put(alert + "/steps/6/signature").then().statusCode(200).body("rung", equalTo("TALK"));
        climbTo(at(10, 30, 9));
        supervisor()
                .put(alert + "/steps/7/signature")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:dudao:problem:not-yours-to-sign"));
        leader().put(alert + "/steps/7/signature")
                .then()
                .statusCode(200)
                .body("rung", equalTo("ACCOUNTABILITY"))
                .body("cannot.act", hasItem("escalate"));
    }

    @Test
    void completion_resolves_it_and_nothing_comes_after() {
        line.say(overdue());
        climbTo(at(7, 6, 9));
        line.say(completed(9));
        climbTo(at(12, 1, 9));

        List<SupervisionEvent> said = line.said(task);
        AlertResolved resolved = assertInstanceOf(AlertResolved.class, said.getLast());
        assertEquals(ResolvedBecause.TASK_COMPLETED, resolved.because());
        assertEquals(Rung.WARNING, resolved.rung());
        assertEquals(4, said.size());
        assertEquals(
                4,
                line.count(
                        "SELECT count(*) FROM alert_step s JOIN alert a ON a.id = s.alert_id WHERE a.task_id = ? AND s.state = 'DROPPED'",
                        task));
    }

    @Test
    void an_extension_resolves_it_and_the_new_deadline_raises_a_repeated_one() {
        LocalDate september = LocalDate.of(2026, 9, 30);
        line.say(overdue());
        line.say(new TaskExtended(task(task, SCHOOL, september), 6, JUNE, "汛期停工", "leader"));
        clock.set(at(10, 1, 0));
        line.say(overdue(task, SCHOOL, september, 7));

        List<SupervisionEvent> said = line.said(task);
        assertEquals(3, said.size());
        assertEquals(ResolvedBecause.DEADLINE_EXTENDED, ((AlertResolved) said.get(1)).because());
        AlertRaised again = (AlertRaised) said.get(2);
        assertEquals(1, again.alert().repeated());
        assertEquals(september, again.alert().dueOn());
    }

    @Test
    void an_amended_day_resolves_it_and_an_amended_figure_does_not() {
        LocalDate september = LocalDate.of(2026, 9, 30);
        line.say(overdue());
        line.say(new TaskAmended(task(task, SCHOOL, JUNE), 6, JUNE, "165所 → 150所", "核减", "leader"));
        assertEquals(1, line.said(task).size());
        line.say(new TaskAmended(task(task, SCHOOL, september), 7, JUNE, "2026-06-30 → 2026-09-30", "汛期停工", "leader"));

        assertEquals(
                ResolvedBecause.DEADLINE_EXTENDED,
                ((AlertResolved) line.said(task).getLast()).because());
    }

    @Test
    void a_cancelled_task_resolves_it() {
        line.say(overdue());
        line.say(new TaskCancelled(task(task, SCHOOL, JUNE), 6, "计划已撤回", "system"));

        assertEquals(
                ResolvedBecause.TASK_CANCELLED, ((AlertResolved) line.said(task).getLast()).because());
    }

    @Test
    void a_suspended_task_resolves_it_raises_none_and_is_raised_anew_when_it_goes_on_late() {
        line.say(overdue());
        line.say(new TaskSuspended(task(task, SCHOOL, JUNE), 6, "等待用地审批", null, "supervisor"));
        // A fact that was overtaken (a replayed dead letter) raises nothing while the clock stands still.
        line.say(overdue());
        climbTo(at(7, 20, 9));
        assertEquals(2, line.said(task).size());

        LocalDate moved = LocalDate.of(2026, 7, 14);
        line.say(new TaskResumed(task(task, SCHOOL, moved), 7, JUNE, 10, "supervisor"));
        line.say(overdue(task, SCHOOL, moved, 8));

        List<SupervisionEvent> said = line.said(task);
        assertEquals(ResolvedBecause.TASK_SUSPENDED, ((AlertResolved) said.get(1)).because());
        AlertRaised again = (AlertRaised) said.get(2);
        assertEquals(Rung.REMINDER, again.rung());
        assertEquals(1, again.alert().repeated());
        assertEquals(moved, again.alert().dueOn());
    }

    @Test
    void a_late_task_that_goes_to_another_unit_gets_a_new_alert_there() {
        line.say(overdue());
        climbTo(at(7, 6, 9));
        line.say(new TaskAssigned(task(task, OTHER, JUNE), 6, "supervisor"));

        List<SupervisionEvent> said = line.said(task);
        AlertResolved resolved = (AlertResolved) said.get(said.size() - 2);
        AlertRaised raised = (AlertRaised) said.getLast();
        assertEquals(ResolvedBecause.TASK_REASSIGNED, resolved.because());
        assertEquals(SCHOOL, resolved.alert().unit());
        assertEquals(OTHER, raised.alert().unit());
        assertEquals(Rung.REMINDER, raised.rung());
        assertEquals(1, raised.alert().repeated());
    }

    @Test
    void people_acknowledge_snooze_escalate_and_close_each_on_the_record() {
        line.say(overdue());
        clock.set(at(7, 1, 10));
        String alert = alert();

        school().body("{\"note\":\"正在赶工\"}")
                .put(alert + "/acknowledgement")
                .then()
                .statusCode(200)
                .body("acknowledgedBy", equalTo("school"));
        school().body("{\"note\":\"正在赶工\"}")
                .put(alert + "/acknowledgement")
                .then()
                .statusCode(200);
        supervisor()
                .body("{\"reason\":\"市里要求\"}")
                .put(alert + "/escalation")
                .then()
                .statusCode(200)
                .body("rung", equalTo("URGING"));
        supervisor()
                .body("{\"until\":\"2026-07-10\",\"reason\":\"等待验收\"}")
                .header("If-Match", "\"3\"")
                .put(alert + "/snooze")
                .then()
                .statusCode(200)
                .body("snoozedUntil", equalTo("2026-07-10T16:00:00Z"));
        supervisor()
                .body("{\"until\":\"2026-07-12\",\"reason\":\"再等\"}")
                .header("If-Match", "\"3\"")
                .put(alert + "/snooze")
                .then()
                .statusCode(412);
        climbTo(at(7, 10, 12));
        assertEquals("TAKEN TAKEN PLANNED PLANNED PLANNED PLANNED PLANNED", line.ladder(task));
        leader().body("{\"reason\":\"并入专项督办\"}")
                .put(alert + "/closure")
                .then()
                .statusCode(200)
                .body("state", equalTo("closed"))
                .body("reason", equalTo("并入专项督办"))
                .body("snoozedUntil", nullValue())
                .body("can", equalTo(List.of()))
                .body("history.act", contains("raised", "acknowledged", "escalated", "snoozed", "closed"))
                .body("history.by", contains(null, "school", "supervisor", "supervisor", "leader"));
        supervisor()
                .body("{\"reason\":\"再升级\"}")
                .put(alert + "/escalation")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dudao:problem:alert-already-closed"));

        assertEquals(
                List.of(
                        AlertRaised.class,
                        AlertAcknowledged.class,
                        AlertEscalated.class,
                        AlertSnoozed.class,
                        AlertClosed.class),
                line.said(task).stream().map(Object::getClass).toList());
    }

    @Test
    void who_has_no_business_with_it_is_refused() {
        line.say(overdue());
        String alert = alert();

        given().get(alert).then().statusCode(401);
        as("other", "s-002", "school").get(alert).then().statusCode(404);
        as("other", "s-002", "school").get(API + "/alerts").then().body("total", equalTo(0));
        as("office", "o-basic", "office").get(alert).then().statusCode(404);
        as("other", "s-002", "school")
                .body("{}")
                .put(alert + "/acknowledgement")
                .then()
                .statusCode(404);
        supervisor()
                .body("{}")
                .put(alert + "/acknowledgement")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:dudao:problem:not-the-responsible-unit"));
        for (String role : List.of("school", "office", "inspector", "admin", "leader")) {
            as("x", "yunxi", role)
                    .body("{\"until\":\"2026-07-10\",\"reason\":\"x\"}")
                    .put(alert + "/snooze")
                    .then()
                    .statusCode(403);
            as("x", "yunxi", role)
                    .body("{\"reason\":\"x\"}")
                    .put(alert + "/escalation")
                    .then()
                    .statusCode(403);
        }
        for (String role : List.of("school", "office", "inspector", "admin")) {
            as("x", "yunxi", role)
                    .body("{\"reason\":\"x\"}")
                    .put(alert + "/closure")
                    .then()
                    .statusCode(403);
            as("x", "yunxi", role).put(alert + "/steps/5/signature").then().statusCode(403);
            as("x", "yunxi", role)
                    .body("{\"reason\":\"x\"}")
                    .put(alert + "/steps/5/rejection")
                    .then()
                    .statusCode(403);
        }
        school().get(alert).then().statusCode(200).body("can", contains("acknowledge", "answer"));
        as("head", "t-01", "office").get(alert).then().statusCode(200);
        supervisor().body("{\"reason\":\" \"}").put(alert + "/closure").then().statusCode(422);
        supervisor().body("{\"grund\":\"x\"}").put(alert + "/closure").then().statusCode(400);
        supervisor().get(API + "/alerts?state=asleep").then().statusCode(422);
        assertEquals(1, line.said(task).size());
    }

    @Test
    void what_can_not_be_read_is_kept_and_the_rest_goes_on() {
        UUID garbage = Outbox.newId();
        line.sayGarbage(garbage, task.toString());
        line.say(overdue());

        assertEquals(1, line.count("SELECT count(*) FROM dead_letter WHERE event_id = ?", garbage.toString()));
        assertEquals(1, line.count("SELECT count(*) FROM alert WHERE task_id = ?", task));
    }

    @Test
    void a_poisoned_event_is_replayed_once_its_cause_is_mended() {
        line.update("UPDATE enactment SET at = 'infinity'");
        line.say(overdue());
        String letter = line.text("SELECT id FROM dead_letter WHERE key = ?", task.toString());
        String replay = API + "/dead-letters/" + letter + "/replay";
        var admin = as("admin", "yunxi", "admin");
        admin.put(replay).then().statusCode(409);
        assertEquals(0, line.count("SELECT count(*) FROM alert"));

        line.update("UPDATE enactment SET at = '-infinity'");
        as("admin", "yunxi", "admin").put(replay).then().statusCode(200).body("state", equalTo("replayed"));
        as("admin", "yunxi", "admin").put(replay).then().statusCode(409);

        assertEquals(1, line.said(task).size());
        assertEquals(1, line.count("SELECT count(*) FROM alert WHERE task_id = ?", task));
    }

    @Test
    void every_count_opens_a_list_of_that_length() {
        List<TaskOverdue> many = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            many.add(overdue(UUID.randomUUID(), i % 2 == 0 ? SCHOOL : OTHER, JUNE, 5));
        }
        line.say(many);
        climbTo(at(7, 6, 9));
        line.say(overdue());
        line.say(new TaskCancelled(task(many.getFirst().task().taskId(), SCHOOL, JUNE), 6, "x", "system"));
        leader().body("{\"reason\":\"并案\"}").put(alert() + "/closure").then().statusCode(200);

        for (Supplier<RequestSpecification> who :
                List.<Supplier<RequestSpecification>>of(AlertLineIT::supervisor, AlertLineIT::school)) {
            var counts = who.get()
                    .get(API + "/alerts/summary")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<String> queries = counts.getList("counts.query");
            List<Integer> numbers = counts.getList("counts.count");
            assertEquals(11, queries.size());
            for (int i = 0; i < queries.size(); i++) {
                assertEquals(numbers.get(i), walk(who, queries.get(i)), queries.get(i));
            }
        }
        supervisor().get(API + "/alerts?state=open&rung=WARNING").then().body("total", equalTo(69));
        supervisor().get(API + "/alerts?unitId=t-01&q=第二小学").then().body("total", equalTo(35));
        supervisor().get(API + "/alerts?taskId=" + task).then().body("items[0].state", equalTo("closed"));
    }

    /** How many there are, page by page, each once. */
    private static int walk(Supplier<RequestSpecification> who, String query) {
        Set<String> ids = new HashSet<>();
        int seen = 0;
        String cursor = "";
        while (cursor != null) {
            var page = who.get()
                    .get(API + "/alerts?limit=20&" + query + "&cursor=" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<String> items = page.getList("items.id");
            ids.addAll(items);
            seen += items.size();
            cursor = page.getString("next");
        }
        assertEquals(seen, ids.size());
        return seen;
    }

    @Test
    void a_changed_calendar_moves_what_is_planned_and_says_why() {
        line.say(overdue());
        line.say(new CalendarChanged(
                2026, clock.millis() + System.nanoTime(), List.of(LocalDate.of(2026, 7, 2)), List.of()));

        supervisor()
                .get(alert())
                .then()
                .body("steps[1].plannedAt", equalTo("2026-07-03T01:00:00Z"))
                .body("steps[1].because", equalTo("CALENDAR_CHANGED"))
                .body("nextStepAt", equalTo("2026-07-03T01:00:00Z"));
        line.say(new CalendarChanged(2026, clock.millis() + System.nanoTime(), List.of(), List.of()));
        assertEquals("2026-07-02 01:00:00+00", line.text("SELECT next_step_at FROM alert"));
    }

    @Test
    void every_golden_fact_about_tasks_and_units_comes_through_its_door() throws Exception {
        List<Event> goldens = new ArrayList<>();
        for (Class<? extends Event> fact : EventTypes.all().toList()) {
            if (TaskEvent.class.isAssignableFrom(fact)
                    || UnitTasksEvent.class.isAssignableFrom(fact)
                    || UnitEvent.class.isAssignableFrom(fact)) {
                String type = EventTypes.typeOf(fact);
                try (InputStream golden = Event.class.getResourceAsStream("golden/" + type + ".json")) {
                    goldens.add(EventCodec.read(type, golden.readAllBytes()));
                }
            }
        }

        line.say(goldens);

        assertTrue(goldens.size() > 15, "hardly any golden was read");
        assertEquals(0, line.count("SELECT count(*) FROM dead_letter"));
    }

    @Test
    void the_ladder_can_be_read() {
        school().get(API + "/policies/ladder")
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("firesAt", equalTo("09:00:00"))
                .body("rungs.label", contains("提醒", "催办", "预警", "督办", "通报", "约谈", "问责"))
                .body("rungs.workingDays", contains(0, 1, 3, 5, 8, 12, 20));
    }

    @Test
    void five_thousand_late_at_once_are_five_thousand_alerts_each_once() {
        List<TaskOverdue> late = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            late.add(overdue(UUID.randomUUID(), SCHOOL, JUNE, 5));
        }
        line.say(late);
        climbTo(at(7, 2, 9));

        assertEquals(5_000, line.count("SELECT count(DISTINCT task_id) FROM alert WHERE rung = 'URGING'"));
        assertEquals(5_000, line.count("SELECT count(*) FROM alert"));
        assertEquals(35_000, line.count("SELECT count(*) FROM alert_step"));
        Set<UUID> ours = new HashSet<>(late.stream().map(e -> e.task().taskId()).toList());
        List<SupervisionEvent> said = line.said().stream()
                .filter(e -> ours.contains(e.alert().taskId()))
                .toList();
        assertEquals(10_000, said.size());
        assertEquals(
                5_000,
                said.stream()
                        .filter(AlertRaised.class::isInstance)
                        .map(SupervisionEvent::subject)
                        .distinct()
                        .count());
        assertEquals(10_000, line.count("SELECT count(*) FROM audit WHERE subject_id IN (SELECT id::text FROM alert)"));
    }
}
