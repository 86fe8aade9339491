package org.dudao.task.organising;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.dudao.contracts.TaskEvent.TaskAssigned;
import org.dudao.contracts.TaskEvent.TaskCancelled;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.task.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Units that end, and people who leave: nothing that was theirs is lost. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "task"))
class SuccessionIT {

    private static final LocalDate DUE = LocalDate.of(2026, 6, 30);

    @BeforeEach
    void a_county() {
        World.units();
    }

    private static void units(String... rows) {
        World.admin()
                .body("{\"units\":[" + String.join(",", rows) + "]}")
                .put("/units")
                .then()
                .statusCode(200);
    }

    private static String school(String id, String more) {
        return "{\"id\":\"%s\",\"parentId\":\"t-01\",\"name\":\"学校%s\",\"kind\":\"SCHOOL\"%s}".formatted(id, id, more);
    }

    private static void lead(Connection c, UUID task, String unit, String more) throws SQLException {
        c.createStatement()
                .executeUpdate("UPDATE task SET lead_unit_id = '%s', unit_path = '/yunxi/t-01/%s/'%s WHERE id = '%s'"
                        .formatted(unit, unit, more, task));
    }

    private static io.restassured.response.ValidatableResponse close(String units, String successor, boolean preview) {
        return World.admin()
                .body("{\"unitIds\":[%s],\"successorId\":%s,\"how\":\"MERGED\",\"reason\":\"布局调整\"}"
                        .formatted(units, successor == null ? "null" : "\"" + successor + "\""))
                .post("/units/closures?preview=" + preview)
                .then();
    }

    @Test
    void a_merged_school_leaves_its_open_tasks_to_the_successor_and_its_ended_ones_where_they_are()
            throws SQLException {
        units(school("g-1", ",\"schoolCode\":\"2144100001\""), school("g-2", ""), school("g-3", ""));
        World.admin()
                .body("{\"people\":[{\"id\":\"g-p\",\"unitId\":\"g-1\",\"name\":\"校长\",\"duty\":\"HEAD\"}]}")
                .put("/people")
                .then()
                .statusCode(200);
        UUID open;
        UUID done;
        UUID supported;
        try (Connection c = World.database()) {
            open = World.assignedTask(c, DUE);
            done = World.assignedTask(c, DUE);
            supported = World.assignedTask(c, DUE);
            lead(c, open, "g-1", "");
            lead(
                    c,
                    done,
                    "g-1",
                    ", phase = 'completed', submitted_at = now(), submitted_on = '2026-06-01', completed_at = now(),"
                            + " completed_by = 'x', completed_late = false");
            lead(c, supported, "g-3", ", supporting_unit_ids = '{g-1,g-2}'");
            World.deadline(c, open, "overdue", java.time.Instant.parse("2030-06-30T16:00:00Z"));
        }
        close("\"g-1\"", null, false).statusCode(422).body("errors.field", hasItem("successorId"));

        close("\"g-1\"", "g-2", true).statusCode(200).body("saved", equalTo(false), "tasks", equalTo(1));
        World.admin().get("/units/g-1").then().body("unit.open", equalTo(true));

        close("\"g-1\"", "g-2", false)
                .statusCode(200)
                .body("saved", equalTo(true))
                .body("tasks", equalTo(1), "supported", equalTo(1), "people", equalTo(1), "joined", equalTo(0));

        World.task(open).body("leadUnit.id", equalTo("g-2"), "state", equalTo("assigned"));
        World.task(done).body("leadUnit.id", equalTo("g-1"));
        World.task(supported).body("supportingUnits.id", equalTo(java.util.List.of("g-2")));
        assertEquals(1, World.count("SELECT count(*) FROM deadline WHERE task_id = ?", open));
        World.admin()
                .get("/units/g-1")
                .then()
                .body(
                        "unit.open",
                        equalTo(false),
                        "successor.id",
                        equalTo("g-2"),
                        "unit.profile.schoolCode",
                        nullValue())
                .body("codes[0].code", equalTo("2144100001"), "codes[0].validTo", not(nullValue()))
                .body("history.act", hasItem("merged"));
        World.as("y", "g-2", "school").get("/people").then().body("items.id", hasItem("g-p"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> World.eventsOf(open).stream()
                        .anyMatch(e -> e instanceof TaskAssigned a
                                && a.task().leadUnit().id().equals("g-2")));
        // Its code is gone for good.
        World.admin()
                .body("{\"units\":[" + school("g-9", ",\"schoolCode\":\"2144100001\"") + "]}")
                .put("/units")
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(java.util.List.of("units[0].schoolCode")));
    }

    @Test
    void shares_of_one_parent_become_one_and_their_figures_are_added() throws SQLException {
        units(school("j-1", ""), school("j-2", ""), school("j-3", ""));
        UUID parent;
        UUID first;
        UUID second;
        UUID own;
        try (Connection c = World.database()) {
            parent = World.assignedTask(c, DUE);
            first = World.assignedTask(c, DUE);
            second = World.assignedTask(c, DUE);
            own = World.assignedTask(c, DUE);
            lead(c, first, "j-1", ", target_value = 5, value = 1, parent_id = '" + parent + "'");
            lead(c, second, "j-2", ", target_value = 7, value = null, parent_id = '" + parent + "'");
            lead(c, own, "j-3", ", target_value = 10, value = 2, parent_id = '" + parent + "'");
        }
        close("\"j-1\",\"j-2\"", "j-3", false).statusCode(200).body("joined", equalTo(2), "tasks", equalTo(0));
        World.task(own).body("targetValue", equalTo(22), "value", equalTo(3), "state", equalTo("assigned"));
        World.task(first).body("state", equalTo("cancelled"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> World.eventsOf(second).stream().anyMatch(e -> e instanceof TaskCancelled));
    }

    @Test
    void a_unit_with_open_tasks_is_not_closed_in_passing() throws SQLException {
        units(school("h-1", ""));
        try (Connection c = World.database()) {
            lead(c, World.assignedTask(c, DUE), "h-1", "");
        }
        World.admin()
                .body("{\"units\":[" + school("h-1", ",\"open\":false") + "]}")
                .put("/units")
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(java.util.List.of("units[0].open")));
    }

    @Test
    void t16_everything_that_names_a_person_who_leaves_names_the_successor_in_one_step() {
        World.admin().body("""
                        {"people":[{"id":"r-old","unitId":"o-basic","username":"rold","name":"老科长","duty":"HEAD"},
                                   {"id":"r-new","unitId":"o-basic","username":"rnew","name":"新科长","duty":"STAFF"}]}
                        """).put("/people").then().statusCode(200);
        units(
                school("r-1", ",\"leaderId\":\"r-old\",\"contactId\":\"r-old\""),
                school("r-2", ",\"contactId\":\"r-old\""));
        String asked = "{\"successorId\":\"r-new\",\"leaves\":true,\"reason\":\"调任\"}";

        World.admin()
                .body(asked)
                .put("/people/r-old/successor?preview=true")
                .then()
                .statusCode(200)
                .body("saved", equalTo(false), "led", equalTo(1), "called", equalTo(2), "duty", equalTo("HEAD"));
        World.admin().get("/units/r-1").then().body("leader.id", equalTo("r-old"));

        World.admin()
                .body(asked)
                .put("/people/r-old/successor")
                .then()
                .statusCode(200)
                .body("saved", equalTo(true));
        World.admin()
                .get("/units/r-1")
                .then()
                .body("leader.id", equalTo("r-new"), "contact.id", equalTo("r-new"), "history.act", hasItem("changed"));
        World.admin().get("/units/r-2").then().body("contact.id", equalTo("r-new"));
        World.admin()
                .get("/people?q=科长")
                .then()
                .body("items.find { it.id == 'r-new' }.duty", equalTo("HEAD"))
                .body("items.find { it.id == 'r-old' }.active", equalTo(false))
                .body("items.find { it.id == 'r-old' }.username", nullValue());
        World.admin().body(asked).put("/people/nobody/successor").then().statusCode(404);
        World.admin()
                .body("{\"successorId\":\"r-old\",\"leaves\":false,\"reason\":\"回任\"}")
                .put("/people/r-new/successor")
                .then()
                .statusCode(422)
                .body("errors.field", not(empty()));
    }
}
