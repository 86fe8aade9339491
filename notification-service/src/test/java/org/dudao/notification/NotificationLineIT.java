package org.dudao.notification;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.dudao.contracts.AlertFacts;
import org.dudao.contracts.Audience;
import org.dudao.contracts.Duty;
import org.dudao.contracts.Event;
import org.dudao.contracts.EventTypes;
import org.dudao.contracts.ResolvedBecause;
import org.dudao.contracts.Rung;
import org.dudao.contracts.SupervisionEvent.AlertEscalated;
import org.dudao.contracts.SupervisionEvent.AlertResolved;
import org.dudao.contracts.SupervisionEvent.RungProposed;
import org.dudao.contracts.TaskEvent.TaskAssigned;
import org.dudao.contracts.TaskEvent.TaskCancelled;
import org.dudao.contracts.TaskEvent.TaskCompleted;
import org.dudao.contracts.TaskEvent.TaskOverdue;
import org.dudao.contracts.UnitEvent;
import org.dudao.contracts.UnitEvent.PersonChanged;
import org.dudao.contracts.UnitKind;
import org.dudao.contracts.UnitRef;
import org.dudao.contracts.UnitTasksEvent.RemindersMoved;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.local.testing.Tokens;
import org.dudao.notification.delivering.DeliverMessages;
import org.dudao.outbox.EventCodec;
import org.dudao.startup.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an event on Kafka to the people: inbox, stream and mail, on real parts. */
@QuarkusTest
@QuarkusTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(MovedClockAndMailServer.class)
class NotificationLineIT {

    private static final int SCHOOLS = 60;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final LocalDateTime WORKDAY_MORNING = LocalDateTime.of(2026, 3, 11, 10, 0);

    @Inject
    DeliverMessages deliverer;

    @Inject
    Clock clock;

    private static World world;
    private static PostOffice post;

    @BeforeAll
    static void the_county_is_known() {
        world = new World();
        post = new PostOffice(Integer.getInteger(MovedClockAndMailServer.SMTP));
        world.clockTo(WORKDAY_MORNING);
        world.settle(SCHOOLS);
        await().atMost(SOON)
                .until(() -> world.count("person") == 5 + 2 * SCHOOLS && world.count("unit") == 3 + SCHOOLS);
    }

    @AfterAll
    static void lights_out() {
        world.close();
        post.close();
    }

    @BeforeEach
    void nothing_was_told() {
        world.run("TRUNCATE message, delivery");
        clockTo(WORKDAY_MORNING);
    }

    /** The service looks at a moved clock only now and then; what the test does next is to happen at the new time. */
    private void clockTo(LocalDateTime local) {
        world.clockTo(local);
        Instant moved = local.atZone(World.ZONE).toInstant();
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Duration.between(moved, clock.instant()).abs().toSeconds() < 10);
    }

    private static RequestSpecification as(String username, String unit, String... roles) {
        return given().auth().oauth2(Tokens.of(username, unit, roles)).basePath("/api/notification/v1");
    }

    private static RequestSpecification school(int i) {
        return as("s-%03d-head".formatted(i), "s-%03d".formatted(i), "school");
    }

    private static RequestSpecification supervisor() {
        return as("supervisor", "yunxi", "supervisor");
    }

    private static void awaitMessages(long n) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(20)).until(() -> world.count("message") >= n);
        assertEquals(n, world.count("message"));
    }

    /** When a later event of the same key was told, everything before it was. */
    private static void awaitQuiet(AlertFacts alert) {
        String last = "末" + UUID.randomUUID();
        AlertFacts same = new AlertFacts(
                alert.alertId(),
                alert.taskId(),
                alert.planId(),
                last,
                World.BUREAU,
                World.OFFICE,
                List.of(),
                alert.dueOn(),
                0);
        world.say(World.raised(same, Rung.REMINDER, Audience.RESPONSIBLE_UNIT));
        await().atMost(SOON).until(() -> world.count("message WHERE title LIKE '%" + last + "'") == 1);
    }

    @Test
    void an_alert_reaches_whom_it_is_for_and_a_repeat_nobody() {
        AlertFacts alert = World.alert(World.school(1), "新改扩建中小学165所");
        Event raised = World.raised(
                alert, Rung.REMINDER, Audience.RESPONSIBLE_UNIT, Audience.SUPERIOR_UNIT, Audience.SUPERVISORS);

        UUID id = world.say(raised);
        world.say(id, raised);

        awaitQuiet(alert);
        assertEquals(
                "s-001-head,s-001-staff,supervisor,town",
                world.value("SELECT string_agg(person_id, ',' ORDER BY person_id) FROM message WHERE event_id = '" + id
                        + "'"));
        assertEquals(
                4, world.count("delivery d JOIN message m ON m.id = d.message_id WHERE m.event_id = '" + id + "'"));
        school(1)
                .get("/messages")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].title", equalTo("【提醒】逾期：新改扩建中小学165所"))
                .body("items[0].body", containsString("2026年3月10日"))
                .body("items[0].link", equalTo("/alerts/" + alert.alertId()))
                .body("items[0].subject.type", equalTo("alert"))
                .body("items[0].urgent", equalTo(false));
        school(1)
                .header("Accept-Language", "en")
                .get("/messages")
                .then()
                .body("items[0].title", equalTo("[reminder] Overdue: 新改扩建中小学165所"));
        as("leader", "yunxi", "leader").get("/messages").then().body("total", equalTo(0));
        school(2).get("/messages").then().body("items", hasSize(0));
    }

    @Test
    void an_office_below_the_bureau_has_no_superior_to_tell() {
        AlertFacts alert = World.alert(World.OFFICE, "近视率下降1个百分点");

        world.say(World.raised(alert, Rung.REMINDER, Audience.RESPONSIBLE_UNIT, Audience.SUPERIOR_UNIT));

        awaitQuiet(alert);
        assertEquals(2, world.count("message WHERE person_id = 'office'"));
        assertEquals(2, world.count("message"));
    }

    @Test
    void a_proposed_rung_is_for_the_signers_and_the_end_for_who_was_told() {
        AlertFacts alert = World.alert(World.school(3), "校舍改造");
        world.say(World.raised(alert, Rung.REMINDER, Audience.RESPONSIBLE_UNIT));
        world.say(new RungProposed(alert, 2, Rung.TALK, List.of(Audience.RESPONSIBLE_UNIT)));
        world.say(new AlertResolved(alert, 3, Rung.REMINDER, ResolvedBecause.TASK_COMPLETED));

        awaitQuiet(alert);
        assertEquals(2, world.count("message WHERE kind = 'alert-raised' AND person_id LIKE 's-003%'"));
        assertEquals(
                "leader,supervisor",
                world.value(
                        "SELECT string_agg(person_id, ',' ORDER BY person_id) FROM message WHERE kind = 'rung-proposed'"));
        assertEquals(
                "leader,s-003-head,s-003-staff,supervisor",
                world.value(
                        "SELECT string_agg(person_id, ',' ORDER BY person_id) FROM message WHERE kind = 'alert-resolved'"));
        as("leader", "yunxi", "leader")
                .get("/messages?kind=rung-proposed")
                .then()
                .body("items[0].title", equalTo("待签发【约谈】：校舍改造"))
                .body("items[0].urgent", equalTo(true));
    }

    @Test
    void units_hear_of_their_tasks_and_overdue_alone_tells_nobody() {
        var task = World.task(World.school(4), World.OFFICE, "年底前完成<b>{unit}</b>");
        world.say(new TaskAssigned(task, 1, "supervisor"));
        world.say(new TaskOverdue(task, 2, java.time.Instant.parse("2026-12-31T16:00:00Z")));
        world.say(
                new TaskCompleted(task, 3, null, java.time.Instant.parse("2027-01-03T02:00:00Z"), true, "supervisor"));

        awaitMessages(5);
        assertEquals(3, world.count("message WHERE kind = 'task-assigned'"));
        assertEquals(2, world.count("message WHERE kind = 'task-completed'"));
        assertEquals(3, world.count("delivery"), "completion stays in the inbox");
        assertEquals(
                "新任务：年底前完成<b>{unit}</b>",
                world.value("SELECT title FROM message WHERE kind = 'task-assigned' LIMIT 1"));
    }

    /** What the withdrawal of a plan promises: its units are told, once, with the reason. */
    @Test
    void units_hear_that_a_task_was_withdrawn() {
        var task = World.task(World.school(4), World.OFFICE, "年底前完成食堂改造");
        world.say(new TaskCancelled(task, 2, "计划撤回：政策调整", "supervisor"));

        awaitMessages(3);
        assertEquals(3, world.count("message WHERE kind = 'task-cancelled'"));
        assertEquals("任务取消：年底前完成食堂改造", world.value("SELECT DISTINCT title FROM message WHERE kind = 'task-cancelled'"));
        assertEquals(3, world.count("message WHERE kind = 'task-cancelled' AND body LIKE '%不再提醒和督办。原因：计划撤回：政策调整。%'"));
    }

    @Test
    void everybody_reads_their_own_and_nobody_anothers() {
        AlertFacts alert = World.alert(World.school(5), "阅读");
        world.say(World.raised(alert, Rung.REMINDER, Audience.RESPONSIBLE_UNIT));
        world.say(World.raised(alert, Rung.URGING, Audience.RESPONSIBLE_UNIT));
        awaitMessages(4);
        String id = school(5).get("/messages").path("items[0].id");

        school(6).put("/messages/" + id + "/read").then().statusCode(404);
        school(6).get("/messages/" + id).then().statusCode(404);
        school(5).get("/messages/summary").then().body("unread", equalTo(2));
        school(5).put("/messages/" + id + "/read").then().statusCode(200);
        school(5).get("/messages/summary").then().body("unread", equalTo(1));
        school(5).get("/messages?read=true").then().body("total", equalTo(1)).body("items[0].id", equalTo(id));
        school(5).put("/messages/read").then().body("unread", equalTo(0));
        assertEquals(2, world.count("message WHERE read_at IS NULL"), "the clerk's are still unread");
        school(5).get("/messages?q=%25").then().body("total", equalTo(0));
        String next = school(5).get("/messages?limit=1").path("next");
        school(5)
                .get("/messages?limit=1&cursor=" + next)
                .then()
                .body("items", hasSize(1))
                .body("next", equalTo(null));
        given().basePath("/api/notification/v1").get("/messages").then().statusCode(401);
        as("robot", "s-005", "school-system").get("/messages").then().statusCode(403);
        school(5).get("/deliveries").then().statusCode(403);
        supervisor().get("/deliveries").then().body("total", equalTo(4));
        as("supervisor", "s-005", "supervisor").get("/deliveries").then().body("total", equalTo(4));
        as("supervisor", "s-006", "supervisor").get("/deliveries").then().body("total", equalTo(0));
    }

    @Test
    void the_stream_tells_at_once_and_resumes_without_a_gap() throws Exception {
        String token = Tokens.of("S-007-Head", "s-007", "school");
        String last;
        try (Stream stream = new Stream(RestAssured.port, token, null)) {
            assertEquals(200, stream.status());
            await().atMost(SOON).until(() -> stream.lastUnread().equals("{\"unread\":0}"));
            world.say(World.raised(World.alert(World.school(7), "一"), Rung.REMINDER, Audience.RESPONSIBLE_UNIT));
            await().atMost(SOON)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> stream.messages().size() == 1);
            await().atMost(SOON).until(() -> stream.lastUnread().equals("{\"unread\":1}"));
            last = stream.messages().getFirst().id();
            assertTrue(stream.messages().getFirst().data().contains("【提醒】逾期：一"));
        }
        List<Event> missed = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            missed.add(World.raised(World.alert(World.school(7), "错过" + i), Rung.REMINDER, Audience.RESPONSIBLE_UNIT));
        }
        world.say(missed);
        try (Stream stream = new Stream(RestAssured.port, token, last)) {
            await().atMost(SOON).until(() -> stream.messages().size() >= 700);
            assertEquals(
                    700,
                    new HashSet<>(stream.messages().stream()
                                    .map(Stream.Event::id)
                                    .toList())
                            .size());
            assertEquals(700, stream.messages().size());
            List<Long> positions =
                    stream.messages().stream().map(m -> Long.valueOf(m.id())).toList();
            assertEquals(positions.stream().sorted().toList(), positions);
        }
    }

    @Test
    void a_message_is_on_the_screen_well_within_a_second() throws Exception {
        try (Stream stream = new Stream(RestAssured.port, Tokens.of("s-014-head", "s-014", "school"), null)) {
            assertEquals(200, stream.status());
            await().atMost(SOON).until(() -> stream.lastUnread().equals("{\"unread\":0}"));
            List<Long> millis = new ArrayList<>();
            for (int i = 1; i <= 20; i++) {
                int expected = i;
                long said = System.nanoTime();
                world.say(World.raised(World.alert(World.school(14), "快"), Rung.REMINDER, Audience.RESPONSIBLE_UNIT));
                await().atMost(SOON)
                        .pollDelay(Duration.ofMillis(1))
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> stream.messages().size() == expected);
                millis.add((System.nanoTime() - said) / 1_000_000);
            }
            millis.sort(null);
            System.out.printf(
                    "from Kafka to the stream: median %d ms, longest %d ms%n", millis.get(10), millis.getLast());
            assertTrue(millis.get(10) < 1_000, () -> "median of " + millis);
        }
    }

    @Test
    void what_was_read_in_one_place_is_counted_in_all() throws Exception {
        world.say(World.raised(World.alert(World.school(15), "数"), Rung.REMINDER, Audience.RESPONSIBLE_UNIT));
        awaitMessages(2);
        try (Stream stream = new Stream(RestAssured.port, Tokens.of("s-015-head", "s-015", "school"), null)) {
            await().atMost(SOON).until(() -> stream.lastUnread().equals("{\"unread\":1}"));

            school(15).put("/messages/read").then().statusCode(200);

            await().atMost(SOON).until(() -> stream.lastUnread().equals("{\"unread\":0}"));
            assertEquals(List.of(), stream.messages(), "what was there before is in the inbox");
        }
        try (Stream refused = new Stream(RestAssured.port, Tokens.of("robot", "s-015", "school-system"), null)) {
            assertEquals(403, refused.status());
        }
    }

    @Test
    void t6_a_changed_calendar_is_one_message_per_person_however_many_tasks_it_moved() {
        UnitRef school = World.school(61);
        world.say(List.of(
                World.unit(school, "t-01", UnitKind.SCHOOL),
                World.person("s-061-head", "s-061", "s-061-head", Duty.HEAD),
                World.person("s-061-staff", "s-061", "s-061-staff", Duty.STAFF)));

        UUID change =
                world.say(new RemindersMoved(UUID.randomUUID(), 20311022, school, "放假通知", 240, List.of("甲", "乙")));

        await().atMost(SOON).until(() -> world.count("message WHERE event_id = '" + change + "'") == 2);
        assertEquals(
                2,
                world.count("message WHERE event_id = '" + change
                        + "' AND unit_path = '/yunxi/t-01/s-061/' AND title LIKE '%240%' AND body LIKE '%“甲”、“乙”%'"
                        + " AND link = '/tasks?state=open&unitId=s-061'"));
    }

    @Test
    void every_event_that_is_spoken_is_understood() throws Exception {
        world.say(List.of(
                World.unit(World.school(1), "t-01", UnitKind.SCHOOL),
                World.unit(World.OFFICE, "yunxi", UnitKind.SECTION)));
        long letters = world.count("dead_letter");
        List<Event> goldens = new ArrayList<>();
        for (Class<? extends Event> type : EventTypes.all().toList()) {
            if (!org.dudao.contracts.PlanEvent.class.isAssignableFrom(type)) {
                String name = EventTypes.typeOf(type);
                goldens.add(EventCodec.read(name, golden(name)));
            }
        }

        // People come on another topic than what they are told: they are known first, or nobody hears.
        world.say(goldens.stream().filter(UnitEvent.class::isInstance).toList());
        await().atMost(SOON).until(() -> world.count("person WHERE id = 'p-001'") == 1);
        world.say(goldens.stream().filter(e -> !(e instanceof UnitEvent)).toList());

        // Alert, proposal and acknowledgement: office and supervisor among them; each kind of message was made from its
        // golden.
        // That a webhook was turned off is no event.
        await().atMost(SOON)
                .until(() -> world.count("(SELECT DISTINCT kind FROM message)") == MessageKind.values().length - 1);
        assertEquals(letters, world.count("dead_letter"));
        assertEquals(0, world.count("message WHERE body LIKE '%{%' OR title LIKE '%{%' OR body LIKE '%“”%'"));
        world.run("DELETE FROM person WHERE id = 'p-001'");
    }

    private static byte[] golden(String type) throws java.io.IOException {
        try (var in = Event.class.getResourceAsStream("/org/dudao/contracts/golden/" + type + ".json")) {
            return in.readAllBytes();
        }
    }

    @Test
    void two_within_the_window_are_one_digest() throws Exception {
        world.say(World.raised(World.alert(World.school(8), "一事"), Rung.REMINDER, Audience.RESPONSIBLE_UNIT));
        world.say(new TaskAssigned(World.task(World.school(8), null, "二事"), 1, "supervisor"));
        awaitMessages(4);
        assertEquals(4, world.count("delivery WHERE state = 'queued'"));

        world.clockOn(Duration.ofSeconds(61));

        await().atMost(SOON).until(() -> world.count("delivery WHERE state = 'sent'") == 4);
        List<MimeMessage> mail = post.mailTo("s-008-head@school.example");
        assertEquals(1, mail.size());
        assertEquals("督导平台：您有2条新消息", mail.getFirst().getSubject());
        assertEquals(
                "<" + world.value("SELECT DISTINCT parcel_id FROM delivery WHERE person_id = 's-008-head'") + "@dudao>",
                mail.getFirst().getMessageID());
        supervisor()
                .get("/deliveries?state=sent&channel=email")
                .then()
                .body("total", equalTo(4))
                .body("items.recipient", hasItem("s-008-head@school.example"));
    }

    @Test
    void the_night_is_kept_except_for_what_is_urgent() {
        clockTo(LocalDateTime.of(2026, 3, 13, 22, 0));
        world.say(World.raised(World.alert(World.school(9), "不急"), Rung.REMINDER, Audience.RESPONSIBLE_UNIT));
        AlertFacts urgent = World.alert(World.school(9), "急");
        world.say(new AlertEscalated(urgent, 2, Rung.SUPERVISION, List.of(Audience.RESPONSIBLE_UNIT), null, null));

        await().atMost(SOON).until(() -> world.count("delivery WHERE state = 'sent' AND urgent") == 2);
        await().atMost(SOON).until(() -> world.count("delivery WHERE state = 'queued'") == 2);
        assertEquals(
                "2026-03-15 23:30:00",
                world.value(
                        "SELECT DISTINCT to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') FROM delivery WHERE NOT urgent"),
                "Friday night waits for Monday morning");

        clockTo(LocalDateTime.of(2026, 3, 16, 7, 31));
        await().atMost(SOON).until(() -> world.count("delivery WHERE state = 'sent'") == 4);
        assertEquals(2, post.mailTo("s-009-head@school.example").size());
    }

    @Test
    void a_mail_server_that_is_down_costs_time_only() {
        post.close();
        world.say(World.raised(World.alert(World.school(10), "停"), Rung.BULLETIN, Audience.RESPONSIBLE_UNIT));
        await().atMost(SOON)
                .until(() -> world.count("delivery WHERE attempts >= 1 AND state = 'queued' AND last_error IS NOT NULL")
                        == 2);

        post.open();

        // Time goes on: whatever pause the backoff and the breaker have chosen, it ends.
        await().atMost(SOON).pollInterval(Duration.ofSeconds(1)).until(() -> {
            world.clockOn(Duration.ofMinutes(1));
            return world.count("delivery WHERE state = 'sent' AND attempts > 1") == 2;
        });
        assertEquals(1, post.mailTo("s-010-head@school.example").size());
    }

    @Test
    void a_refused_address_fails_at_once_and_is_resent_when_mended() {
        String id = World.school(11).id();
        world.say(World.person(id + "-head", 2, id, id + "-head", "gone@school.example", Duty.HEAD));
        await().atMost(SOON).until(() -> world.count("person WHERE email = 'gone@school.example'") == 1);
        world.say(World.raised(World.alert(World.school(11), "址"), Rung.BULLETIN, Audience.RESPONSIBLE_UNIT));
        await().atMost(SOON).until(() -> world.count("delivery WHERE state = 'failed' AND attempts = 1") == 1);
        String failed = supervisor()
                .get("/deliveries?state=failed")
                .then()
                .body("items[0].lastError", containsString("no such user"))
                .body("items[0].can", hasItem("resend"))
                .extract()
                .path("items[0].id");

        school(11).put("/deliveries/" + failed + "/resend").then().statusCode(403);
        as("other", "s-012", "supervisor")
                .put("/deliveries/" + failed + "/resend")
                .then()
                .statusCode(404);
        world.say(World.person(id + "-head", 3, id, id + "-head", "back@school.example", Duty.HEAD));
        await().atMost(SOON).until(() -> world.count("person WHERE email = 'back@school.example'") == 1);
        supervisor()
                .put("/deliveries/" + failed + "/resend")
                .then()
                .statusCode(200)
                .body("state", equalTo("queued"));

        await().atMost(SOON).until(() -> post.mailTo("back@school.example").size() == 1);
        await().atMost(SOON).until(() -> world.count("delivery WHERE state = 'sent'") == 2);
        assertEquals(
                1, world.count("audit WHERE act = 'resent' AND who = 'supervisor' AND subject_id = '" + failed + "'"));
        supervisor().put("/deliveries/" + failed + "/resend").then().statusCode(409);
    }

    @Test
    void what_a_crash_left_half_done_goes_out_again_under_the_same_name() throws Exception {
        world.say(World.raised(World.alert(World.school(13), "断"), Rung.BULLETIN, Audience.RESPONSIBLE_UNIT));
        await().atMost(SOON).until(() -> world.count("delivery WHERE state = 'sent'") == 2);
        world.run(
                "UPDATE delivery SET state = 'sending', leased_until = now() - interval '1 s', settled_at = NULL WHERE person_id = 's-013-head'");
        world.run("NOTIFY delivery");

        await().atMost(SOON).until(() -> world.count("delivery WHERE state = 'sent' AND attempts = 2") == 1);
        List<MimeMessage> twice = post.mailTo("s-013-head@school.example");
        assertEquals(2, twice.size());
        assertEquals(twice.getFirst().getMessageID(), twice.getLast().getMessageID());
    }

    @Test
    void an_event_of_an_unknown_unit_is_kept_and_told_once_its_unit_is_known() {
        UnitRef unknown = new UnitRef("s-new", "新学校", "/yunxi/t-01/s-new/");
        AlertFacts alert = World.alert(unknown, "新");
        world.say(World.raised(alert, Rung.REMINDER, Audience.RESPONSIBLE_UNIT));
        await().atMost(SOON).until(() -> world.count("dead_letter WHERE state = 'waiting'") == 1);
        String letter = supervisor()
                .get("/dead-letters")
                .then()
                .body("items[0].cause", containsString("s-new"))
                .extract()
                .path("items[0].id");
        as("admin", "yunxi", "admin")
                .put("/dead-letters/" + letter + "/replay")
                .then()
                .statusCode(409);

        world.say(
                List.of(World.unit(unknown, "t-01", UnitKind.SCHOOL), World.person("new", "s-new", "new", Duty.HEAD)));
        await().atMost(SOON)
                .until(() -> world.count("unit WHERE id = 's-new'") + world.count("person WHERE id = 'new'") == 2);
        as("admin", "yunxi", "admin")
                .put("/dead-letters/" + letter + "/replay")
                .then()
                .statusCode(200);

        assertEquals(1, world.count("message WHERE person_id = 'new'"));
    }

    @Test
    void five_thousand_alerts_are_told_exactly_once() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            events.add(World.raised(
                    World.alert(World.school(21 + i % 40), "指标" + i),
                    Rung.REMINDER,
                    Audience.RESPONSIBLE_UNIT,
                    Audience.SUPERVISORS));
        }
        long began = System.nanoTime();

        world.say(events);

        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> world.count("message") >= 15_000);
        System.out.printf("15,000 messages of 5,000 events in %d ms%n", (System.nanoTime() - began) / 1_000_000);
        assertEquals(15_000, world.count("message"));
        assertEquals(15_000, world.count("delivery"));
        assertEquals(5_000, world.count("message WHERE person_id = 'supervisor'"));
        assertEquals(
                0, Long.parseLong(world.value("SELECT count(*) - count(DISTINCT (event_id, person_id)) FROM message")));
        world.clockOn(Duration.ofSeconds(61));
        // Others at work on the same rows, as other replicas would be.
        for (int i = 0; i < 3; i++) {
            Thread.ofPlatform().start(() -> {
                for (int tick = 0; tick < 20; tick++) {
                    deliverer.tick();
                }
            });
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> world.count("delivery WHERE state = 'sent'") == 15_000);
        assertEquals(81, world.count("(SELECT DISTINCT parcel_id FROM delivery)"));
        assertEquals(81, world.count("(SELECT DISTINCT person_id FROM delivery)"));
        assertEquals(
                1,
                post.mailTo("supervisor@school.example").stream()
                        .filter(m -> subject(m).contains("5000条"))
                        .count());
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void who_left_gets_no_more_mail_and_opens_no_inbox() {
        String id = World.school(16).id();
        world.say(World.raised(World.alert(World.school(16), "离"), Rung.REMINDER, Audience.RESPONSIBLE_UNIT));
        awaitMessages(2);
        world.say(new PersonChanged(
                id + "-head", 2, id, id + "-head", "某", id + "-head@school.example", null, Duty.HEAD, false));
        await().atMost(SOON).until(() -> world.count("person WHERE NOT active") == 1);

        world.clockOn(Duration.ofSeconds(61));

        await().atMost(SOON)
                .until(() -> world.count("delivery WHERE state = 'failed' AND person_id = 's-016-head'") == 1);
        school(16).get("/messages").then().body("total", equalTo(0));
        assertEquals(0, post.mailTo("s-016-head@school.example").size());
    }

    @Test
    void the_service_says_that_it_is_ready_and_what_it_offers() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths.keySet()", hasItem("/api/notification/v1/stream"));
    }

    @Test
    void every_text_of_every_kind_can_be_filled() {
        for (MessageKind kind : MessageKind.values()) {
            for (Language language : Language.values()) {
                assertEquals(
                        1,
                        world.count("template WHERE kind = '" + kind.word()
                                + "' AND channel = 'in_app' AND language = '" + language.code() + "'"));
            }
        }
    }
}
