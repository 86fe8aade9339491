package org.dudao.task.watching;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.dudao.contracts.TaskEvent.TaskStillOverdue;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.task.Deadlines;
import org.dudao.task.ReminderPolicy;
import org.dudao.task.TestClock;
import org.dudao.task.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is overdue is said again, as often as the task's own copy of the policy says and no more (T7). */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "task"))
class RepeatsIT {

    /** A Friday of a year whose calendar is not known: weekdays are worked. */
    private static final LocalDate DUE = LocalDate.of(2034, 6, 30);

    @Inject
    TestClock clock;

    @Inject
    FireDueDeadlines fire;

    @Inject
    Deadlines deadlines;

    private UUID task;

    @BeforeEach
    void a_task_that_is_reminded_five_and_ten_working_days_after_its_day() throws SQLException {
        clock.set("2034-06-01T02:00:00Z");
        World.units();
        clear();
        try (Connection c = World.database()) {
            task = World.assignedTask(c, DUE);
        }
        run("UPDATE task SET reminder_days = '{3,-5,-10}' WHERE id = '" + task + "'");
        QuarkusTransaction.requiringNew().run(() -> deadlines.planAnew(List.of(task)));
    }

    @AfterEach
    void clear() throws SQLException {
        run("DELETE FROM deadline");
    }

    private static void run(String sql) throws SQLException {
        try (Connection c = World.database();
                Statement s = c.createStatement()) {
            s.executeUpdate(sql);
        }
    }

    private void ticksAt(String... instants) {
        for (String instant : instants) {
            clock.set(instant);
            fire.tick();
        }
    }

    private long said(String act) {
        return World.count("SELECT count(*) FROM audit WHERE act = ? AND subject_id = ?", act, task.toString());
    }

    @Test
    void t7_what_is_overdue_is_said_again_each_five_working_days_and_after_the_second_time_no_more() {
        ticksAt("2034-06-27T01:00:00Z", "2034-06-30T16:00:00Z");
        assertEquals(1, said("reminded"));
        assertEquals(1, said("became-overdue"));

        ticksAt("2034-07-07T00:59:59Z");
        assertEquals(1, said("reminded"), "the hour of the day is the policy's, too");
        ticksAt("2034-07-07T01:00:00Z", "2034-07-14T01:00:00Z", "2034-07-21T01:00:00Z", "2034-12-29T01:00:00Z");
        assertEquals(3, said("reminded"));
        assertEquals(1, said("became-overdue"));

        await().atMost(Duration.ofSeconds(60)).until(() -> late().size() == 2);
        assertEquals(List.of(5, 10), late());
    }

    private List<Integer> late() {
        return World.eventsOf(task).stream()
                .filter(TaskStillOverdue.class::isInstance)
                .map(e -> ((TaskStillOverdue) e).workingDaysLate())
                .toList();
    }

    @Test
    void what_is_done_is_not_said_again() throws SQLException {
        ticksAt("2034-06-30T16:00:00Z");
        World.supervisor()
                .body("{\"reason\":\"合并\"}")
                .put("/tasks/" + task + "/cancellation")
                .then()
                .statusCode(200);
        ticksAt("2034-07-07T01:00:00Z", "2034-07-14T01:00:00Z");
        assertEquals(0, World.count("SELECT count(*) FROM deadline WHERE task_id = ?", task));
        assertEquals(0, late().size());
    }

    @Test
    void the_policy_says_how_often_and_how_many_times_in_its_own_row() throws SQLException {
        run("UPDATE reminder_policy SET repeat_every = 3, repeat_times = 2 WHERE id = 'default'");
        try {
            assertEquals(new ReminderPolicy(List.of(10, 3, 1, -3, -6), LocalTime.of(9, 0)), deadlines.policy());
        } finally {
            run("UPDATE reminder_policy SET repeat_every = 5, repeat_times = 0 WHERE id = 'default'");
        }
        assertEquals(new ReminderPolicy(List.of(10, 3, 1), LocalTime.of(9, 0)), deadlines.policy());
    }
}
