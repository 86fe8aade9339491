package org.dudao.plan;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.local.testing.Tokens;
import org.dudao.plan.testing.Bureaus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people review one draft, with a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "plan"))
class ReviewLineIT {

    private static int made;

    private String plan;

    @BeforeEach
    void a_draft_of_two_measures() {
        Bureaus.areKnown();
        String document = """
                溪山乡2026年审核计划 %d
                一、改善办学条件。年底前新建学校3所，改造食堂12个，切实保障学位供给，满足群众需要。
                二、加强队伍建设。招聘教师100名，完善教师补充机制，优化教师队伍结构。
                """.formatted(++made);
        plan = "/api/plan/v1/plans/"
                + chen().multiPart("file", "plan.txt", document.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .post("/api/plan/v1/plans")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    @Test
    void two_people_review_one_plan_and_nobody_overwrites_the_other() {
        JsonPath draft = chen().get(plan).then().extract().jsonPath();
        String first = draft.getString("chapters.measures.targets.flatten().id[0]");
        String last = draft.getString("chapters.measures.targets.flatten().id[-1]");
        int seen = draft.getInt("version");

        patch(chen(), first, 1, "{\"review\":\"accepted\"}", seen)
                .statusCode(200)
                .body("targets", hasSize(1));
        // Lin has seen nothing of that, and works at another target.
        patch(lin(), last, 1, "{\"review\":\"rejected\"}", seen)
                .statusCode(200)
                .body("targets", hasSize(2))
                .body("counts.accepted", equalTo(1))
                .body("counts.rejected", equalTo(1));
        // At the same one, the later sees what the earlier did.
        patch(lin(), first, 1, "{\"review\":\"rejected\"}", seen)
                .statusCode(412)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:dudao:problem:target-changed"))
                .body("changedBy", equalTo("chen"))
                .body("current.review", equalTo("accepted"))
                .body("detail", containsString("chen"));
        int now = chen().get(plan).then().extract().path("version");
        patch(lin(), first, 2, "{\"review\":\"rejected\"}", now)
                .statusCode(200)
                .body("undoable.act", equalTo("rejected"));
        // Chen's step was overtaken by Lin's; Lin's own are undone one after the other.
        undo(chen()).statusCode(409).body("type", equalTo("urn:dudao:problem:undo-overtaken"));
        undo(lin()).statusCode(200).body("undoable.act", equalTo("rejected"));
        undo(lin()).statusCode(200).body("undoable", nullValue()).body("counts.unreviewed", equalTo(total() - 1));
        undo(chen()).statusCode(200).body("counts.unreviewed", equalTo(total()));
        undo(chen()).statusCode(409).body("type", equalTo("urn:dudao:problem:nothing-to-undo"));
    }

    @Test
    void a_target_is_marked_split_merged_and_all_of_it_undone() {
        JsonPath draft = chen().get(plan).then().extract().jsonPath();
        String measure = draft.getString("chapters.measures.flatten().id[0]");
        String text = draft.getString("chapters.measures.flatten().text[0]");
        int before = total();
        int start = text.indexOf("年底前新建");
        int comma = text.indexOf("，");
        int end = text.indexOf("个，");

        ValidatableResponse added = json(chen().header("Idempotency-Key", plan))
                .body("{\"measureId\":\"%s\",\"start\":%d,\"end\":%d}".formatted(measure, start, end + 1))
                .post(plan + "/targets?since=" + draft.getInt("version"))
                .then()
                .statusCode(201)
                .body("targets", hasSize(1))
                .body("targets[0].target.quote", equalTo("年底前新建学校3所，改造食堂12个"))
                .body("targets[0].target.review", equalTo("accepted"));
        String target = added.extract().path("targets[0].target.id");
        int version = added.extract().path("version");

        ValidatableResponse split = json(chen().header("If-Match", "\"" + version + "\""))
                .body("{\"at\":[" + comma + "]}")
                .put(plan + "/targets/" + target + "/parts?since=" + version)
                .then()
                .statusCode(200)
                .body("targets.target.quote", contains("年底前新建学校3所", "改造食堂12个"))
                .body("targets.target.value", contains(3, 12))
                .body("targets.target.dueOn", contains("2026-12-31", "2026-12-31"))
                .body("counts.targets", equalTo(before + 2));
        String other = split.extract().path("targets[1].target.id");
        int parts = split.extract().path("version");

        json(chen().header("If-Match", "\"" + parts + "\""))
                .body("{\"with\":[{\"id\":\"%s\",\"version\":%d}]}".formatted(other, parts))
                .put(plan + "/targets/" + target + "/merge?since=" + parts)
                .then()
                .statusCode(200)
                .body("targets.target.quote", contains("年底前新建学校3所，改造食堂12个"))
                .body("gone", contains(other));

        undo(chen()).statusCode(200).body("counts.targets", equalTo(before + 2));
        undo(chen()).statusCode(200).body("counts.targets", equalTo(before + 1));
        undo(chen()).statusCode(200).body("counts.targets", equalTo(before)).body("gone", hasSize(2));

        json(chen())
                .body("{\"measureId\":\"" + measure + "\",\"start\":3,\"end\":3}")
                .post(plan + "/targets")
                .then()
                .statusCode(422);
        json(chen().header("If-Match", "*"))
                .body("{\"at\":[0]}")
                .put(plan + "/targets/" + draft.getString("chapters.measures.targets.flatten().id[0]") + "/parts")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("at"));
    }

    /** M4, M13: what is repeated leads to where it stands first; a target over years is kept year by year. */
    @Test
    void a_repetition_counts_once_and_years_are_kept_with_their_target() {
        JsonPath draft = chen().get(plan).then().extract().jsonPath();
        String first = draft.getString("chapters.measures.targets.flatten().id[0]");
        String last = draft.getString("chapters.measures.targets.flatten().id[-1]");
        int before = total();
        json(chen().header("If-Match", "*"))
                .body("{}")
                .put(plan + "/targets/" + last + "/repetition")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("of"));
        json(chen().header("If-Match", "*"))
                .body("{\"of\":\"" + first + "\"}")
                .put(plan + "/targets/" + last + "/repetition?since=" + draft.getInt("version"))
                .then()
                .statusCode(200)
                .body("gone", contains(last))
                .body("targets.target.key", contains(true))
                .body("counts.targets", equalTo(before - 1));
        chen().get(plan)
                .then()
                .body("chapters.measures.flatten().repetitions.flatten().repeats", contains(first))
                .body("chapters.measures.flatten().repetitions.flatten().id", contains(last));
        undo(chen()).statusCode(200).body("counts.targets", equalTo(before));
        chen().get(plan)
                .then()
                .body("chapters.measures.flatten().repetitions.flatten()", hasSize(0))
                .body("chapters.measures.targets.flatten().key.unique()", contains(false));

        String stages =
                "{\"stages\":[{\"year\":2026,\"words\":\"通过市级复核\",\"acceptedBy\":\"市级\"},{\"year\":2027,\"words\":\"通过省级验收\"}]}";
        json(chen().header("If-Match", "*"))
                .body(stages)
                .patch(plan + "/targets/" + first)
                .then()
                .statusCode(200);
        chen().get(plan)
                .then()
                .body("chapters.measures.targets.flatten().terms.stages[0].words", contains("通过市级复核", "通过省级验收"));
        undo(chen()).statusCode(200);
        chen().get(plan).then().body("chapters.measures.targets.flatten().terms.stages[0]", hasSize(0));
    }

    @Test
    void a_misread_heading_is_renamed_joined_and_cut() {
        JsonPath draft = chen().get(plan).then().extract().jsonPath();
        String measure = draft.getString("chapters.measures.flatten().id[0]");
        String text = draft.getString("chapters.measures.flatten().text[0]");
        json(chen().header("If-Match", "\"1\""))
                .body("{\"title\":\"改善条件\"}")
                .patch(plan + "/measures/" + measure)
                .then()
                .statusCode(200);
        json(lin().header("If-Match", "\"1\""))
                .body("{\"title\":\"另一个\"}")
                .patch(plan + "/measures/" + measure)
                .then()
                .statusCode(412);
        int measures = chen().get(plan).then().extract().path("counts.measures");
        ValidatableResponse cut = json(chen().header("If-Match", "*"))
                .body("{\"at\":" + text.indexOf("切实") + "}")
                .put(plan + "/measures/" + measure + "/parts")
                .then()
                .statusCode(200)
                .body("counts.measures", equalTo(measures + 1));
        String next = cut.extract().jsonPath().getString("chapters.measures.flatten().id[1]");
        json(chen().header("If-Match", "*"))
                .body("{}")
                .put(plan + "/measures/" + next + "/joined")
                .then()
                .statusCode(200)
                .body("counts.measures", equalTo(measures));
        chen().get(plan + "/review?since=1").then().statusCode(200).body("outlineChanged", equalTo(true));
        String chapter = draft.getString("chapters[0].id");
        json(chen().header("If-Match", "*"))
                .body("{\"title\":\"办学条件\"}")
                .patch(plan + "/chapters/" + chapter)
                .then()
                .statusCode(200)
                .body("chapters[0].title", equalTo("办学条件"));
    }

    @Test
    void who_may_not_review_may_not() {
        RequestSpecification school = as("school", "s-001", "school");
        school.get(plan + "/review").then().statusCode(403);
        as("other", "qingshi", "supervisor").get(plan + "/review").then().statusCode(404);
        chen().get(plan + "/review?since=1").then().statusCode(200).body("targets", empty());
    }

    private int total() {
        return chen().get(plan).then().extract().path("counts.targets");
    }

    private ValidatableResponse patch(RequestSpecification who, String target, int version, String body, int since) {
        return json(who.header("If-Match", "\"" + version + "\""))
                .body(body)
                .patch(plan + "/targets/" + target + "?since=" + since)
                .then();
    }

    private ValidatableResponse undo(RequestSpecification who) {
        return who.delete(plan + "/review/last-act").then();
    }

    private static RequestSpecification json(RequestSpecification who) {
        return who.contentType(ContentType.JSON);
    }

    private static RequestSpecification chen() {
        return as("chen", "yunxi", "supervisor");
    }

    private static RequestSpecification lin() {
        return as("lin", "o-basic", "office");
    }

    private static RequestSpecification as(String username, String unit, String role) {
        return given().auth().oauth2(Tokens.of(username, unit, role));
    }
}
