package org.dudao.task;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dudao.contracts.TaskEvent.TaskReported;
import org.dudao.local.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A school's own system, over REST. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "task"))
class SchoolSystemIT {

    @Inject
    TestClock clock;

    @BeforeEach
    void a_county() {
        clock.set("2026-03-02T01:00:00Z");
        World.units();
        World.admin()
                .body("{\"units\":[{\"id\":\"s-sys\",\"parentId\":\"t-01\",\"name\":\"接口学校\",\"kind\":\"SCHOOL\"}]}")
                .put("/units")
                .then()
                .statusCode(200);
    }

    /** Each test its own client, so that none uses up another's allowance. */
    private static RequestSpecification system(String client) {
        return World.as(client, "s-sys", "school-system");
    }

    private static List<UUID> acceptedTasks(int count) throws SQLException {
        return acceptedTasks(count, LocalDate.of(2026, 6, 30));
    }

    private static List<UUID> acceptedTasks(int count, LocalDate due) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (Connection c = World.database()) {
            c.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                ids.add(World.assignedTask(c, due));
            }
            c.createStatement()
                    .executeUpdate(
                            "UPDATE task SET lead_unit_id = 's-sys', unit_path = '/yunxi/t-01/s-sys/', phase = 'accepted',"
                                    + " accepted_at = now(), accepted_by = 'x' WHERE id IN ("
                                    + ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(",")) + ")");
            c.commit();
        }
        return ids;
    }

    private static String reports(List<UUID> ids, int value) {
        return ids.stream()
                .map(id -> "{\"taskId\":\"%s\",\"value\":%d,\"narrative\":\"已完成\"}".formatted(id, value))
                .collect(Collectors.joining(",", "{\"reports\":[", "]}"));
    }

    @Test
    void a_thousand_reports_have_an_answer_each_and_a_repeat_says_nothing_twice() throws SQLException {
        List<UUID> ids = acceptedTasks(1_000);
        String key = "bulk-" + ids.getFirst();
        long started = System.nanoTime();
        system("bulk")
                .header("Idempotency-Key", key)
                .body(reports(ids, 3))
                .post("/tasks/reports")
                .then()
                .statusCode(200)
                .body("reported", equalTo(1_000), "refused", equalTo(0), "items.size()", equalTo(1_000))
                .body("items[999].taskId", equalTo(ids.get(999).toString()));
        System.out.printf("1,000 reports in %d ms%n", (System.nanoTime() - started) / 1_000_000);
        system("bulk")
                .header("Idempotency-Key", key)
                .body(reports(ids, 3))
                .post("/tasks/reports")
                .then()
                .body("reported", equalTo(0), "repeated", equalTo(1_000))
                .body("items[0].reportId", notNullValue());
        assertEquals(1, World.count("SELECT count(*) FROM report WHERE task_id = ?", ids.get(500)));
        assertEquals(
                1_000,
                World.count("SELECT count(*) FROM audit WHERE act = 'reported' AND who = 'bulk' AND subject = 'task'"));
        system("bulk")
                .header("Idempotency-Key", key)
                .body(reports(ids.subList(0, 1), 4))
                .post("/tasks/reports")
                .then()
                .body(
                        "refused",
                        equalTo(1),
                        "items[0].refusal.type",
                        equalTo("urn:dudao:problem:idempotency-key-reused"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> World.eventsOf(ids.get(999)).stream()
                                .filter(TaskReported.class::isInstance)
                                .count()
                        == 1);
    }

    @Test
    void what_cannot_be_reported_is_refused_by_itself_in_both_languages() throws SQLException {
        UUID mine = acceptedTasks(1).getFirst();
        UUID foreign;
        UUID notAccepted = acceptedTasks(1).getFirst();
        try (Connection c = World.database()) {
            foreign = World.assignedTask(c, LocalDate.of(2026, 6, 30));
            c.createStatement()
                    .executeUpdate(
                            "UPDATE task SET phase = 'assigned', accepted_at = NULL, accepted_by = NULL WHERE id = '"
                                    + notAccepted + "'");
        }
        system("mixed")
                .body(reports(List.of(mine, foreign, notAccepted, mine), 1))
                .post("/tasks/reports")
                .then()
                .statusCode(200)
                .body("items.outcome", contains("REPORTED", "REFUSED", "REFUSED", "REFUSED"))
                .body("items[1].refusal.type", equalTo("urn:dudao:problem:not-found"))
                .body("items[2].refusal.zh", notNullValue(), "items[2].refusal.en", notNullValue())
                .body("reported", equalTo(1));
        system("mixed").body("{\"reports\":[]}").post("/tasks/reports").then().statusCode(422);
    }

    @Test
    void changes_are_fed_from_a_cursor_with_nothing_skipped() throws SQLException {
        List<UUID> ids = acceptedTasks(5);
        String start = "";
        for (boolean more = true; more; ) {
            var page = system("feed")
                    .get("/tasks/changes?limit=200&since=" + start)
                    .then()
                    .statusCode(200)
                    .extract();
            start = page.path("next");
            more = page.path("more");
        }
        String from = start;
        system("feed").body(reports(ids, 1)).post("/tasks/reports").then().body("reported", equalTo(5));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> system("feed")
                        .get("/tasks/changes?since=" + from)
                        .then()
                        .body("items.size()", equalTo(5), "more", equalTo(false)));
        var first = system("feed")
                .get("/tasks/changes?limit=2&since=" + from)
                .then()
                .extract();
        assertEquals(List.of("dudao.task.reported.v1", "dudao.task.reported.v1"), first.path("items.type"));
        assertEquals(Boolean.TRUE, first.path("more"));
        system("feed")
                .get("/tasks/changes?since=" + first.path("next"))
                .then()
                .body("items.size()", equalTo(3), "more", equalTo(false));
        World.otherSchool().get("/tasks/changes?since=" + from).then().body("items.size()", equalTo(0));
        system("feed").get("/tasks/changes?since=nonsense").then().statusCode(422);
    }

    @Test
    void a_list_that_has_not_changed_is_not_sent_again() throws SQLException {
        UUID mine = acceptedTasks(1, LocalDate.of(2026, 12, 31)).getFirst();
        String tag = system("etag")
                .get("/tasks?dueFrom=2026-12-30")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        system("etag")
                .header("If-None-Match", tag)
                .get("/tasks?dueFrom=2026-12-30")
                .then()
                .statusCode(304);
        system("etag")
                .body(reports(List.of(mine), 1))
                .post("/tasks/reports")
                .then()
                .body("reported", equalTo(1));
        system("etag")
                .header("If-None-Match", tag)
                .get("/tasks?dueFrom=2026-12-30")
                .then()
                .statusCode(200);
    }

    @Test
    void a_system_has_an_allowance_and_is_told_of_it() {
        system("greedy")
                .get("/units")
                .then()
                .header("RateLimit-Limit", equalTo("30"))
                .header("RateLimit-Remaining", notNullValue())
                .header("RateLimit-Reset", notNullValue());
        Response refusal = null;
        for (int i = 0; i < 200 && refusal == null; i++) {
            Response answer = system("greedy").header("Accept-Language", "en").get("/calendar/2026");
            refusal = answer.statusCode() == 429 ? answer : null;
        }
        assertNotNull(refusal);
        refusal.then()
                .contentType("application/problem+json")
                .header("Retry-After", Integer::parseInt, greaterThan(0))
                .header("RateLimit-Remaining", equalTo("0"))
                .body("type", equalTo("urn:dudao:problem:too-many-requests"));
        system("modest").get("/calendar/2026").then().statusCode(200);
        World.school().get("/calendar/2026").then().statusCode(200);
    }

    @Test
    void the_sheet_of_ones_tasks_comes_back_with_an_answer_per_row() throws SQLException, IOException {
        UUID mine = acceptedTasks(1).getFirst();
        byte[] file = system("sheet")
                .get("/tasks/sheet")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        List<String> found;
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            found = workbook.getFirstSheet().read().stream()
                    .map(r -> r.getCellText(0))
                    .toList();
        }
        assertTrue(found.contains(mine.toString()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("任务");
            List<List<String>> cells = List.of(
                    List.of("任务编号", "已完成", "进展说明"),
                    List.of(mine.toString(), "12", "已完成12间"),
                    List.of("oops", "1", "编号坏了"),
                    List.of(mine.toString(), "很多", "数字坏了"),
                    List.of(UUID.randomUUID().toString(), "", ""));
            for (int r = 0; r < cells.size(); r++) {
                for (int c = 0; c < 3; c++) {
                    sheet.value(r, c, cells.get(r).get(c));
                }
            }
        }
        system("sheet")
                .config(RestAssuredConfig.config()
                        .encoderConfig(
                                EncoderConfig.encoderConfig().encodeContentTypeAs(Sheet.TYPE, ContentType.BINARY)))
                .contentType(Sheet.TYPE)
                .body(out.toByteArray())
                .post("/tasks/reports/sheet")
                .then()
                .statusCode(200)
                .body("items.row", contains(2, 3, 4))
                .body("items.outcome", contains("REPORTED", "REFUSED", "REFUSED"));
        system("sheet").get("/tasks/" + mine).then().body("value", equalTo(12));
    }
}
