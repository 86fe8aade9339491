package org.dudao.task.organising;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.dudao.contracts.UnitEvent.UnitChanged;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.task.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Units and people in bulk. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "task"))
class OrganisationIT {

    @BeforeEach
    void a_county() {
        World.units();
    }

    @Test
    void every_wrong_row_is_named_and_nothing_is_saved() {
        long before = World.count("SELECT count(*) FROM unit");
        World.admin()
                .body("""
                        {"units":[
                         {"id":"x-good","parentId":"yunxi","name":"好","kind":"SCHOOL"},
                         {"id":"x_bad","parentId":"yunxi","name":"坏","kind":"SCHOOL"},
                         {"id":"x-lost","parentId":"nowhere","name":"无上级","kind":"SCHOOL"},
                         {"id":"x-good","parentId":"yunxi","name":"","kind":"SCHOOL"}]}
                        """)
                .put("/units")
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(List.of("units[1].id", "units[3].id", "units[3].name")));
        World.admin()
                .body("""
                        {"units":[{"id":"x-lost","parentId":"nowhere","name":"无上级","kind":"SCHOOL"},
                                  {"id":"yunxi","parentId":"t-01","name":"成环","kind":"BUREAU"}]}
                        """)
                .put("/units")
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(List.of("units[0].parentId", "units[1].parentId")));
        assertEquals(before, World.count("SELECT count(*) FROM unit"));
        World.admin()
                .body("{\"people\":[{\"id\":\"p1\",\"unitId\":\"nowhere\",\"name\":\"无单位\",\"email\":\"x\"}]}")
                .put("/people")
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(List.of("people[0].unitId", "people[0].duty", "people[0].email")));
    }

    @Test
    void a_unit_that_moves_takes_those_below_and_its_tasks_along() throws SQLException {
        World.admin().body("""
                        {"units":[
                         {"id":"m-child","parentId":"m-old","name":"分校","kind":"SCHOOL"},
                         {"id":"m-old","parentId":"t-01","name":"总校","kind":"SCHOOL"},
                         {"id":"m-town","parentId":"yunxi","name":"新镇","kind":"TOWNSHIP"}]}
                        """).put("/units").then().statusCode(200).body("changed", equalTo(3));
        UUID task;
        try (Connection c = World.database()) {
            task = World.assignedTask(c, LocalDate.of(2026, 6, 30));
            c.createStatement()
                    .executeUpdate(
                            "UPDATE task SET lead_unit_id = 'm-child', unit_path = '/yunxi/t-01/m-old/m-child/' WHERE id = '"
                                    + task + "'");
        }
        World.admin()
                .body("{\"units\":[{\"id\":\"m-old\",\"parentId\":\"m-town\",\"name\":\"总校\",\"kind\":\"SCHOOL\"}]}")
                .put("/units")
                .then()
                .statusCode(200)
                .body("changed", equalTo(2), "unchanged", equalTo(0));
        World.as("x", "m-child", "school")
                .get("/units")
                .then()
                .body("items.path", hasItem("/yunxi/m-town/m-old/m-child/"));
        World.as("y", "m-town", "office").get("/tasks/" + task).then().statusCode(200);
        World.as("z", "t-01", "office").get("/tasks/" + task).then().statusCode(404);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> World.eventsOn("dudao.unit").stream()
                        .anyMatch(e -> e instanceof UnitChanged u
                                && u.unitId().equals("m-child")
                                && u.path().equals("/yunxi/m-town/m-old/m-child/")
                                && u.version() == 2));
    }

    @Test
    void people_may_swap_their_login_names() {
        String swap = """
                {"people":[{"id":"q-1","unitId":"o-basic","username":"%s","name":"甲","duty":"STAFF"},
                           {"id":"q-2","unitId":"o-basic","username":"%s","name":"乙","duty":"STAFF"}]}
                """;
        World.admin().body(swap.formatted("u1", "u2")).put("/people").then().statusCode(200);
        World.admin()
                .body(swap.formatted("u2", "u1"))
                .put("/people")
                .then()
                .statusCode(200)
                .body("changed", equalTo(2));
        World.admin().body(swap.formatted("u2", "u2")).put("/people").then().statusCode(422);
    }

    @Test
    void ten_thousand_units_take_seconds() {
        String rows = IntStream.range(0, 10_000)
                .mapToObj(n -> "{\"id\":\"k-%d\",\"parentId\":\"%s\",\"name\":\"学校%d\",\"kind\":\"SCHOOL\"}"
                        .formatted(n, n < 100 ? "yunxi" : "k-" + n % 100, n))
                .collect(Collectors.joining(",", "{\"units\":[", "]}"));
        long started = System.nanoTime();
        World.admin().body(rows).put("/units").then().statusCode(200).body("changed", equalTo(10_000));
        long ms = (System.nanoTime() - started) / 1_000_000;
        System.out.printf("10,000 units imported in %d ms%n", ms);
        assertTrue(ms < 30_000, ms + " ms");
        World.admin().get("/units?kind=SCHOOL&q=学校99&limit=1").then().body("total", equalTo(111));
    }
}
