package org.dudao.plan;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.local.testing.Tokens;
import org.dudao.plan.testing.Bureaus;
import org.junit.jupiter.api.Test;

/** A plan of a thousand targets goes through; how long each step takes is printed, and depends on the machine. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "plan"))
class ThousandTargetsIT {

    @Test
    void a_plan_of_a_thousand_targets_is_imported_reviewed_checked_and_published() {
        Bureaus.areKnown();
        StringBuilder document = new StringBuilder("溪山县教育局2026年工作要点\n");
        int measure = 0;
        for (String chapter : new String[] {"一", "二", "三", "四", "五"}) {
            document.append(chapter).append("、改善办学条件\n");
            for (int m = 1; m <= 50; m++) {
                measure++;
                document.append("%d.推进第%d批建设。2026年6月底前新建学校%d所，改造食堂%d个，培训教师%d名，建成实验室%d间。\n"
                        .formatted(m, measure, 3 + measure, 4 + measure, 50 + measure, 5 + measure));
            }
        }
        byte[] bytes = document.toString().getBytes(StandardCharsets.UTF_8);
        String plan = "/api/plan/v1/plans/"
                + timed(
                        "import",
                        () -> supervisor()
                                .multiPart("file", "plan.txt", bytes)
                                .post("/api/plan/v1/plans")
                                .then()
                                .statusCode(201)
                                .body("counts.targets", greaterThanOrEqualTo(1000))
                                .extract()
                                .path("id"));
        String first =
                supervisor().get(plan).then().extract().jsonPath().getString("chapters[0].measures[0].targets[0].id");
        timed(
                "one decision",
                () -> supervisor()
                        .contentType(ContentType.JSON)
                        .header("If-Match", "\"1\"")
                        .body("{\"review\":\"accepted\"}")
                        .patch(plan + "/targets/" + first + "?since=1")
                        .then()
                        .statusCode(200));
        timed("accept all", () -> put(plan + "/review?since=2", "{\"accept\":\"all\"}"));
        timed("health check", () -> supervisor().get(plan + "/health").then().statusCode(200));
        timed("publish", () -> put(plan + "/publication", "{}"));
    }

    private static Object put(String path, String body) {
        return supervisor()
                .contentType(ContentType.JSON)
                .body(body)
                .put(path)
                .then()
                .statusCode(200);
    }

    private static <T> T timed(String step, Supplier<T> work) {
        long began = System.nanoTime();
        T result = work.get();
        System.out.printf(
                "1,000 targets, %s: %d ms%n",
                step, Duration.ofNanos(System.nanoTime() - began).toMillis());
        return result;
    }

    private static RequestSpecification supervisor() {
        return given().auth().oauth2(Tokens.of("supervisor", "yunxi", "supervisor"));
    }
}
