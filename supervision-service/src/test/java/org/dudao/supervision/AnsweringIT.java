package org.dudao.supervision;

import static io.restassured.RestAssured.given;
import static org.dudao.supervision.Ladders.at;
import static org.dudao.supervision.Line.BUREAU;
import static org.dudao.supervision.Line.JUNE;
import static org.dudao.supervision.Line.SCHOOL;
import static org.dudao.supervision.Line.task;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.contracts.Audience;
import org.dudao.contracts.RemindedBecause;
import org.dudao.contracts.SupervisionEvent.AlertAnswered;
import org.dudao.contracts.SupervisionEvent.AlertReminded;
import org.dudao.contracts.TaskEvent.TaskOverdue;
import org.dudao.contracts.TaskFacts;
import org.dudao.contracts.UnitEvent.UnitChanged;
import org.dudao.contracts.UnitKind;
import org.dudao.contracts.UnitRef;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.local.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = "database", value = "supervision"))
class AnsweringIT {

    private static final String API = "/api/supervision/v1";

    @Inject
    Line line;

    @Inject
    SettableClock clock;

    private final UUID task = UUID.randomUUID();

    @BeforeEach
    void an_alert_is_open() {
        clock.set(at(7, 1, 9));
        line.clear();
        line.knowUnits();
        line.say(new TaskOverdue(task(task, SCHOOL, JUNE), 5, at(7, 1, 0)));
    }

    private static RequestSpecification as(String user, String unit, String role) {
        return given().auth()
                .oauth2(Tokens.of(user, unit, role))
                .contentType("application/json")
                .header("Accept-Language", "zh-CN")
                .header("If-Match", "*");
    }

    private String alert() {
        return API + "/alerts/" + line.alertOf(task);
    }

    private Response urge(String who) {
        return as(who, "yunxi", "supervisor")
                .body(Map.of("reason", "请于周五前报送进展"))
                .put(alert() + "/urging");
    }

    @Test
    void t12_urging_by_hand_has_a_least_interval_and_tells_the_responsible_unit_once() {
        urge("supervisor").then().statusCode(200).body("rung", equalTo("REMINDER"));
        urge("another").then().statusCode(409).body("type", equalTo("urn:dudao:problem:urged-too-soon"));
        as("supervisor", "yunxi", "supervisor")
                .get(alert())
                .then()
                .body("cannot.find { it.act == 'urge' }.reason", containsString("两次催办至少间隔"));
        clock.set(at(7, 1, 13));
        urge("another").then().statusCode(200);

        List<AlertReminded> said = line.said(task).stream()
                .filter(AlertReminded.class::isInstance)
                .map(AlertReminded.class::cast)
                .toList();
        assertEquals(2, said.size());
        assertEquals(RemindedBecause.URGED, said.getFirst().because());
        assertEquals(List.of(Audience.RESPONSIBLE_UNIT), said.getFirst().audience());
        assertEquals("请于周五前报送进展", said.getFirst().note());
    }

    @Test
    void t12_a_person_urges_so_often_a_day_and_no_more() {
        clock.set(at(7, 1, 16));
        line.update(
                "INSERT INTO urging SELECT id, timestamptz '2026-07-01 09:00+08' + n * interval '1 minute', 'supervisor', 'x'"
                        + " FROM alert, generate_series(1, 20) n");

        urge("supervisor").then().statusCode(409).body("type", equalTo("urn:dudao:problem:urged-enough"));
        urge("another").then().statusCode(200);
        clock.set(at(7, 2, 9));
        urge("supervisor").then().statusCode(200);
    }

    @Test
    void the_responsible_unit_answers_with_evidence_and_nobody_else_does() {
        Map<String, Object> answer =
                Map.of("text", "已完成清查，附清单", "links", List.of("/tasks/" + task, "https://oa.yunxi.example/doc/8"));

        as("school", "s-001", "school")
                .body(answer)
                .put(alert() + "/answer")
                .then()
                .statusCode(200)
                .body("answers", hasSize(1))
                .body("answers[0].by", equalTo("school"))
                .body("answers[0].links", hasSize(2))
                .body("history.act", hasItem("answered"));
        as("supervisor", "yunxi", "supervisor")
                .body(answer)
                .put(alert() + "/answer")
                .then()
                .statusCode(403);
        assertEquals(
                "已完成清查，附清单",
                assertInstanceOf(AlertAnswered.class, line.said(task).getLast()).text());
    }

    @Test
    void a_link_that_is_no_address_is_refused_with_its_place() {
        for (String link : List.of("javascript:alert(1)", "//elsewhere.example", "http://plain.example", "C:/x.docx")) {
            as("school", "s-001", "school")
                    .body(Map.of("text", "见附件", "links", List.of("/tasks/1", link)))
                    .put(alert() + "/answer")
                    .then()
                    .statusCode(422)
                    .body("errors[0].field", equalTo("links[1]"));
        }
    }

    @Test
    void a_unit_that_is_renamed_and_moved_is_followed_by_its_alerts() {
        UnitRef former = new UnitRef("s-follow", "城关完小", "/yunxi/t-01/s-follow/");
        UUID other = UUID.randomUUID();
        UUID supported = UUID.randomUUID();
        line.say(
                new UnitChanged(former.id(), 1, "t-01", former.path(), former.name(), UnitKind.SCHOOL, true),
                new TaskOverdue(task(other, former, JUNE), 5, at(7, 1, 0)),
                new TaskOverdue(
                        new TaskFacts(
                                supported,
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                null,
                                "联合教研",
                                BUREAU,
                                SCHOOL,
                                List.of(Line.OFFICE, former),
                                JUNE),
                        5,
                        at(7, 1, 0)));

        line.say(new UnitChanged(former.id(), 2, "yunxi", "/yunxi/s-follow/", "云溪县第九小学", UnitKind.SCHOOL, true));

        as("supervisor", "yunxi", "supervisor")
                .get(API + "/alerts/" + line.alertOf(other))
                .then()
                .body("unit.name", equalTo("云溪县第九小学"))
                .body("unit.path", equalTo("/yunxi/s-follow/"));
        as("supervisor", "yunxi", "supervisor")
                .get(API + "/alerts/" + line.alertOf(supported))
                .then()
                .body("unit.name", equalTo(SCHOOL.name()))
                .body("supportingUnits.name", equalTo(List.of("基础教育科", "云溪县第九小学")));
    }
}
