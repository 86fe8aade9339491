package org.dudao.plan;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.dudao.contracts.Event;
import org.dudao.contracts.EventTypes;
import org.dudao.contracts.PlanEvent.PlanPublished;
import org.dudao.contracts.PlanEvent.PlanWithdrawn;
import org.dudao.contracts.PlanEvent.TargetPublished;
import org.dudao.contracts.TaskEvent.TaskCompleted;
import org.dudao.contracts.TaskEvent.TaskReported;
import org.dudao.contracts.TaskFacts;
import org.dudao.contracts.UnitEvent.UnitChanged;
import org.dudao.contracts.UnitKind;
import org.dudao.contracts.UnitRef;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.local.testing.Tokens;
import org.dudao.outbox.EventCodec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A document on its way through the service, with a real PostgreSQL and a real Kafka. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "plan"))
class PlanLineIT {

    private static final String PLANS = "/api/plan/v1/plans";
    private static final Path DEMO = Path.of("..", "deploy", "demo", "plan", "云溪县教育局2026年工作要点.docx");
    private static final UnitRef BUREAU = new UnitRef("yunxi", "云溪县教育局", "/yunxi/");
    private static int made;

    @BeforeEach
    void units_are_known() {
        tell("yunxi", new UnitChanged("yunxi", 1, null, "/yunxi/", "云溪县教育局", UnitKind.BUREAU, true));
        tell("o-basic", new UnitChanged("o-basic", 1, "yunxi", "/yunxi/o-basic/", "基础教育科", UnitKind.SECTION, true));
        tell("s-001", new UnitChanged("s-001", 1, "yunxi", "/yunxi/t-01/s-001/", "云溪县实验小学", UnitKind.SCHOOL, true));
        tell("qingshi", new UnitChanged("qingshi", 1, null, "/qingshi/", "青石县教育局", UnitKind.BUREAU, true));
        await().atMost(Duration.ofSeconds(30)).until(() -> count("SELECT count(*) FROM unit") == 4);
    }

    @Test
    void a_plan_is_imported_reviewed_published_tracked_and_withdrawn() throws IOException {
        byte[] file = Files.readAllBytes(DEMO);
        String id = upload(office(), "../x/plan-2026.docx", file)
                .statusCode(201)
                .header("Location", containsString("/api/plan/v1/plans/"))
                .body("title", equalTo("云溪县教育局2026年工作要点"))
                .body("state", equalTo("draft"))
                .body("document.name", equalTo("plan-2026.docx"))
                .body("document.warnings", empty())
                .body("counts.chapters", equalTo(6))
                .body("counts.measures", equalTo(30))
                .body("counts.targets", equalTo(40))
                .body("counts.unreviewed", equalTo(40))
                .body("can", hasItem("review"))
                .body("cannot.act", hasItem("publish"))
                .extract()
                .path("id");

        upload(supervisor(), "again.docx", file)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:dudao:problem:document-already-imported"))
                .body("planId", equalTo(id));
        byte[] kept = supervisor()
                .get(PLANS + "/" + id + "/document")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .extract()
                .asByteArray();
        assertArrayEquals(file, kept);

        school().get(PLANS + "/" + id).then().statusCode(404);
        school().get(PLANS).then().statusCode(200).body("items.id", not(hasItem(id)));
        elsewhere().get(PLANS + "/" + id).then().statusCode(404);

        ValidatableResponse draft =
                supervisor().get(PLANS + "/" + id).then().statusCode(200).header("ETag", equalTo("\"1\""));
        String text = draft.extract().path("chapters[0].measures[0].text");
        String quote = draft.extract().path("chapters[0].measures[0].targets[0].quote");
        int start = draft.extract().path("chapters[0].measures[0].targets[0].quoteStart");
        int end = draft.extract().path("chapters[0].measures[0].targets[0].quoteEnd");
        assertEquals(quote, text.substring(start, end));
        String target = draft.extract().path("chapters[0].measures[0].targets[0].id");
        String edit = PLANS + "/" + id + "/targets/" + target;
        supervisor()
                .contentType(ContentType.JSON)
                .body("{\"value\":58}")
                .patch(edit)
                .then()
                .statusCode(428);
        supervisor()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("{\"value\":58,\"unit\":\"所\",\"dueOn\":null,\"review\":\"accepted\"}")
                .patch(edit)
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("targets[0].target.value", equalTo(58))
                .body("targets[0].target.dueInferred", equalTo(true))
                .body("counts.accepted", equalTo(1));
        supervisor()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("{\"value\":59}")
                .patch(edit)
                .then()
                .statusCode(412)
                .body("type", equalTo("urn:dudao:problem:target-changed"));
        supervisor()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"2\"")
                .body("{\"wert\":59}")
                .patch(edit)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:dudao:problem:unknown-field"));

        supervisor()
                .contentType(ContentType.JSON)
                .body("{}")
                .put(PLANS + "/" + id + "/publication")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dudao:problem:plan-not-ready"));
        office().contentType(ContentType.JSON)
                .body("{\"accept\":\"all\"}")
                .put(PLANS + "/" + id + "/review")
                .then()
                .statusCode(200)
                .body("counts.accepted", equalTo(40));
        office().contentType(ContentType.JSON)
                .body("{}")
                .put(PLANS + "/" + id + "/publication")
                .then()
                .statusCode(403);
        supervisor()
                .contentType(ContentType.JSON)
                .body("{}")
                .put(PLANS + "/" + id + "/publication")
                .then()
                .statusCode(200)
                .body("state", equalTo("published"))
                .body("can", hasItem("withdraw"));
        supervisor()
                .contentType(ContentType.JSON)
                .body("{}")
                .put(PLANS + "/" + id + "/publication")
                .then()
                .statusCode(200);

        List<Event> told = heard(id, 41);
        PlanPublished published = (PlanPublished) told.getFirst();
        assertEquals(40, published.targets());
        assertEquals("/yunxi/", published.bureau().path());
        assertEquals("supervisor", published.publishedBy());
        for (int i = 1; i <= 40; i++) {
            assertEquals(i, ((TargetPublished) told.get(i)).order());
        }
        TargetPublished first = (TargetPublished) told.get(1);
        assertEquals(LocalDate.of(2026, 12, 31), first.dueOn());
        assertTrue(first.dueInferred());
        assertEquals(0, new BigDecimal(58).compareTo(first.value()));

        school().get(PLANS + "/" + id).then().statusCode(200).body("can", empty());
        elsewhere().get(PLANS + "/" + id).then().statusCode(404);
        supervisor()
                .header("If-Match", "\"4\"")
                .contentType(ContentType.JSON)
                .body("{\"value\":1}")
                .patch(edit)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dudao:problem:plan-not-open"));
        supervisor().delete(PLANS + "/" + id).then().statusCode(409);

        UUID task = UUID.randomUUID();
        TaskFacts facts = new TaskFacts(
                task,
                UUID.fromString(id),
                UUID.fromString(target),
                null,
                "修订清单",
                BUREAU,
                BUREAU,
                List.of(),
                first.dueOn());
        tell(task.toString(), new TaskReported(facts, 5, new BigDecimal("30"), "已完成30所", "office", Instant.EPOCH));
        awaitTarget(id, "attainedValue", 30);
        tell(task.toString(), new TaskReported(facts, 4, new BigDecimal("20"), "旧消息", "office", Instant.EPOCH));
        poison(task.toString());
        tell(task.toString(), new TaskCompleted(facts, 7, new BigDecimal("58"), Instant.EPOCH, false, "supervisor"));
        awaitTarget(id, "attainedValue", 58);
        supervisor()
                .get(PLANS + "/" + id)
                .then()
                .body("chapters[0].measures[0].targets[0].attained", equalTo(true))
                .body("chapters[0].measures[0].targets[0].taskId", equalTo(task.toString()));
        admin().get("/api/plan/v1/dead-letters")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].cause", notNullValue());

        supervisor()
                .contentType(ContentType.JSON)
                .body("{}")
                .put(PLANS + "/" + id + "/withdrawal")
                .then()
                .statusCode(422);
        supervisor()
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"另行印发\"}")
                .put(PLANS + "/" + id + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"));
        PlanWithdrawn withdrawn = (PlanWithdrawn) heard(id, 42).getLast();
        assertEquals("另行印发", withdrawn.reason());

        admin().get("/api/plan/v1/audit?subject=plan&id=" + id)
                .then()
                .statusCode(200)
                .body("act", equalTo(List.of("imported", "accepted-all", "published", "withdrawn")));
        String second = upload(supervisor(), "again.docx", file)
                .statusCode(201)
                .extract()
                .path("id");
        supervisor().delete(PLANS + "/" + second).then().statusCode(204);
        supervisor().get(PLANS + "/" + second).then().statusCode(404);
    }

    @Test
    void what_a_target_says_besides_its_figure_is_kept() {
        String text =
                "云溪县教育局2026年工作要点\n一、补充师资\n（一）招聘教师。年内招聘教师80名，其中特岗教师20名。体育场地达标率达到85%以上（山区学校达到70%）。" + "近视率由61%下降到58%。";
        String id = upload(supervisor(), "terms.txt", text.getBytes(StandardCharsets.UTF_8))
                .statusCode(201)
                .extract()
                .path("id");
        String targets = "chapters[0].measures[0].targets";
        JsonPath read = supervisor().get(PLANS + "/" + id).then().extract().jsonPath();
        assertEquals(5, read.getList(targets).size());
        assertEquals(read.getString(targets + "[0].id"), read.getString(targets + "[1].partOf"));
        assertEquals("part", read.getString(targets + "[1].relation"));
        assertEquals("exception", read.getString(targets + "[3].relation"));
        assertEquals("山区学校", read.getString(targets + "[3].terms.population"));
        assertEquals(61, read.getInt(targets + "[4].terms.baselineValue"));
        supervisor().delete(PLANS + "/" + id).then().statusCode(204);
    }

    @Test
    void a_document_that_cannot_be_read_gets_its_reason_and_leaves_nothing() throws IOException {
        byte[] good = Files.readAllBytes(DEMO);
        byte[] half = Arrays.copyOf(good, good.length / 2);
        long before = count(
                "SELECT (SELECT count(*) FROM plan) + (SELECT count(*) FROM source_document) + (SELECT count(*) FROM audit)");
        upload(supervisor(), "half.docx", half)
                .statusCode(422)
                .body("type", equalTo("urn:dudao:problem:document-broken"));
        upload(supervisor(), "empty.docx", new byte[0])
                .statusCode(422)
                .body("type", equalTo("urn:dudao:problem:document-empty"));
        upload(supervisor(), "big.pdf", new byte[21 * 1024 * 1024])
                .statusCode(413)
                .body("type", equalTo("urn:dudao:problem:document-too-large"));
        upload(supervisor(), "picture.docx", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0})
                .statusCode(422)
                .body("type", equalTo("urn:dudao:problem:document-picture"))
                .body("detail", containsString("图片"));
        upload(
                        supervisor().header("Accept-Language", "en"),
                        "letter.txt",
                        "今天天气很好，我们去公园。".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("type", equalTo("urn:dudao:problem:document-no-plan"))
                .body("detail", containsString("No chapter"));
        supervisor().multiPart("datei", "x.txt", new byte[1]).post(PLANS).then().statusCode(422);
        assertEquals(
                before,
                count(
                        "SELECT (SELECT count(*) FROM plan) + (SELECT count(*) FROM source_document) + (SELECT count(*) FROM audit)"));
    }

    @Test
    void of_several_plans_in_one_file_a_person_chooses() {
        byte[] two = """
                教育局工作计划（精选2篇）%d
                篇一：溪山乡2025年工作计划
                一、改善办学条件。年底前新建学校3所，切实保障学位供给，满足群众需要。
                二、加强队伍建设。招聘教师100名，完善教师补充机制，优化教师队伍结构。
                篇二：溪山乡2026年工作计划
                一、守牢安全底线。每月开展1次安全演练，及时排查整改各类隐患问题。
                """.formatted(++made).getBytes(StandardCharsets.UTF_8);
        upload(supervisor(), "two.txt", two)
                .statusCode(422)
                .body("type", equalTo("urn:dudao:problem:document-holds-several-plans"))
                .body("parts.part", equalTo(List.of(1, 2)))
                .body("parts.year", equalTo(List.of(2025, 2026)));
        upload(supervisor().queryParam("part", 9), "two.txt", two)
                .statusCode(422)
                .body("errors[0].field", equalTo("part"));
        upload(supervisor().queryParam("part", 2), "two.txt", two)
                .statusCode(201)
                .body("title", equalTo("溪山乡2026年工作计划"));
        upload(supervisor().queryParam("part", 1), "two.txt", two)
                .statusCode(201)
                .body("year", equalTo(2025));
        upload(supervisor().queryParam("part", 2), "two.txt", two).statusCode(409);
    }

    @Test
    void pasted_text_becomes_a_draft() {
        String id = supervisor()
                .contentType("text/plain; charset=utf-8")
                .body(document())
                .post(PLANS + "/pasted")
                .then()
                .statusCode(201)
                .header("Location", containsString("/plans/"))
                .extract()
                .path("id");
        supervisor().get(PLANS + "/" + id).then().statusCode(200).body("document.name", equalTo("粘贴文本.txt"));
        school().contentType("text/plain")
                .body(document())
                .post(PLANS + "/pasted")
                .then()
                .statusCode(403);
    }

    @Test
    void who_may_not_import_may_not() {
        upload(school(), "plan.txt", document()).statusCode(403);
        upload(as("inspector", "yunxi", "inspector"), "plan.txt", document()).statusCode(403);
        upload(given(), "plan.txt", document()).statusCode(401);
        upload(as("stray", "nowhere", "supervisor"), "plan.txt", document()).statusCode(403);
    }

    @Test
    void a_repeated_import_with_the_same_key_makes_one_plan() {
        byte[] document = document();
        String key = UUID.randomUUID().toString();
        String first = upload(supervisor().header("Idempotency-Key", key), "plan.txt", document)
                .statusCode(201)
                .extract()
                .path("id");
        String again = upload(supervisor().header("Idempotency-Key", key), "plan.txt", document)
                .statusCode(201)
                .extract()
                .path("id");
        assertEquals(first, again);
        upload(supervisor().header("Idempotency-Key", key), "plan.txt", document())
                .statusCode(422)
                .body("type", equalTo("urn:dudao:problem:idempotency-key-reused"));
    }

    @Test
    void lists_are_paged_and_filtered_within_the_bureau() {
        String mine = upload(supervisor(), "plan.txt", document())
                .statusCode(201)
                .extract()
                .path("id");
        String theirs = upload(elsewhere(), "plan.txt", document())
                .statusCode(201)
                .extract()
                .path("id");
        supervisor()
                .get(PLANS + "?state=draft&limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(mine))
                .body("items.id", not(hasItem(theirs)))
                .body("items[0].counts.measures", equalTo(2));
        String next = supervisor()
                .get(PLANS + "?limit=1&q=溪山&year=2026")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("next");
        if (next != null) {
            supervisor()
                    .get(PLANS + "?limit=1&q=溪山&year=2026&cursor=" + next)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1));
        }
        supervisor().get(PLANS + "?state=eaten").then().statusCode(422);
    }

    /** As browsers send it: the name in UTF-8, not as the test library would. */
    @Test
    void a_chinese_file_name_stays_what_it_is() throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"要点.txt\"\r\nContent-Type: text/plain\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        body.write(document());
        body.write("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + PLANS))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("Authorization", "Bearer " + Tokens.of("supervisor", "yunxi", "supervisor"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            assertTrue(answer.contains("\"要点.txt\""), answer);
        }
    }

    /** A small plan, different each time. */
    private static byte[] document() {
        return """
                溪山乡2026年工作计划 %d
                一、改善办学条件。年底前新建学校3所，切实保障学位供给，满足群众需要。
                二、加强队伍建设。招聘教师100名，完善教师补充机制，优化教师队伍结构。
                """.formatted(++made).getBytes(StandardCharsets.UTF_8);
    }

    private static ValidatableResponse upload(RequestSpecification who, String name, byte[] file) {
        return who.multiPart("file", name, file, "application/octet-stream")
                .post(PLANS)
                .then();
    }

    private static RequestSpecification as(String username, String unit, String role) {
        return given().auth().oauth2(Tokens.of(username, unit, role));
    }

    private static RequestSpecification supervisor() {
        return as("supervisor", "yunxi", "supervisor");
    }

    private static RequestSpecification office() {
        return as("office", "o-basic", "office");
    }

    private static RequestSpecification school() {
        return as("school", "s-001", "school");
    }

    private static RequestSpecification admin() {
        return as("admin", "yunxi", "admin");
    }

    private static RequestSpecification elsewhere() {
        return as("other", "qingshi", "supervisor");
    }

    private static void awaitTarget(String plan, String field, int value) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> supervisor()
                        .get(PLANS + "/" + plan)
                        .then()
                        .body("chapters[0].measures[0].targets[0]." + field, equalTo(value)));
    }

    private static long count(String sql) {
        try (Connection c = DriverManager.getConnection(RealInfrastructure.jdbcUrl("plan"), "plan", "test");
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery(sql)) {
            r.next();
            return r.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void tell(String key, Event event) {
        send(EventTypes.topicOf(event), key, EventTypes.typeOf(event.getClass()), EventCodec.write(event));
    }

    private static void poison(String key) {
        send("dudao.task", key, "dudao.task.reported.v1", "{\"task\":\"no facts\",\"version\":6}");
    }

    private static void send(String topic, String key, String type, String data) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", RealInfrastructure.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(topic, key, data.getBytes(StandardCharsets.UTF_8));
            record.headers()
                    .add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8))
                    .add("ce_type", type.getBytes(StandardCharsets.UTF_8))
                    .add("ce_time", "2026-01-15T01:00:00Z".getBytes(StandardCharsets.UTF_8));
            producer.send(record);
        }
    }

    /** The plan's facts on Kafka, in order, from the beginning. */
    private static List<Event> heard(String planId, int wanted) {
        List<Event> events = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        RealInfrastructure.bootstrapServers(),
                        "group.id",
                        "test-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("dudao.plan"));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                for (ConsumerRecord<String, byte[]> r : consumer.poll(Duration.ofMillis(200))) {
                    if (planId.equals(r.key())) {
                        String type =
                                new String(r.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
                        events.add(EventCodec.read(type, r.value()));
                    }
                }
                return events.size() >= wanted;
            });
        }
        assertEquals(wanted, events.size());
        return events;
    }
}
