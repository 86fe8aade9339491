package org.dudao.task.metering;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.task.TestClock;
import org.dudao.task.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Its own schools and its own year: the tests of a service share one database. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "task"))
class BurdenIT {

    @Inject
    TestClock clock;

    private final String school = "s-burden-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void a_school_that_is_asked_for_four_things() throws SQLException {
        clock.set("2026-03-02T01:00:00Z");
        World.units();
        World.admin()
                .body("{\"units\":[{\"id\":\"%s\",\"parentId\":\"t-01\",\"name\":\"忙碌小学\",\"kind\":\"SCHOOL\"}]}"
                        .formatted(school))
                .put("/units")
                .then()
                .statusCode(200);
        try (Connection c = World.database();
                var s = c.createStatement()) {
            String path = "/yunxi/t-01/" + school + "/";
            UUID figure = World.assignedTask(c, LocalDate.of(2031, 9, 30));
            UUID plain = World.assignedTask(c, LocalDate.of(2031, 9, 1));
            UUID supported = World.assignedTask(c, LocalDate.of(2031, 10, 8));
            UUID withdrawn = World.assignedTask(c, LocalDate.of(2031, 9, 15));
            s.executeUpdate("UPDATE task SET lead_unit_id = '%s', unit_path = '%s' WHERE id IN ('%s', '%s', '%s')"
                    .formatted(school, path, figure, plain, withdrawn));
            s.executeUpdate("UPDATE task SET comparator = 'DONE' WHERE id = '" + plain + "'");
            s.executeUpdate("UPDATE task SET supporting_unit_ids = '{" + school + "}' WHERE id = '" + supported + "'");
            s.executeUpdate("UPDATE task SET phase = 'cancelled', cancelled_at = now(), cancelled_by = 'x',"
                    + " cancel_reason = 'x' WHERE id = '" + withdrawn + "'");
            s.executeUpdate("""
                    INSERT INTO expected_report (task_id, unit_id, unit_path, period_from, period_to, due_on, due_at)
                    VALUES ('%s', '%s', '%s', '2031-08-01', '2031-08-31', '2031-09-03', '2031-09-03T16:00:00Z')
                    """.formatted(figure, school, path));
            s.executeUpdate("UPDATE ask_effort SET hours = CASE kind WHEN 'task' THEN 4 WHEN 'figure' THEN 6"
                    + " WHEN 'support' THEN 1 ELSE 0.5 END");
        }
    }

    private JsonPath asked() {
        return World.supervisor()
                .get("/burden?year=2031&unitId=" + school)
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .extract()
                .jsonPath();
    }

    @Test
    void what_falls_due_is_counted_by_month_and_costs_hours() {
        JsonPath burden = asked();
        assertEquals(11.5f, burden.getFloat("items[0].hours"));
        assertEquals(4, burden.getInt("items[0].items"));
        assertEquals(12, burden.getList("items[0].months").size());
        assertEquals(10.5f, burden.getFloat("items[0].months[8].hours"));
        assertEquals(2, burden.getInt("items[0].months[8].tasks"));
        assertEquals(1, burden.getInt("items[0].months[8].reports"));
        assertEquals(1, burden.getInt("items[0].months[9].tasks"));
    }

    /** T13. */
    @Test
    void each_number_opens_a_list_of_that_length() {
        JsonPath burden = asked();
        for (int month : List.of(8, 9)) {
            String at = "items[0].months[" + month + "].";
            World.supervisor()
                    .get("/tasks?" + burden.getString(at + "taskQuery"))
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(burden.getInt(at + "tasks")));
            World.supervisor()
                    .get("/expected-reports?" + burden.getString(at + "reportQuery"))
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(burden.getInt(at + "reports")));
        }
    }

    @Test
    void an_estimate_that_is_changed_counts_at_once_and_is_on_record() {
        World.office()
                .body("{\"efforts\":[{\"kind\":\"FIGURE\",\"hours\":2}]}")
                .put("/burden/efforts")
                .then()
                .statusCode(403);
        World.supervisor()
                .body("{\"efforts\":[{\"kind\":\"FIGURE\",\"hours\":-1}]}")
                .put("/burden/efforts")
                .then()
                .statusCode(422);
        World.supervisor()
                .body("{\"efforts\":[{\"kind\":\"FIGURE\",\"hours\":2}]}")
                .put("/burden/efforts")
                .then()
                .statusCode(200)
                .body("efforts.size()", equalTo(4));
        assertEquals(7.5f, asked().getFloat("items[0].hours"));
        assertEquals(
                "supervisor",
                World.admin()
                        .get("/audit?subject=burden&id=efforts")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("[0].who"));
    }

    @Test
    void a_school_sees_its_own_and_a_list_is_walked_from_the_heaviest() throws IOException {
        World.as("busy", school, "school")
                .get("/burden?year=2031")
                .then()
                .statusCode(200)
                .body("items.unit.id", equalTo(List.of(school)));
        World.supervisor().get("/burden?year=31").then().statusCode(422);
        var first = World.supervisor()
                .get("/burden?year=2031&unitKind=SCHOOL&limit=1")
                .then()
                .statusCode(200)
                .extract();
        World.supervisor()
                .get("/burden?year=2031&unitKind=SCHOOL&limit=200&cursor=" + first.path("next"))
                .then()
                .statusCode(200)
                .body("items.unit.path", everyItem(startsWith("/yunxi/")))
                .body("items.size()", equalTo((int) first.<Integer>path("total") - 1));
        byte[] sheet = World.supervisor()
                .get("/burden/sheet?year=2031&q=忙碌")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            assertEquals("全年工时", workbook.getFirstSheet().read().getFirst().getCellText(3));
        }
    }
}
