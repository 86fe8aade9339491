package org.dudao.notification;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.contracts.TaskEvent.TaskAmended;
import org.dudao.contracts.TaskEvent.TaskAssigned;
import org.dudao.contracts.TaskEvent.TaskOverdue;
import org.dudao.contracts.TaskFacts;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.local.testing.Tokens;
import org.dudao.outbox.Outbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an event on Kafka to a school's own system, which really checks what it is sent. */
@QuarkusTest
@QuarkusTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(MovedClockAndMailServer.class)
class WebhookIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ASSIGNED = "dudao.task.assigned.v1";
    private static final String AMENDED = "dudao.task.amended.v1";
    private static final String OVERDUE = "dudao.task.overdue.v1";

    @Inject
    Clock clock;

    private static World world;
    private static SchoolSystem system;

    @BeforeAll
    static void the_county_is_known() {
        world = new World();
        system = new SchoolSystem(SchoolSystem.HOST);
        world.settle(3);
        await().atMost(SOON)
                .until(() -> world.count("person WHERE id IN ('admin', 's-003-staff')") == 2
                        && world.count("unit WHERE id IN ('yunxi', 't-01', 's-003')") == 3);
    }

    @AfterAll
    static void lights_out() {
        world.run("DELETE FROM webhook");
        world.close();
        system.close();
    }

    @BeforeEach
    void nobody_is_called() {
        world.run("DELETE FROM webhook");
        system.answers(204);
        clockBy(Duration.ZERO);
    }

    /** Receivers take no call that is more than five minutes old by their own clock, so the days begin at the present. */
    private void clockBy(Duration ahead) {
        Instant then = Clock.systemUTC().instant().plus(ahead);
        world.clockTo(LocalDateTime.ofInstant(then, World.ZONE));
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Duration.between(Clock.systemUTC().instant().plus(ahead), clock.instant())
                                .abs()
                                .toSeconds()
                        < 10);
    }

    private static RequestSpecification as(String username, String unit, String... roles) {
        return given().auth()
                .oauth2(Tokens.of(username, unit, roles))
                .basePath("/api/notification/v1")
                .contentType("application/json");
    }

    private static RequestSpecification school(int i) {
        return as("s-%03d-head".formatted(i), "s-%03d".formatted(i), "school");
    }

    private static JsonPath subscribe(int school, String url, String... kinds) {
        return school(school)
                .body(Map.of("url", url, "kinds", List.of(kinds)))
                .post("/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse calls(int school, String id) {
        return school(school).get("/webhooks/" + id + "/deliveries").then().statusCode(200);
    }

    private static void awaitState(int school, String id, String state) {
        await().atMost(SOON).untilAsserted(() -> calls(school, id).body("items.state", equalTo(List.of(state))));
    }

    private static TaskAssigned assigned(TaskFacts task) {
        return new TaskAssigned(task, 1, "supervisor");
    }

    private static List<SchoolSystem.Call> received(UUID event) {
        return system.calls().stream()
                .filter(c -> event.toString().equals(c.id()))
                .toList();
    }

    @Test
    void t11_another_language_s_library_accepts_each_call_once_and_edits_are_sent_too() {
        try (NodeReceiver receiver = new NodeReceiver()) {
            JsonPath made = subscribe(1, receiver.url(), ASSIGNED, AMENDED, OVERDUE);
            assertTrue(made.getString("secret").startsWith("whsec_"));
            receiver.checksWith(made.getString("secret"));
            TaskFacts own = World.task(World.school(1), null, "改扩建校舍“一期”");
            UUID first = Outbox.newId();

            world.say(assigned(World.task(World.school(2), null, "别人的任务")));
            world.say(first, assigned(own));
            world.say(first, assigned(own));
            world.say(new TaskAmended(own, 2, LocalDate.of(2026, 12, 30), "165 → 170", "追加", "leader"));
            world.say(new TaskOverdue(own, 3, clock.instant()));
            world.say(assigned(World.task(World.school(2), World.school(1), "配合的任务")));

            await().atMost(SOON)
                    .until(() -> JsonPath.from(receiver.seen()).getList("$").size() >= 4);
            calls(1, made.getString("webhook.id")).body("total", equalTo(4));
            JsonPath seen = JsonPath.from(receiver.seen());
            assertEquals(4, seen.getList("$").size(), receiver.seen());
            assertEquals(0, seen.getList("findAll { it.refusal != null }").size(), receiver.seen());
            assertEquals(0, seen.getList("findAll { it.title == '别人的任务' }").size(), receiver.seen());
            assertTrue(seen.getList("type").containsAll(List.of(ASSIGNED, AMENDED, OVERDUE)), receiver.seen());
            assertEquals(1, seen.getList("findAll { it.id == '" + first + "' }").size());
        }
    }

    @Test
    void a_new_secret_is_valid_at_once_and_the_former_one_for_a_day() {
        try (NodeReceiver receiver = new NodeReceiver()) {
            JsonPath made = subscribe(1, receiver.url(), ASSIGNED);
            String id = made.getString("webhook.id");
            school(1).put("/webhooks/" + id + "/secret").then().statusCode(428);
            String fresh = school(1)
                    .header("If-Match", "\"0\"")
                    .put("/webhooks/" + id + "/secret")
                    .then()
                    .statusCode(200)
                    .body("webhook.formerSecretUntil", notNullValue())
                    .extract()
                    .path("secret");

            receiver.checksWith(made.getString("secret"));
            school(1).post("/webhooks/" + id + "/test").then().statusCode(200).body("state", equalTo("sent"));
            receiver.checksWith(fresh);
            school(1).post("/webhooks/" + id + "/test").then().statusCode(200).body("status", equalTo(204));
            world.run("UPDATE webhook SET former_until = now() - interval '1 hour' WHERE id = '" + id + "'");
            receiver.checksWith(made.getString("secret"));
            school(1)
                    .post("/webhooks/" + id + "/test")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("failed"))
                    .body("status", equalTo(401));
            school(1)
                    .get("/webhooks/" + id)
                    .then()
                    .body("failures", equalTo(0))
                    .body("formerSecretUntil", nullValue())
                    .body("keySet()", not(hasItem("secret")));
        }
    }

    @Test
    void t11_what_failed_is_tried_again_under_the_same_id_until_it_is_taken() {
        system.answers(503);
        String id = subscribe(2, system.url("/hook"), ASSIGNED).getString("webhook.id");
        UUID event = Outbox.newId();
        world.say(event, assigned(World.task(World.school(2), null, "会迟到的任务")));
        await().atMost(SOON)
                .untilAsserted(() -> calls(2, id)
                        .body("items[0].state", equalTo("queued"))
                        .body("items[0].status", equalTo(503))
                        .body("items[0].answer", equalTo("status 503")));

        system.answers(204);
        clockBy(Duration.ofMinutes(1));

        awaitState(2, id, "sent");
        List<SchoolSystem.Call> calls = received(event);
        assertTrue(calls.size() >= 2);
        assertEquals(1, calls.stream().map(SchoolSystem.Call::body).distinct().count());
        school(2).get("/webhooks/" + id).then().body("failures", equalTo(0)).body("succeededAt", notNullValue());
    }

    @Test
    void a_system_that_fails_for_days_is_turned_off_told_of_and_loses_nothing() {
        system.answers(500);
        String id = subscribe(3, system.url("/hook"), ASSIGNED).getString("webhook.id");
        UUID first = Outbox.newId();
        world.say(first, assigned(World.task(World.school(3), null, "第一件")));
        await().atMost(SOON).untilAsserted(() -> calls(3, id).body("items[0].attempts", equalTo(1)));

        clockBy(Duration.ofDays(6));

        await().atMost(SOON)
                .untilAsserted(() -> school(3)
                        .get("/webhooks/" + id)
                        .then()
                        .body("enabled", equalTo(false))
                        .body("disabledBecause", containsString("5 天")));
        assertEquals(
                List.of("admin", "s-003-head", "s-003-staff"),
                List.of(world.value(
                                "SELECT string_agg(person_id, ' ' ORDER BY person_id) FROM message WHERE kind = 'webhook-disabled' AND subject_id = '"
                                        + id + "'")
                        .split(" ")));
        UUID second = Outbox.newId();
        world.say(second, assigned(World.task(World.school(3), null, "停用期间的一件")));
        await().atMost(SOON).untilAsserted(() -> calls(3, id).body("total", equalTo(2)));
        assertEquals(0, received(second).size());

        system.answers(204);
        String etag = school(3).get("/webhooks/" + id).header("ETag");
        school(3)
                .header("If-Match", etag)
                .body(Map.of("url", system.url("/hook"), "kinds", List.of(ASSIGNED), "enabled", true))
                .put("/webhooks/" + id)
                .then()
                .statusCode(200)
                .body("disabledBecause", nullValue());
        clockBy(Duration.ofDays(7));
        await().atMost(SOON).untilAsserted(() -> calls(3, id).body("items.state", equalTo(List.of("sent", "sent"))));
        assertEquals(1, received(second).size());
    }

    @Test
    void who_says_that_it_is_gone_is_called_no_more() {
        system.answers(410);
        String id = subscribe(3, system.url("/gone"), ASSIGNED).getString("webhook.id");
        world.say(assigned(World.task(World.school(3), null, "无人接收")));
        await().atMost(SOON)
                .untilAsserted(() -> school(3)
                        .get("/webhooks/" + id)
                        .then()
                        .body("enabled", equalTo(false))
                        .body("disabledBecause", containsString("410")));
    }

    @Test
    void no_call_goes_where_only_our_server_could_reach() {
        for (String url : List.of(
                "http://127.0.0.1:8080/",
                "https://localhost/",
                "http://169.254.169.254/latest/meta-data",
                "https://10.0.0.1/",
                "https://[::1]/",
                "ftp://" + SchoolSystem.HOST + "/",
                "nonsense")) {
            school(1)
                    .body(Map.of("url", url, "kinds", List.of(ASSIGNED)))
                    .post("/webhooks")
                    .then()
                    .statusCode(422)
                    .body("errors[0].field", equalTo("url"));
        }
        try (SchoolSystem inner = new SchoolSystem("127.0.0.1")) {
            String id = subscribe(1, system.url("/hook"), ASSIGNED).getString("webhook.id");
            // As a name would that leads elsewhere since it was saved.
            world.run("UPDATE webhook SET url = '" + inner.url("/hook") + "' WHERE id = '" + id + "'");
            school(1)
                    .post("/webhooks/" + id + "/test")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("failed"))
                    .body("status", nullValue());
            assertEquals(0, inner.calls().size());
        }
    }

    @Test
    void a_redirect_an_endless_answer_and_silence_all_come_to_an_end() {
        String elsewhere = subscribe(1, system.url("/elsewhere"), ASSIGNED).getString("webhook.id");
        long before = system.calls().size();
        school(1)
                .post("/webhooks/" + elsewhere + "/test")
                .then()
                .body("status", equalTo(307))
                .body("state", equalTo("failed"));
        assertEquals(before + 1, system.calls().size());
        String endless = subscribe(1, system.url("/endless"), ASSIGNED).getString("webhook.id");
        school(1)
                .post("/webhooks/" + endless + "/test")
                .then()
                .body("state", equalTo("sent"))
                .body("answer", startsWith("more and more"))
                .body("answer.length()", lessThan(501));
        String silent = subscribe(1, system.url("/silent"), ASSIGNED).getString("webhook.id");
        school(1)
                .post("/webhooks/" + silent + "/test")
                .then()
                .body("state", equalTo("failed"))
                .body("lastError", containsString("3 秒"));
    }

    @Test
    void one_call_or_all_of_a_time_go_out_again_under_their_ids() {
        String id = subscribe(2, system.url("/hook"), ASSIGNED).getString("webhook.id");
        UUID event = Outbox.newId();
        world.say(event, assigned(World.task(World.school(2), null, "再来一次")));
        awaitState(2, id, "sent");
        String call = calls(2, id).extract().path("items[0].id");

        school(2)
                .put("/webhooks/" + id + "/deliveries/" + call + "/replay")
                .then()
                .statusCode(200)
                .body("calls", equalTo(1));
        await().atMost(SOON).until(() -> received(event).size() == 2);
        awaitState(2, id, "sent");
        Map<String, Object> span = Map.of(
                "from",
                clock.instant().minusSeconds(3600).toString(),
                "to",
                clock.instant().plusSeconds(3600).toString());
        school(2)
                .body(with(span, "onlyFailed", true))
                .put("/webhooks/" + id + "/replay")
                .then()
                .body("calls", equalTo(0));
        school(2)
                .body(with(span, "onlyFailed", false))
                .put("/webhooks/" + id + "/replay")
                .then()
                .body("calls", equalTo(1));

        await().atMost(SOON).until(() -> received(event).size() == 3);
        awaitState(2, id, "sent");
        school(2)
                .put("/webhooks/" + id + "/deliveries/" + UUID.randomUUID() + "/replay")
                .then()
                .statusCode(404);
        school(2)
                .body(Map.of("from", "2026-01-02T00:00:00Z", "to", "2026-01-01T00:00:00Z", "onlyFailed", false))
                .put("/webhooks/" + id + "/replay")
                .then()
                .statusCode(422);
        school(2)
                .body(Map.of("onlyFailed", false))
                .put("/webhooks/" + id + "/replay")
                .then()
                .statusCode(422);
    }

    private static Map<String, Object> with(Map<String, Object> span, String name, Object value) {
        Map<String, Object> all = new java.util.HashMap<>(span);
        all.put(name, value);
        return all;
    }

    @Test
    void a_school_sees_its_own_webhooks_and_no_other_s() {
        String id = subscribe(1, system.url("/hook"), ASSIGNED).getString("webhook.id");
        school(2).get("/webhooks").then().statusCode(200).body("items", hasSize(0));
        for (String path : List.of("", "/deliveries")) {
            school(2).get("/webhooks/" + id + path).then().statusCode(404);
        }
        school(2).post("/webhooks/" + id + "/test").then().statusCode(404);
        school(2).delete("/webhooks/" + id).then().statusCode(404);
        school(2)
                .header("If-Match", "*")
                .put("/webhooks/" + id + "/secret")
                .then()
                .statusCode(404);
        school(2)
                .body(Map.of("unitId", "s-001", "url", system.url("/hook"), "kinds", List.of(ASSIGNED)))
                .post("/webhooks")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("unitId"));
        as("supervisor", "yunxi", "supervisor")
                .get("/webhooks")
                .then()
                .statusCode(200)
                .body("items.unit", equalTo(List.of("第1小学")))
                .body("items[0].can", hasSize(0))
                .body("items[0].cannot.act", hasItem("rotate"));
        as("supervisor", "yunxi", "supervisor").delete("/webhooks/" + id).then().statusCode(403);
        as("school-demo", "s-001", "school-system")
                .get("/webhooks/" + id)
                .then()
                .statusCode(200);
        school(1).delete("/webhooks/" + id).then().statusCode(204);
        school(1).get("/webhooks/" + id).then().statusCode(404);
    }

    @Test
    void what_is_asked_wrongly_is_refused_with_the_field() {
        Map<String, Object> fine = Map.of("url", system.url("/hook"), "kinds", List.of(ASSIGNED));
        school(1)
                .body(with(fine, "kinds", List.of("dudao.alert.rung-proposed.v1")))
                .post("/webhooks")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("kinds"));
        school(1).body(with(fine, "kinds", List.of())).post("/webhooks").then().statusCode(422);
        school(1)
                .body(Map.of("url", system.url("/hook")))
                .post("/webhooks")
                .then()
                .statusCode(422);
        school(1).body(with(fine, "secret", "mine")).post("/webhooks").then().statusCode(400);
        String key = UUID.randomUUID().toString();
        String id = school(1)
                .header("Idempotency-Key", key)
                .body(fine)
                .post("/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("webhook.id");
        school(1)
                .header("Idempotency-Key", key)
                .body(fine)
                .post("/webhooks")
                .then()
                .statusCode(201)
                .body("webhook.id", equalTo(id))
                .body("secret", nullValue());
        for (int i = 1; i < 10; i++) {
            school(1).body(fine).post("/webhooks").then().statusCode(201);
        }
        school(1)
                .body(fine)
                .post("/webhooks")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dudao:problem:too-many-webhooks"));
    }
}
