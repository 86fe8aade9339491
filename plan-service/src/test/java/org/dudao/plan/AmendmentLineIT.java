package org.dudao.plan;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.local.testing.Tokens;
import org.dudao.plan.testing.Bureaus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A published plan is changed by two people, with a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "plan"))
class AmendmentLineIT {

    private static int made;

    private String plan;
    private String target;

    @BeforeEach
    void a_published_plan() {
        Bureaus.areKnown();
        String document = """
                溪山乡2026年变更计划 %d
                一、改善办学条件。2026年6月底前新建学校3所，切实保障学位供给，满足群众需要。
                """.formatted(++made);
        plan = "/api/plan/v1/plans/"
                + supervisor()
                        .multiPart("file", "plan.txt", document.getBytes(StandardCharsets.UTF_8))
                        .post("/api/plan/v1/plans")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        put(supervisor(), "/review", "{\"accept\":\"all\"}").statusCode(200);
        put(supervisor(), "/publication", "{}").statusCode(200).body("can", hasItem("amend"));
        target = supervisor().get(plan).then().extract().jsonPath().getString("chapters[0].measures[0].targets[0].id");
    }

    @Test
    void a_change_is_proposed_approved_by_another_and_kept_with_its_difference() {
        String proposal = """
                {"kind":"change","targetId":"%s","change":{"value":2,"dueOn":"2026-09-30"},"reason":"汛期停工"}
                """.formatted(target);
        String id = propose(office(), proposal)
                .statusCode(201)
                .body("state", equalTo("proposed"))
                .body("change", equalTo("3所 → 2所；2026-06-30 → 2026-09-30"))
                .body("before.value", equalTo(3))
                .body("after.value", equalTo(2))
                .extract()
                .path("id");
        supervisor().get(plan).then().body("chapters[0].measures[0].targets[0].value", equalTo(3));
        propose(supervisor(), proposal).statusCode(409).body("type", equalTo("urn:dudao:problem:amendment-waits"));
        put(supervisor(), "/amendments/" + id + "/approval", "{}").statusCode(403);
        put(leader(), "/amendments/" + id + "/approval", "{}").statusCode(200).body("state", equalTo("approved"));
        put(leader(), "/amendments/" + id + "/approval", "{}").statusCode(409);
        supervisor()
                .get(plan)
                .then()
                .body("chapters[0].measures[0].targets[0].value", equalTo(2))
                .body("chapters[0].measures[0].targets[0].dueOn", equalTo("2026-09-30"));
        supervisor().get(plan + "/amendments").then().statusCode(200).body("decidedBy", contains("leader"));
    }

    @Test
    void nobody_approves_their_own() {
        RequestSpecification both = as("both", "yunxi", "supervisor", "leader");
        String id = propose(both, "{\"kind\":\"withdrawal\",\"targetId\":\"" + target + "\",\"reason\":\"并入市级项目\"}")
                .statusCode(201)
                .body("cannot.act", hasItem("approve"))
                .extract()
                .path("id");
        put(as("both", "yunxi", "supervisor", "leader"), "/amendments/" + id + "/approval", "{}")
                .statusCode(409)
                .body("type", equalTo("urn:dudao:problem:own-amendment"));
        put(leader(), "/amendments/" + id + "/refusal", "{}").statusCode(422);
        put(leader(), "/amendments/" + id + "/refusal", "{\"reason\":\"年中再议\"}")
                .statusCode(200)
                .body("refusal", equalTo("年中再议"));
        supervisor().get(plan).then().body("chapters[0].measures[0].targets[0].review", equalTo("accepted"));
    }

    @Test
    void a_target_is_withdrawn_and_another_added() {
        String measure = supervisor().get(plan).then().extract().path("chapters[0].measures[0].id");
        String withdrawal = propose(
                        office(), "{\"kind\":\"withdrawal\",\"targetId\":\"" + target + "\",\"reason\":\"并入市级项目\"}")
                .statusCode(201)
                .extract()
                .path("id");
        put(leader(), "/amendments/" + withdrawal + "/approval", "{}").statusCode(200);
        String addition = propose(office(), """
                        {"kind":"addition","measureId":"%s","reason":"民生实事新增",
                         "addition":{"indicator":"改造食堂","value":12,"unit":"个","dueOn":"2026-08-31"}}
                        """.formatted(measure))
                .statusCode(201)
                .body("change", equalTo("— → 改造食堂 ≥12个"))
                .extract()
                .path("id");
        put(leader(), "/amendments/" + addition + "/approval", "{}").statusCode(200);
        supervisor()
                .get(plan)
                .then()
                .body("counts.accepted", equalTo(1))
                .body("chapters[0].measures[0].targets.review", contains("withdrawn", "accepted"));
        propose(
                        office(),
                        "{\"kind\":\"change\",\"targetId\":\"" + target
                                + "\",\"change\":{\"value\":9},\"reason\":\"x\"}")
                .statusCode(404);
        propose(office(), "{\"kind\":\"change\",\"reason\":\"x\"}").statusCode(422);
        propose(as("school", "s-001", "school"), "{}").statusCode(403);
        propose(
                        as("other", "qingshi", "supervisor"),
                        "{\"kind\":\"withdrawal\",\"targetId\":\"" + target + "\",\"reason\":\"x\"}")
                .statusCode(404);
    }

    private ValidatableResponse propose(RequestSpecification who, String body) {
        return who.contentType(ContentType.JSON)
                .body(body)
                .post(plan + "/amendments")
                .then();
    }

    private ValidatableResponse put(RequestSpecification who, String path, String body) {
        return who.contentType(ContentType.JSON).body(body).put(plan + path).then();
    }

    private static RequestSpecification supervisor() {
        return as("supervisor", "yunxi", "supervisor");
    }

    private static RequestSpecification office() {
        return as("office", "o-basic", "office");
    }

    private static RequestSpecification leader() {
        return as("leader", "yunxi", "leader");
    }

    private static RequestSpecification as(String username, String unit, String... roles) {
        return given().auth().oauth2(Tokens.of(username, unit, roles));
    }
}
