package org.dudao.task.watching;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.task.TestClock;
import org.dudao.task.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who looks after the system sees what waits and how long. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "task"))
class FlowIT {

    private static final Instant END = Instant.parse("2035-06-29T16:00:00Z");

    @Inject
    TestClock clock;

    @Inject
    FireDueDeadlines fire;

    @BeforeEach
    void one_deadline_to_come() throws SQLException {
        clock.set("2035-06-01T02:00:00Z");
        World.units();
        clear();
        try (Connection c = World.database()) {
            World.deadline(c, World.assignedTask(c, LocalDate.of(2035, 6, 29)), "overdue", END);
        }
    }

    @AfterEach
    void clear() throws SQLException {
        try (Connection c = World.database();
                Statement s = c.createStatement()) {
            s.executeUpdate("DELETE FROM deadline");
        }
    }

    private static ValidatableResponse flow() {
        return World.admin().get("/flow").then().statusCode(200);
    }

    @Test
    void a_deadline_that_has_not_fired_in_time_is_seen_until_it_has() {
        flow().body("oldestUnfiredSeconds", equalTo(0f));
        clock.set(END.plusSeconds(7).toString());
        flow().body("oldestUnfiredSeconds", equalTo(7f));
        fire.tick();
        flow().body("oldestUnfiredSeconds", equalTo(0f));
    }

    @Test
    void what_waits_is_counted_and_what_this_service_does_not_know_is_null() {
        flow().body("deadLettersWaiting", greaterThanOrEqualTo(0)).body("dueToAlertSeconds", nullValue());
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            flow().body("outboxBacklog", equalTo(0)).body("consumerLag", notNullValue());
            assertEquals(0, (int) flow().extract().path("consumerLag"), "the feed hears all that was said");
        });
    }

    @Test
    void it_is_not_for_others() {
        World.supervisor().get("/flow").then().statusCode(403);
    }
}
