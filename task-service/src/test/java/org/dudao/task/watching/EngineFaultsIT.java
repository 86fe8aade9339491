package org.dudao.task.watching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.dudao.contracts.WorkCalendar;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.task.Deadlines;
import org.dudao.task.TestClock;
import org.dudao.task.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong around the engine: a replica that stalls, a day that seldom is, a zone that changes. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "task"))
@Timeout(120)
class EngineFaultsIT {

    private static final LocalDate DUE = LocalDate.of(2034, 6, 30);
    private static final Instant END = Instant.parse("2034-06-30T16:00:00Z");
    private static final int MORE_THAN_A_BATCH = Firing.BATCH + 500;

    private static final String SAID_OF_PLAN = """
            SELECT count(*) FROM audit a JOIN task t ON a.subject_id = t.id::text
             WHERE a.act = 'became-overdue' AND t.plan_id = ?
            """;
    private static final String SAID = "SELECT count(*) FROM audit WHERE act = ? AND subject_id = ?";

    @Inject
    TestClock clock;

    @Inject
    FireDueDeadlines fire;

    @Inject
    Deadlines deadlines;

    @Inject
    MoveDeadlinesWhenZoneChanged zone;

    @BeforeEach
    void nothing_is_pending() throws SQLException {
        clock.set("2034-03-01T02:00:00Z");
        World.units();
        clear();
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

    private static UUID plan(int tasks) throws SQLException {
        UUID plan = UUID.randomUUID();
        run("""
                WITH made AS (
                    INSERT INTO task (id, plan_id, target_id, place, plan_title, year, chapter, measure, title, quote,
                        indicator, comparator, strength, universal, bureau_id, unit_path, phase, lead_unit_id, due_on,
                        due_inferred, reminder_days, reminder_at, assigned_at, version)
                    SELECT uuidv7(), '%s', uuidv7(), n, '要点', 2034, '一', '举措', '目标' || n, '目标', '数量', 'GE', 'MUST',
                           false, 'yunxi', '/yunxi/o-build/', 'assigned', 'o-build', '%s', false, '{3}', '09:00', now(), 2
                      FROM generate_series(1, %d) n RETURNING id)
                INSERT INTO deadline (task_id, kind, fire_at) SELECT id, 'overdue', '%s' FROM made
                """.formatted(plan, DUE, tasks, END));
        return plan;
    }

    /** The first batch of another replica, which then neither commits nor dies. */
    private static Connection stalled() throws SQLException {
        Connection c = World.database();
        c.setAutoCommit(false);
        assertEquals(
                Firing.BATCH,
                Firing.fire(c, END, DUE.plusDays(1), WorkCalendar.weekdays()).get(Firing.Outcome.OVERDUE));
        return c;
    }

    private void tickWhileAnythingMoves(UUID plan) {
        long before;
        do {
            before = World.count(SAID_OF_PLAN, plan);
            fire.tick();
        } while (World.count(SAID_OF_PLAN, plan) > before);
    }

    private static void eachSaidOnce(UUID plan) {
        assertEquals(MORE_THAN_A_BATCH, World.count(SAID_OF_PLAN, plan));
        assertEquals(
                MORE_THAN_A_BATCH,
                World.count(
                        "SELECT count(*) FROM task WHERE plan_id = ? AND version = 3 AND overdue_said_at IS NOT NULL",
                        plan));
        assertEquals(0, World.count("SELECT count(*) FROM deadline"));
    }

    @Test
    void a_replica_that_stalls_in_its_transaction_delays_only_its_own_batch() throws SQLException {
        UUID plan = plan(MORE_THAN_A_BATCH);
        clock.set(END.toString());
        try (Connection stalled = stalled()) {
            tickWhileAnythingMoves(plan);
            assertEquals(MORE_THAN_A_BATCH - Firing.BATCH, World.count(SAID_OF_PLAN, plan));
            Instant next = fire.tick();
            assertTrue(next.isAfter(END) && next.isBefore(END.plusSeconds(1)), "it looks again soon: " + next);
            stalled.commit();
        }
        tickWhileAnythingMoves(plan);
        eachSaidOnce(plan);
    }

    @Test
    void what_a_replica_that_dies_in_its_transaction_held_is_said_by_another() throws SQLException {
        UUID plan = plan(MORE_THAN_A_BATCH);
        clock.set(END.toString());
        try (Connection stalled = stalled()) {
            tickWhileAnythingMoves(plan);
            assertEquals(MORE_THAN_A_BATCH - Firing.BATCH, World.count(SAID_OF_PLAN, plan));
            stalled.rollback();
        }
        tickWhileAnythingMoves(plan);
        eachSaidOnce(plan);
    }

    @Test
    void a_task_due_on_29_february_is_reminded_before_and_overdue_after_that_day_once() throws SQLException {
        clock.set("2036-02-01T02:00:00Z");
        UUID leap;
        try (Connection c = World.database()) {
            leap = World.assignedTask(c, LocalDate.of(2036, 2, 29));
        }
        QuarkusTransaction.requiringNew().run(() -> deadlines.planAnew(List.of(leap)));

        clock.set("2036-02-29T15:59:59Z");
        fire.tick();
        assertEquals(3, World.count(SAID, "reminded", leap.toString()));
        assertEquals(0, World.count(SAID, "became-overdue", leap.toString()));

        clock.set("2036-02-29T16:00:00Z");
        fire.tick();
        clock.set("2036-02-28T16:00:00Z");
        fire.tick();
        clock.set("2037-03-01T16:00:00Z");
        fire.tick();
        assertEquals(3, World.count(SAID, "reminded", leap.toString()));
        assertEquals(1, World.count(SAID, "became-overdue", leap.toString()));
        assertEquals(0, World.count("SELECT count(*) FROM deadline"));
    }

    @Test
    void in_another_zone_a_day_ends_when_it_ends_there_and_what_was_said_is_not_said_again() throws SQLException {
        UUID said;
        UUID pending;
        try (Connection c = World.database()) {
            said = World.assignedTask(c, DUE.minusDays(1));
            World.deadline(c, said, "overdue", END.minusSeconds(86_400));
            pending = World.assignedTask(c, DUE);
            World.deadline(c, pending, "overdue", END);
        }
        clock.set("2034-06-29T16:00:00Z");
        fire.tick();

        zone.to(ZoneId.of("Asia/Urumqi"));
        zone.to(ZoneId.of("Asia/Urumqi"));
        clock.set(END.toString());
        fire.tick();
        assertEquals(0, World.count(SAID, "became-overdue", pending.toString()), "there it is ten in the evening");

        zone.to(ZoneId.of("Asia/Shanghai"));
        fire.tick();
        zone.to(ZoneId.of("Asia/Urumqi"));
        zone.to(ZoneId.of("Asia/Shanghai"));
        fire.tick();
        assertEquals(1, World.count(SAID, "became-overdue", said.toString()));
        assertEquals(1, World.count(SAID, "became-overdue", pending.toString()));
    }
}
