package org.dudao.task.rehearsing;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.task.TestClock;
import org.dudao.task.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "task"))
class SandboxIT {

    @Inject
    TestClock clock;

    @BeforeEach
    void a_county() {
        clock.set("2026-03-02T01:00:00Z");
        World.units();
    }

    /** Each test its own client, so that none uses up another's allowance. */
    private static RequestSpecification sandbox(String client) {
        return World.as(client, "sandbox-school", "school-system");
    }

    @Test
    void a_real_unit_is_never_reset() {
        World.as("real", "s-001", "school-system")
                .put("/sandbox")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:dudao:problem:not-a-sandbox"));
        World.supervisor().put("/sandbox").then().statusCode(403);
    }

    @Test
    void what_was_tried_is_gone_after_a_reset_and_a_key_may_be_used_again() {
        int laidOut = sandbox("again")
                .put("/sandbox")
                .then()
                .statusCode(200)
                .extract()
                .path("tasks");
        String task =
                sandbox("again").get("/tasks?state=accepted").then().extract().path("items[0].id");
        sandbox("again")
                .header("Idempotency-Key", "k")
                .body("{\"value\":1,\"narrative\":\"试一试\"}")
                .post("/tasks/" + task + "/reports")
                .then()
                .statusCode(201);
        sandbox("again").put("/sandbox").then().statusCode(200).body("tasks", equalTo(laidOut));
        sandbox("again").get("/tasks/" + task).then().statusCode(404);
        sandbox("again").get("/tasks").then().body("total", equalTo(laidOut), "items.id", not(hasItem(task)));
        String other =
                sandbox("again").get("/tasks?state=accepted").then().extract().path("items[0].id");
        sandbox("again")
                .header("Idempotency-Key", "k")
                .body("{\"value\":2,\"narrative\":\"再试\"}")
                .post("/tasks/" + other + "/reports")
                .then()
                .statusCode(201)
                .body("value", equalTo(2));
    }

    /** A table that names tasks and is forgotten here would let a reset fail once it has a row. */
    @Test
    void a_reset_knows_every_table_that_names_a_task() throws SQLException {
        try (Connection c = World.database();
                var select = c.createStatement();
                var tables = select.executeQuery("SELECT DISTINCT conrelid::regclass::text FROM pg_constraint"
                        + " WHERE confrelid = 'task'::regclass AND contype = 'f'")) {
            while (tables.next()) {
                String table = tables.getString(1);
                assertTrue(
                        ResetSandbox.FORGETTING.stream().anyMatch(sql -> sql.startsWith("DELETE FROM " + table + " ")),
                        table + " is not set back");
            }
        }
        sandbox("steps").put("/sandbox").then().statusCode(200);
        String path = "/tasks/"
                + sandbox("steps")
                        .get("/tasks?state=under_way&q=多媒体")
                        .then()
                        .extract()
                        .path("items[0].id");
        String seen = sandbox("steps").get(path).then().extract().header("ETag");
        sandbox("steps")
                .header("If-Match", seen)
                .body("{\"milestones\":[{\"name\":\"第一批\",\"dueOn\":\"2026-03-10\"}]}")
                .put(path + "/milestones")
                .then()
                .statusCode(200);
        sandbox("steps").put("/sandbox").then().statusCode(200);
    }

    @Test
    void nobody_of_a_bureau_sees_or_counts_it() {
        int before = World.supervisor().get("/tasks").then().extract().path("total");
        sandbox("unseen").put("/sandbox").then().statusCode(200);
        World.supervisor().get("/tasks").then().body("total", equalTo(before));
        World.supervisor().get("/units?limit=200").then().body("items.path", everyItem(startsWith("/yunxi/")));
        World.supervisor().get("/units/sandbox-school").then().statusCode(404);
    }

    @Test
    void a_list_tells_only_what_changed_since() {
        sandbox("since").put("/sandbox").then().statusCode(200);
        String task =
                sandbox("since").get("/tasks?state=assigned").then().extract().path("items[0].id");
        clock.set("2026-03-02T05:00:00Z");
        sandbox("since").put("/tasks/" + task + "/acceptance").then().statusCode(200);
        sandbox("since")
                .get("/tasks?changedSince=2026-03-02T04:00:00Z")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(task)), "total", equalTo(1));
        sandbox("since").get("/tasks?changedSince=2026-03-02T06:00:00Z").then().body("total", equalTo(0));
        sandbox("since")
                .get("/tasks?changedSince=2026-03-02")
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(List.of("changedSince")));
    }

    /** T13: a number opens a list of the same length, on whichever page one is. */
    @Test
    void each_page_of_a_walk_tells_the_length_of_the_whole() {
        int laidOut = sandbox("walks")
                .put("/sandbox")
                .then()
                .statusCode(200)
                .extract()
                .path("tasks");
        int seen = 0;
        String cursor = "";
        while (cursor != null) {
            var page = sandbox("walks")
                    .get("/tasks?limit=20&cursor=" + cursor)
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(laidOut))
                    .extract();
            seen += page.<List<String>>path("items.id").size();
            cursor = page.path("next");
        }
        assertEquals(laidOut, seen);
    }

    @Test
    void an_expected_report_is_owed_until_it_is_there() throws SQLException {
        sandbox("reports").put("/sandbox").then().statusCode(200);
        String task = sandbox("reports")
                .get("/tasks?state=under_way&q=多媒体")
                .then()
                .extract()
                .path("items[0].id");
        try (Connection c = World.database();
                var insert = c.createStatement()) {
            insert.executeUpdate("""
                    INSERT INTO expected_report (task_id, unit_id, unit_path, period_from, period_to, due_on, due_at)
                    VALUES ('%s', 'sandbox-school', '/sandbox/sandbox-school/', '2026-02-01', '2026-02-28', '2026-03-04',
                            '2026-03-04T16:00:00Z')
                    """.formatted(task));
        }
        sandbox("reports")
                .get("/tasks/owed?until=2026-03-04")
                .then()
                .body("items.find { it.what == 'REPORT' }.taskId", equalTo(task))
                .body("items.find { it.what == 'REPORT' }.periodTo", equalTo("2026-02-28"));
        sandbox("reports")
                .body("{\"value\":8,\"narrative\":\"二月进展\"}")
                .post("/tasks/" + task + "/reports")
                .then()
                .statusCode(201);
        sandbox("reports").get("/tasks/owed?until=2026-03-04").then().body("items.what", not(hasItem("REPORT")));
    }

    @Test
    void what_is_owed_is_mine_to_do_and_comes_by_due_day() {
        sandbox("owes").put("/sandbox").then().statusCode(200);
        var owed = sandbox("owes")
                .get("/tasks/owed?limit=3")
                .then()
                .statusCode(200)
                .extract();
        assertEquals("COMPLETION", owed.path("items[0].what"));
        assertEquals(Boolean.TRUE, owed.path("items[0].overdue"));
        assertEquals("ACCEPTANCE", owed.path("items[1].what"));
        List<String> first = owed.path("items.taskId");
        sandbox("owes")
                .get("/tasks/owed?limit=3&cursor=" + owed.path("next"))
                .then()
                .body("items.size()", equalTo(2), "next", equalTo(null))
                .body("items.taskId", not(hasItem(first.get(2))));
        String tomorrow = LocalDate.of(2026, 3, 3).toString();
        sandbox("owes").get("/tasks/owed?until=" + tomorrow).then().body("items.size()", equalTo(2));
        String submitted =
                sandbox("owes").get("/tasks?state=submitted").then().extract().path("items[0].id");
        sandbox("owes").get("/tasks/owed?limit=200").then().body("items.taskId", not(hasItem(submitted)));
        assertTrue(World.count("SELECT count(*) FROM task WHERE id = ?", UUID.fromString(submitted)) == 1);
        sandbox("owes").get("/tasks/owed?until=soon").then().statusCode(422);
    }
}
