package org.dudao.task;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.local.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what, to whose tasks. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "task"))
class AccessIT {

    private static final Map<String, String> BODIES = Map.of(
            "/tasks/{id}/assignment", "{\"leadUnitId\":\"o-basic\"}",
            "/tasks/{id}/deadline", "{\"dueOn\":\"2026-12-31\",\"reason\":\"雨季\"}",
            "/tasks/{id}/return", "{\"reason\":\"缺少佐证\"}",
            "/tasks/{id}/cancellation", "{\"reason\":\"重复\"}",
            "/tasks/{id}/submission", "{\"narrative\":\"完成\"}",
            "/units", "{\"units\":[{\"id\":\"s-001\",\"parentId\":\"t-01\",\"name\":\"云溪县实验小学\",\"kind\":\"SCHOOL\"}]}",
            "/people", "{\"people\":[]}");

    @Inject
    TestClock clock;

    private UUID task;

    @BeforeEach
    void a_task_of_the_building_office() throws SQLException {
        clock.set("2026-03-02T02:00:00Z");
        World.units();
        try (Connection c = World.database()) {
            task = World.assignedTask(c, LocalDate.of(2026, 6, 30));
        }
    }

    private static RequestSpecification as(String role) {
        return switch (role) {
            case "admin", "leader", "supervisor" -> World.as(role, "yunxi", role);
            case "builder" -> World.as("builder", "o-build", "office");
            case "office" -> World.office();
            case "inspector" -> World.as("inspector", "yunxi", "inspector");
            case "school-system" -> World.as("school-demo", "s-001", "school-system");
            default -> World.school();
        };
    }

    private int put(String role, String path) {
        return as(role).header("If-Match", "*")
                .body(BODIES.getOrDefault(path, "{}"))
                .put(path.replace("{id}", task.toString()))
                .statusCode();
    }

    /** 404 where the task lies outside the caller's scope, 403 where the role may never, else it went through. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/tasks/{id}/acceptance   | admin 403, leader 403, supervisor 403, inspector 403, office 404, school 404, school-system 404, builder 200",
                "/tasks/{id}/submission   | leader 403, supervisor 403, inspector 403, office 404, school 404, builder 409",
                "/tasks/{id}/verification | admin 403, leader 403, inspector 403, school 403, school-system 403, office 404, builder 403, supervisor 409",
                "/tasks/{id}/return       | admin 403, leader 403, inspector 403, school 403, school-system 403, office 404, builder 403, supervisor 409",
                "/tasks/{id}/deadline     | admin 403, inspector 403, office 403, school 403, school-system 403, builder 403, leader 200",
                "/tasks/{id}/assignment   | leader 403, inspector 403, office 403, school 403, school-system 403, builder 403, admin 200",
                "/tasks/{id}/cancellation | admin 403, inspector 403, office 403, school 403, school-system 403, builder 403, supervisor 200",
                "/units                   | leader 403, supervisor 403, inspector 403, office 403, school 403, school-system 403, admin 200",
                "/people                  | leader 403, supervisor 403, inspector 403, office 403, school 403, school-system 403, admin 422"
            })
    void each_act_has_its_roles_and_its_scope(String path, String expectations) {
        for (String expectation : expectations.strip().split(",\\s*")) {
            String[] roleAndStatus = expectation.split(" ");
            assertEquals(
                    Integer.parseInt(roleAndStatus[1]),
                    put(roleAndStatus[0], path.strip()),
                    path + " by " + expectation);
        }
    }

    @Test
    void without_a_token_nothing_is_shown() {
        for (String path : List.of(
                "tasks", "tasks/summary", "tasks/" + task, "units", "people", "calendar/2026", "dead-letters")) {
            given().get("/api/task/v1/" + path).then().statusCode(401);
        }
    }

    @Test
    void lists_hold_what_lies_in_scope() {
        World.school().get("/tasks").then().statusCode(200).body("items.id", not(hasItem(task.toString())));
        World.office().get("/tasks/" + task).then().statusCode(404);
        as("builder")
                .get("/tasks?limit=200")
                .then()
                .body("items.leadUnit.path", everyItem(startsWith("/yunxi/o-build/")));
        World.school().get("/units").then().body("items.id", equalTo(List.of("s-001")));
        World.as("town", "t-01", "office").get("/units").then().body("items.id", hasItems("t-01", "s-001", "s-002"));
    }

    @Test
    void a_supporting_unit_looks_and_does_not_act() {
        World.supervisor()
                .header("If-Match", "*")
                .body("{\"leadUnitId\":\"o-build\",\"supportingUnitIds\":[\"s-002\"]}")
                .put("/tasks/" + task + "/assignment")
                .then()
                .statusCode(200);
        World.otherSchool()
                .get("/tasks/" + task)
                .then()
                .statusCode(200)
                .body("can", equalTo(List.of()))
                .body("cannot.find { it.act == 'accept' }.reason", equalTo("只有牵头单位可以签收。"));
        World.otherSchool().put("/tasks/" + task + "/acceptance").then().statusCode(403);
        World.school().get("/tasks/" + task).then().statusCode(404);
    }

    @Test
    void what_people_edit_needs_the_version_they_have_seen() {
        String path = "/tasks/" + task + "/assignment";
        World.supervisor().body("{\"leadUnitId\":\"o-basic\"}").put(path).then().statusCode(428);
        World.supervisor()
                .header("If-Match", "\"1\"")
                .body("{\"leadUnitId\":\"o-basic\"}")
                .put(path)
                .then()
                .statusCode(412);
        World.supervisor()
                .header("If-Match", "\"2\"")
                .body("{\"leadUnitId\":\"nobody\",\"spreadOver\":[\"s-009\"]}")
                .put(path)
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(List.of("leadUnitId", "spreadOver[0]")));
    }

    @Test
    void refusals_speak_the_callers_language_and_name_the_field() {
        as("builder")
                .header("Accept-Language", "en")
                .body("{\"narrative\":\"x\"}")
                .put("/tasks/" + task + "/submission")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:dudao:problem:task-assigned"), "detail", startsWith("The task is assigned"));
        World.supervisor()
                .get("/tasks?state=nonsense")
                .then()
                .statusCode(422)
                .body("errors.field", equalTo(List.of("state")));
        World.supervisor().get("/tasks?dueBefore=tomorrow").then().statusCode(422);
        World.supervisor().get("/tasks?limit=201").then().statusCode(422);
        World.supervisor().get("/tasks?cursor=xx").then().statusCode(422);
        World.supervisor()
                .body("{\"planId\":null,\"acceptProposals\":true,\"why\":1}")
                .post("/tasks/assignments")
                .then()
                .statusCode(400)
                .body("errors.field", equalTo(List.of("why")));
    }
}
