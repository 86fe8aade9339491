package org.dudao.plan;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dudao.contracts.Duty;
import org.dudao.contracts.Event;
import org.dudao.contracts.EventTypes;
import org.dudao.contracts.TaskEvent.TaskAssigned;
import org.dudao.contracts.TaskEvent.TaskExtended;
import org.dudao.contracts.TaskEvent.TaskReported;
import org.dudao.contracts.TaskEvent.TaskResumed;
import org.dudao.contracts.TaskEvent.TaskSuspended;
import org.dudao.contracts.TaskFacts;
import org.dudao.contracts.UnitEvent.PersonChanged;
import org.dudao.contracts.UnitEvent.UnitChanged;
import org.dudao.contracts.UnitKind;
import org.dudao.contracts.UnitRef;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.local.testing.Tokens;
import org.dudao.outbox.EventCodec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A published plan through its year, as tasks tell of it. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "plan"))
class YearIT {

    private static final String PLANS = "/api/plan/v1/plans/";
    private static final UnitRef BUREAU = new UnitRef("yunxi", "云溪县教育局", "/yunxi/");
    private static final UnitRef OFFICE = new UnitRef("o-basic", "基础教育科", "/yunxi/o-basic/");
    private static final UnitRef SCHOOL = new UnitRef("s-001", "云溪县实验小学", "/yunxi/t-01/s-001/");
    private static final LocalDate YEAR_END = LocalDate.of(2999, 12, 31);

    private String plan;
    private String schools;
    private String teachers;
    private long version;

    @BeforeEach
    void a_plan_is_published() {
        tell("yunxi", new UnitChanged("yunxi", 1, null, "/yunxi/", "云溪县教育局", UnitKind.BUREAU, true));
        tell("o-basic", new UnitChanged("o-basic", 1, "yunxi", "/yunxi/o-basic/", "基础教育科", UnitKind.SECTION, true));
        tell("s-001", new UnitChanged("s-001", 1, "yunxi", "/yunxi/t-01/s-001/", "云溪县实验小学", UnitKind.SCHOOL, true));
        tell("qingshi", new UnitChanged("qingshi", 1, null, "/qingshi/", "青石县教育局", UnitKind.BUREAU, true));
        tell("person:p1", person("p1", "何秋实", Duty.HEAD));
        tell("person:p2", person("p2", "苏明月", Duty.STAFF));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> supervisor().get(PLANS).statusCode() == 200
                        && elsewhere().get(PLANS).statusCode() == 200
                        && school().get(PLANS).statusCode() == 200);
        byte[] document = """
                溪山乡2999年工作计划 %s
                一、改善办学条件。年底前新建学校30所，切实保障学位供给，满足群众需要。
                二、加强队伍建设。招聘教师100名，完善教师补充机制，优化教师队伍结构。
                """.formatted(UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        ValidatableResponse draft = supervisor()
                .multiPart("file", "plan.txt", document, "application/octet-stream")
                .post(PLANS.substring(0, PLANS.length() - 1))
                .then()
                .statusCode(201);
        plan = draft.extract().path("id");
        schools = draft.extract().path("chapters[0].measures[0].targets[0].id");
        teachers = draft.extract().path("chapters[0].measures[1].targets[0].id");
        put(supervisor(), "review", "{\"accept\":\"all\"}").statusCode(200);
        put(supervisor(), "publication", "{}").statusCode(200);
        version = 1;
    }

    @Test
    void shares_make_the_whole_and_every_reported_value_is_kept() {
        UUID lead = UUID.randomUUID();
        UUID own = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        tell(lead, new TaskAssigned(task(lead, schools, null, OFFICE), ++version, "supervisor"));
        tell(own, new TaskAssigned(task(own, schools, lead, SCHOOL), ++version, "office"));
        tell(other, new TaskAssigned(task(other, schools, lead, BUREAU), ++version, "office"));
        tell(own, reported(own, lead, SCHOOL, 4));
        tell(own, reported(own, lead, SCHOOL, 9));
        tell(other, reported(other, lead, BUREAU, 3));
        String first = "chapters[0].measures[0].targets[0].";
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> year(supervisor()).body(first + "reached", equalTo(12)));
        year(supervisor())
                .body(first + "form", equalTo("AMOUNT"))
                .body(first + "basis", equalTo("SHARES"))
                .body(first + "rate", equalTo(40.0f))
                .body(first + "unitsAsked", equalTo(2))
                .body(first + "standing", equalTo("ON_LINE"))
                .body(first + "leadUnit", equalTo("基础教育科"))
                .body(first + "leader", equalTo("何秋实"))
                .body(first + "person", equalTo("苏明月"))
                .body("chapters[0].measures[1].targets[0].standing", equalTo("UNASSIGNED"))
                .body("counts.ON_LINE", equalTo(1))
                .body("light", equalTo("BLUE"));
        history(supervisor(), schools)
                .statusCode(200)
                .body("units", hasSize(3))
                .body("trend.reported", equalTo(List.of(4, 9, 3)))
                .body("trend.reached", equalTo(List.of(4, 9, 12)));
        supervisor()
                .get(PLANS + plan)
                .then()
                .body(first + "attainedValue", equalTo(12))
                .body(first + "taskId", equalTo(lead.toString()));

        // The office leads it and sees every share; the school sees its own; another bureau nothing.
        year(office()).body("wholeBureau", equalTo(false)).body(first + "reached", equalTo(12));
        history(office(), schools).body("units", hasSize(3));
        year(school()).body("chapters[0].measures", hasSize(1)).body(first + "unitsAsked", equalTo(1));
        history(school(), schools).body("units.unit", equalTo(List.of("云溪县实验小学")));
        history(school(), teachers).statusCode(404);
        elsewhere().get(PLANS + plan + "/year").then().statusCode(404);
        elsewhere().get(PLANS + plan + "/lists/tasks").then().statusCode(404);
    }

    @Test
    void a_moved_date_is_shown_with_the_one_it_had() {
        UUID lead = UUID.randomUUID();
        LocalDate later = YEAR_END.plusDays(31);
        tell(lead, new TaskAssigned(task(lead, teachers, null, OFFICE), ++version, "supervisor"));
        TaskFacts moved = new TaskFacts(
                lead, UUID.fromString(plan), UUID.fromString(teachers), null, "招聘", BUREAU, OFFICE, List.of(), later);
        tell(lead, new TaskExtended(moved, ++version, YEAR_END, "编制未下达", "leader"));
        String second = "chapters[0].measures[1].targets[0].";
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> year(supervisor()).body(second + "dueOn", equalTo(later.toString())));
        year(supervisor())
                .body(second + "movedFrom", equalTo(YEAR_END.toString()))
                .body(second + "cause", equalTo("编制未下达"));
    }

    /** U9 and T13: three lists of one data set, each as long as it says, each under the tree's filters. */
    @Test
    void the_three_lists_are_of_the_trees_own_data() {
        UUID lead = UUID.randomUUID();
        LocalDate gone = LocalDate.of(2020, 1, 1);
        TaskFacts late = new TaskFacts(
                lead, UUID.fromString(plan), UUID.fromString(teachers), null, "招聘", BUREAU, OFFICE, List.of(), gone);
        tell(lead, new TaskAssigned(late, ++version, "supervisor"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> year(supervisor()).body("counts.OVERDUE", equalTo(1)));
        list(supervisor(), "problems", "")
                .body("total", equalTo(1))
                .body("items[0].target.standing", equalTo("OVERDUE"))
                .body("items[0].measure", containsString("加强队伍建设"));
        list(supervisor(), "tasks", "").body("items", hasSize(2)).body("items[0].target.id", equalTo(teachers));
        list(supervisor(), "responsibilities", "").body("items[0].target.leadUnit", nullValue());
        list(supervisor(), "tasks", "?light=red").body("items.target.id", equalTo(List.of(teachers)));
        list(supervisor(), "tasks", "?unitId=o-basic&q=招聘").body("total", equalTo(1));
        list(supervisor(), "tasks", "?q=没有这回事").body("items", empty());
        supervisor().get(PLANS + plan + "/lists/wishes").then().statusCode(404);
        supervisor().get(PLANS + plan + "/year?light=pink").then().statusCode(422);
    }

    /** A clock that stands still is not late, however old its date is. */
    @Test
    void what_is_suspended_does_not_show_as_overdue() {
        UUID lead = UUID.randomUUID();
        LocalDate gone = LocalDate.of(2020, 1, 1);
        TaskFacts late = new TaskFacts(
                lead, UUID.fromString(plan), UUID.fromString(teachers), null, "招聘", BUREAU, OFFICE, List.of(), gone);
        tell(lead, new TaskAssigned(late, ++version, "supervisor"));
        tell(lead, new TaskSuspended(late, ++version, "等待编制批复", null, "supervisor"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> year(supervisor()).body("counts.SUSPENDED", equalTo(1)));
        year(supervisor()).body("counts.OVERDUE", nullValue());
        list(supervisor(), "problems", "").body("total", equalTo(0));
        history(supervisor(), teachers).body("units[0].daysLate", equalTo(0));
        // Other news of it leaves its clock where it is.
        tell(lead, new TaskExtended(late, ++version, gone.minusDays(1), "延期后仍挂起", "leader"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> history(supervisor(), teachers).body("units[0].words", equalTo("延期后仍挂起")));
        year(supervisor()).body("counts.SUSPENDED", equalTo(1));
        tell(lead, new TaskResumed(late, ++version, gone, 0, "supervisor"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> year(supervisor()).body("counts.OVERDUE", equalTo(1)));
    }

    /** M4: key work is marked in the published plan, filters the tree, and is exported by itself. */
    @Test
    void key_work_is_a_view_and_an_export_of_its_own() throws IOException {
        put(school(), "targets/" + schools + "/key", "{\"key\":true}").statusCode(403);
        put(elsewhere(), "targets/" + schools + "/key", "{\"key\":true}").statusCode(404);
        put(supervisor(), "targets/" + schools + "/key", "{}").statusCode(422).body("errors[0].field", equalTo("key"));
        put(supervisor(), "targets/" + schools + "/key", "{\"key\":true}").statusCode(204);
        year(supervisor()).body("chapters.measures.targets.flatten().key", equalTo(List.of(true, false)));
        supervisor()
                .get(PLANS + plan + "/year?key=true")
                .then()
                .body("chapters.measures.targets.flatten().id", equalTo(List.of(schools)));
        list(supervisor(), "tasks", "?key=true").body("total", equalTo(1));
        try (ReadableWorkbook tree =
                new ReadableWorkbook(new ByteArrayInputStream(file(supervisor(), "year.xlsx?key=true")))) {
            List<Row> rows = tree.getFirstSheet().read();
            assertEquals(2, rows.size());
            assertEquals("是", rows.get(1).getCellText(3));
        }
        try (XWPFDocument document =
                new XWPFDocument(new ByteArrayInputStream(file(supervisor(), "year.docx?key=true")))) {
            assertTrue(document.getParagraphs().getFirst().getText().endsWith("重点工作落实情况"));
        }
        String measure = supervisor().get(PLANS + plan).then().extract().path("chapters[0].measures[1].id");
        put(supervisor(), "measures/" + measure + "/key", "{\"key\":true}").statusCode(204);
        supervisor()
                .get(PLANS + plan)
                .then()
                .body("chapters[0].measures.targets.flatten().key", equalTo(List.of(true, true)));
    }

    @Test
    void what_is_exported_is_what_is_shown_and_no_cell_is_a_formula() throws IOException {
        UUID lead = UUID.randomUUID();
        tell(lead, new TaskAssigned(task(lead, schools, null, OFFICE), ++version, "supervisor"));
        tell(
                lead,
                new TaskReported(
                        task(lead, schools, null, OFFICE),
                        ++version,
                        BigDecimal.valueOf(33),
                        "=1+1",
                        "x",
                        Instant.EPOCH));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> year(supervisor()).body("counts.TO_VERIFY", equalTo(1)));
        try (ReadableWorkbook tree = new ReadableWorkbook(new ByteArrayInputStream(file(supervisor(), "year.xlsx")))) {
            List<Row> rows = tree.getFirstSheet().read();
            assertEquals(3, rows.size());
            assertEquals("110.0", rows.get(1).getCellRawValue(7).orElseThrow());
            assertEquals("3", rows.get(1).getCellRawValue(8).orElseThrow());
            assertEquals("'=1+1", rows.get(1).getCellText(13));
        }
        try (ReadableWorkbook lists =
                new ReadableWorkbook(new ByteArrayInputStream(file(supervisor(), "lists.xlsx?q=招聘")))) {
            assertEquals(
                    List.of("问题清单", "责任清单", "任务清单"),
                    lists.getSheets().map(Sheet::getName).toList());
            assertEquals(2, lists.getSheet(2).orElseThrow().read().size());
        }
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file(school(), "year.docx")))) {
            assertEquals(2, document.getParagraphs().size());
        }
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file(supervisor(), "year.docx")))) {
            String text = document.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .collect(Collectors.joining());
            assertTrue(text.contains("已达到33所，完成率110%，超额3所，待核验，牵头单位：基础教育科"), text);
        }
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file(supervisor(), "lists.docx")))) {
            assertEquals(
                    List.of(1, 3, 3),
                    document.getTables().stream()
                            .map(XWPFTable::getNumberOfRows)
                            .toList());
        }
        supervisor().get(PLANS + plan + "/exports/year.pdf").then().statusCode(404);
        elsewhere().get(PLANS + plan + "/exports/year.xlsx").then().statusCode(404);
    }

    private byte[] file(RequestSpecification who, String name) {
        return who.get(PLANS + plan + "/exports/" + name)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .extract()
                .asByteArray();
    }

    @Test
    void one_character_is_enough_to_find_what_the_caller_may_see() {
        String ours = "?limit=200&q=招聘教师 100";
        String theirs = supervisor()
                .get("/api/plan/v1/search" + ours)
                .then()
                .statusCode(200)
                .body("items.findAll { it.planId == '" + plan + "' }.kind", equalTo(List.of("TARGET", "MEASURE")))
                .body("items.find { it.kind == 'TARGET' && it.planId == '" + plan + "' }.id", equalTo(teachers))
                .body(
                        "items.find { it.kind == 'MEASURE' && it.planId == '" + plan + "' }.text",
                        containsString("招聘教师100名"))
                .extract()
                .path("next");
        assertEquals(null, theirs);
        elsewhere()
                .get("/api/plan/v1/search" + ours)
                .then()
                .body("items.findAll { it.planId == '" + plan + "' }", empty());
        school().get("/api/plan/v1/search?q=聘").then().body("items.planId", hasItem(plan));
        supervisor()
                .get("/api/plan/v1/search?q=聘师")
                .then()
                .body("items.findAll { it.planId == '" + plan + "' }", empty());
        supervisor().get("/api/plan/v1/search?q=").then().statusCode(200).body("total", equalTo(0));
        String next = supervisor()
                .get("/api/plan/v1/search?q=学&limit=1")
                .then()
                .extract()
                .path("next");
        supervisor()
                .get("/api/plan/v1/search?q=学&limit=1&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        supervisor().get("/api/plan/v1/search?q=" + "学".repeat(101)).then().statusCode(422);
    }

    /** U3: the office sees before it prints that last year reached the figure already. */
    @Test
    void last_years_summary_is_paired_with_the_targets_and_a_person_decides() throws IOException {
        byte[] summary = """
                溪山乡2998年工作总结
                一、办学条件持续改善。全年新建学校32所，完成率106.7%，群众满意度明显提升。
                二、队伍建设不断加强。全年招聘教师80名，教师补充机制更加完善。
                """.getBytes(StandardCharsets.UTF_8);
        supervisor()
                .multiPart("file", "empty.txt", "今天天气很好，我们去公园。".getBytes(StandardCharsets.UTF_8))
                .put(PLANS + plan + "/baseline")
                .then()
                .statusCode(422);
        school().multiPart("file", "s.txt", summary)
                .put(PLANS + plan + "/baseline")
                .then()
                .statusCode(403);
        elsewhere()
                .multiPart("file", "s.txt", summary)
                .put(PLANS + plan + "/baseline")
                .then()
                .statusCode(404);
        String result = supervisor()
                .multiPart("file", "summary.txt", summary, "application/octet-stream")
                .put(PLANS + plan + "/baseline")
                .then()
                .statusCode(200)
                .body("paired", equalTo(2))
                .body("lines[0].pairing", equalTo("PROPOSED"))
                .body("lines[0].last.value", equalTo(32))
                .body("lines[0].last.rate", equalTo(106.7f))
                .body("lines[0].findings", equalTo(List.of("MET_ALREADY")))
                .body("lines[1].difference", equalTo(20))
                .body("lines[1].findings", empty())
                .extract()
                .path("lines[0].last.id");
        supervisor()
                .get(PLANS + plan + "/health")
                .then()
                .statusCode(200)
                .body("findings.find { it.code == 'met-already' }.words", containsString("32所"));
        put(supervisor(), "targets/" + schools + "/baseline", "{\"resultId\":\"" + result + "\"}")
                .statusCode(204);
        put(supervisor(), "targets/" + teachers + "/baseline", "{\"resultId\":null}")
                .statusCode(204);
        put(supervisor(), "targets/" + teachers + "/baseline", "{\"resultId\":\"" + UUID.randomUUID() + "\"}")
                .statusCode(404);
        supervisor()
                .get(PLANS + plan + "/comparison")
                .then()
                .statusCode(200)
                .body("lines.pairing", equalTo(List.of("ACCEPTED", "REJECTED")))
                .body("lines[1].last", nullValue());
        year(supervisor()).body("chapters[0].measures[0].targets[0].lastYear", equalTo(32));
        school().get(PLANS + plan + "/comparison").then().statusCode(403);
        supervisor()
                .get(PLANS + plan + "/targets/" + schools + "/years")
                .then()
                .statusCode(200)
                .body("unit", equalTo("所"))
                .body("years[0].targetId", equalTo(schools))
                .body("years[1].planId", nullValue())
                .body("years[1].reached", equalTo(32));
        school().get(PLANS + plan + "/targets/" + schools + "/years").then().statusCode(403);
        elsewhere().get(PLANS + plan + "/targets/" + schools + "/years").then().statusCode(404);
        school().get(PLANS + plan + "/exports/comparison.xlsx").then().statusCode(404);
        try (ReadableWorkbook sheet =
                new ReadableWorkbook(new ByteArrayInputStream(file(supervisor(), "comparison.xlsx")))) {
            assertEquals("上年已达到", sheet.getFirstSheet().read().get(1).getCellText(4));
        }
        school().get(PLANS + plan + "/exports/comparison.docx").then().statusCode(404);
        try (XWPFDocument document =
                new XWPFDocument(new ByteArrayInputStream(file(supervisor(), "comparison.docx")))) {
            assertTrue(document.getParagraphs().get(1).getText().contains("共2项目标，其中1项有上年结果，1项需要留意"));
            XWPFTable table = document.getTables().getFirst();
            assertEquals("上年已达到", table.getRow(1).getCell(4).getText());
            assertEquals("没有对应", table.getRow(2).getCell(5).getText());
        }
    }

    /** U14: a quota that is counted from inspections is not typed in. */
    @Test
    void a_target_may_be_counted_elsewhere() {
        UUID lead = UUID.randomUUID();
        put(school(), "targets/" + schools + "/source", "{\"countedFrom\":\"INSPECTIONS\"}")
                .statusCode(403);
        put(supervisor(), "targets/" + schools + "/source", "{\"countedFrom\":\"DREAMS\"}")
                .statusCode(400);
        put(supervisor(), "targets/" + schools + "/source", "{}").statusCode(422);
        put(supervisor(), "targets/" + schools + "/source", "{\"countedFrom\":\"INSPECTIONS\"}")
                .statusCode(204);
        tell(lead, new TaskAssigned(task(lead, schools, null, OFFICE), ++version, "supervisor"));
        tell(lead, reported(lead, null, OFFICE, 30));
        String first = "chapters[0].measures[0].targets[0].";
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> year(supervisor()).body(first + "cause", equalTo("已完成30")));
        year(supervisor())
                .body(first + "countedFrom", equalTo("INSPECTIONS"))
                .body(first + "basis", equalTo("COUNTED"))
                .body(first + "reached", nullValue());
    }

    private TaskFacts task(UUID id, String target, UUID parent, UnitRef unit) {
        return new TaskFacts(
                id, UUID.fromString(plan), UUID.fromString(target), parent, "任务", BUREAU, unit, List.of(), YEAR_END);
    }

    private TaskReported reported(UUID id, UUID parent, UnitRef unit, int value) {
        return new TaskReported(
                task(id, schools, parent, unit),
                ++version,
                BigDecimal.valueOf(value),
                "已完成" + value,
                "someone",
                Instant.parse("2026-03-01T00:00:00Z").plusSeconds(version));
    }

    private static PersonChanged person(String id, String name, Duty duty) {
        return new PersonChanged(id, 1, "o-basic", null, name, null, null, duty, true);
    }

    private ValidatableResponse year(RequestSpecification who) {
        return who.get(PLANS + plan + "/year").then().statusCode(200);
    }

    private ValidatableResponse history(RequestSpecification who, String target) {
        return who.get(PLANS + plan + "/targets/" + target + "/history").then();
    }

    private ValidatableResponse list(RequestSpecification who, String name, String query) {
        return who.get(PLANS + plan + "/lists/" + name + query).then().statusCode(200);
    }

    private ValidatableResponse put(RequestSpecification who, String what, String body) {
        return who.contentType(ContentType.JSON)
                .body(body)
                .put(PLANS + plan + "/" + what)
                .then();
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

    private static RequestSpecification elsewhere() {
        return as("other", "qingshi", "supervisor");
    }

    private static RequestSpecification as(String username, String unit, String role) {
        return given().auth().oauth2(Tokens.of(username, unit, role));
    }

    private static void tell(Object key, Event event) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", RealInfrastructure.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                    EventTypes.topicOf(event),
                    key.toString(),
                    EventCodec.write(event).getBytes(StandardCharsets.UTF_8));
            record.headers()
                    .add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8))
                    .add("ce_type", EventTypes.typeOf(event.getClass()).getBytes(StandardCharsets.UTF_8))
                    .add("ce_time", "2026-01-15T01:00:00Z".getBytes(StandardCharsets.UTF_8));
            producer.send(record);
        }
    }
}
