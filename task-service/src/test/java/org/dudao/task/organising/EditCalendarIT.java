package org.dudao.task.organising;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.task.TestClock;
import org.dudao.task.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The work calendar and the school terms as people edit and ask them. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "task"))
class EditCalendarIT {

    @Inject
    TestClock clock;

    @BeforeEach
    void a_county() {
        clock.set("2026-03-01T01:00:00Z");
        World.units();
    }

    private static String etag(int year) {
        return "\"" + World.admin().get("/calendar/" + year).path("version") + "\"";
    }

    @Test
    void an_edited_year_tells_first_what_moves_and_then_moves_it() throws SQLException {
        UUID task;
        try (Connection c = World.database()) {
            task = World.assignedTask(c, LocalDate.of(2028, 6, 15));
            // One working day before Thursday 15 June 2028.
            World.deadline(c, task, "reminder", Instant.parse("2028-06-14T01:00:00Z"));
        }
        String off = "{\"holidays\":[\"2028-06-14\"],\"makeUpDays\":[],\"reason\":\"端午节放假\"}";
        World.admin()
                .header("If-Match", etag(2028))
                .body(off)
                .put("/calendar/2028?preview=true")
                .then()
                .statusCode(200)
                .body("saved", equalTo(false), "tasks", equalTo(1), "reminders", equalTo(1));
        World.admin().get("/calendar/2028").then().body("known", equalTo(false));
        assertEquals(
                1,
                World.count(
                        "SELECT count(*) FROM deadline WHERE task_id = ? AND fire_at = '2028-06-14T01:00:00Z'", task));

        World.admin()
                .header("If-Match", etag(2028))
                .body(off)
                .put("/calendar/2028")
                .then()
                .statusCode(200)
                .body("saved", equalTo(true), "tasks", equalTo(1));
        assertEquals(
                1,
                World.count(
                        "SELECT count(*) FROM deadline WHERE task_id = ? AND fire_at = '2028-06-13T01:00:00Z'", task));
        World.admin()
                .get("/calendar/2028")
                .then()
                .body("holidays", contains("2028-06-14"), "history.act", hasItem("changed"));
        World.admin()
                .header("If-Match", "\"0\"")
                .body(off)
                .put("/calendar/2028")
                .then()
                .statusCode(412);
    }

    @Test
    void days_of_another_year_and_weekdays_to_make_up_for_are_refused() {
        World.admin()
                .header("If-Match", etag(2029))
                .body("{\"holidays\":[\"2028-12-31\"],\"makeUpDays\":[\"2029-01-02\"],\"reason\":\"x\"}")
                .put("/calendar/2029")
                .then()
                .statusCode(422)
                .body("errors.field", contains("holidays[0]", "makeUpDays[0]"));
        World.supervisor()
                .header("If-Match", "\"0\"")
                .body("{\"holidays\":[],\"makeUpDays\":[],\"reason\":\"x\"}")
                .put("/calendar/2029")
                .then()
                .statusCode(403);
    }

    @Test
    void t5_working_days_know_the_holiday_and_the_worked_weekend() {
        World.school()
                .get("/calendar/working-days?from=2026-09-18&to=2026-10-10")
                .then()
                .statusCode(200)
                // 20 (worked Sunday), 21-24, 28-30 September, 8, 9, 10 (worked Saturday) October.
                .body("workingDays", equalTo(11));
        World.school()
                .get("/calendar/working-days?from=2026-09-30&days=-3")
                .then()
                .body("to", equalTo("2026-09-24"));
        World.school().get("/calendar/working-days?from=x&days=1").then().statusCode(422);
        World.school().get("/calendar/working-days?from=2026-09-30").then().statusCode(422);
    }

    @Test
    void a_school_follows_the_terms_of_its_area_and_words_follow_them() {
        World.admin()
                .body("""
                {"terms":[{"season":"SPRING","startsOn":"2026-03-02","endsOn":"2026-07-03"},
                          {"season":"AUTUMN","startsOn":"2026-09-01","endsOn":"2027-01-22"}]}
                """)
                .put("/units/yunxi/terms")
                .then()
                .statusCode(200)
                .body("terms.own", contains(true, true));
        World.admin().body("""
                {"terms":[{"season":"AUTUMN","startsOn":"2026-08-31","endsOn":"2027-01-22"}]}
                """).put("/units/t-01/terms").then().statusCode(200);
        World.school()
                .get("/units/s-001/terms/day?words=秋季开学前&year=2026")
                .then()
                .statusCode(200)
                .body("day", equalTo("2026-08-30"));
        World.office()
                .get("/units/o-basic/terms/day?words=秋季开学前&year=2026")
                .then()
                .body("day", equalTo("2026-08-31"));
        World.school()
                .get("/units/s-001/terms")
                .then()
                .body("terms.own", contains(false, false), "terms[1].weeks", greaterThanOrEqualTo(20));
        World.school()
                .get("/units/s-001/terms/day?words=秋季开学前&year=2031")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:dudao:problem:term-unknown"));
        World.admin()
                .body("""
                {"terms":[{"season":"AUTUMN","startsOn":"2026-09-01","endsOn":"2026-08-01"}]}
                """)
                .put("/units/t-01/terms")
                .then()
                .statusCode(422)
                .body("errors.field", contains("terms[0].endsOn"));
    }
}
