package org.dudao.task.watching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.task.TestClock;
import org.dudao.task.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every deadline that passes is said once: many at a time, by many, at the second of a completion, with a jumping clock. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "task"))
@Timeout(120)
class FireDueDeadlinesIT {

    private static final LocalDate DUE = LocalDate.of(2026, 6, 30);
    private static final Instant END = Instant.parse("2026-06-30T16:00:00Z");
    private static final String OVERDUE = "SELECT count(*) FROM audit WHERE act = 'became-overdue' AND subject_id = ?";

    @Inject
    TestClock clock;

    @Inject
    FireDueDeadlines fire;

    @BeforeEach
    void nothing_is_pending() throws SQLException {
        clock.set("2026-03-02T02:00:00Z");
        World.units();
        clear();
    }

    @AfterEach
    void clear() throws SQLException {
        try (Connection c = World.database();
                Statement s = c.createStatement()) {
            s.executeUpdate("DELETE FROM deadline");
        }
    }

    private static UUID due(Instant... reminders) throws SQLException {
        try (Connection c = World.database()) {
            UUID id = World.assignedTask(c, DUE);
            for (Instant reminder : reminders) {
                World.deadline(c, id, "reminder", reminder);
            }
            World.deadline(c, id, "overdue", END);
            return id;
        }
    }

    @Test
    void it_sleeps_until_the_next_deadline_and_forever_without_one() throws SQLException {
        assertEquals(Instant.MAX, fire.tick());
        due();
        assertEquals(END, fire.tick());
    }

    @Test
    void two_deadlines_of_one_task_in_one_batch_have_versions_of_their_own_in_order() throws SQLException {
        UUID id = due(Instant.parse("2026-06-16T01:00:00Z"), Instant.parse("2026-06-25T01:00:00Z"));
        clock.set("2026-06-29T00:00:00Z");
        fire.tick();
        assertEquals(4, World.count("SELECT version FROM task WHERE id = ?", id));
        try (Connection c = World.database();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("""
                        SELECT array_agg((after ->> 'plannedAt')::timestamptz ORDER BY id) =
                               array_agg((after ->> 'plannedAt')::timestamptz ORDER BY (after ->> 'plannedAt')::timestamptz)
                          FROM audit WHERE act = 'reminded' AND subject_id = '%s'
                        """.formatted(id))) {
            r.next();
            assertTrue(r.getBoolean(1));
        }
        assertEquals(
                2, World.count("SELECT count(*) FROM audit WHERE act = 'reminded' AND subject_id = ?", id.toString()));
    }

    @Test
    void a_reminder_of_a_day_that_is_over_is_dropped_and_the_overdue_said() throws SQLException {
        UUID id = due(Instant.parse("2026-06-25T01:00:00Z"));
        clock.set("2026-07-02T00:00:00Z");
        fire.tick();
        assertEquals(3, World.count("SELECT version FROM task WHERE id = ?", id));
        assertEquals(1, World.count(OVERDUE, id.toString()));
        assertEquals(
                0, World.count("SELECT count(*) FROM audit WHERE act = 'reminded' AND subject_id = ?", id.toString()));
        assertEquals(0, World.count("SELECT count(*) FROM deadline"));
    }

    @Test
    void a_clock_that_jumps_back_and_forth_says_nothing_twice() throws SQLException {
        UUID id = due();
        for (String instant : List.of(
                "2026-07-01T00:00:00Z", "2026-06-01T00:00:00Z", "2026-06-30T16:00:00Z", "2027-01-01T00:00:00Z")) {
            clock.set(instant);
            fire.tick();
        }
        assertEquals(1, World.count(OVERDUE, id.toString()));
    }

    @Test
    void who_holds_a_task_is_not_waited_for_and_what_it_completes_says_nothing() throws SQLException {
        UUID held = due();
        UUID free = due();
        clock.set("2026-06-30T16:00:00Z");
        try (Connection c = World.database();
                Statement s = c.createStatement()) {
            c.setAutoCommit(false);
            s.executeQuery("SELECT 1 FROM task WHERE id = '" + held + "' FOR UPDATE");
            Instant next = fire.tick();
            assertEquals(1, World.count(OVERDUE, free.toString()));
            assertFalse(next.isAfter(clock.instant().plusSeconds(1)), "it looks again soon");
            s.executeUpdate(
                    "UPDATE task SET phase = 'cancelled', cancelled_at = now(), cancelled_by = 'x', cancel_reason = 'x', "
                            + "version = version + 1 WHERE id = '" + held + "'");
            s.executeUpdate("DELETE FROM deadline WHERE task_id = '" + held + "'");
            c.commit();
        }
        fire.tick();
        assertEquals(0, World.count(OVERDUE, held.toString()));
        assertEquals(3, World.count("SELECT version FROM task WHERE id = ?", held));
    }

    @Test
    void completing_at_the_second_it_falls_due_neither_blocks_nor_is_followed_by_a_word() throws Exception {
        List<UUID> tasks = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            tasks.add(due());
        }
        clock.set("2026-06-30T16:00:00Z");
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int n = 0; n < 2; n++) {
                all.add(pool.submit(() -> {
                    start.await();
                    return tickUntilNothingIsDue();
                }));
            }
            for (int n = 0; n < 2; n++) {
                List<UUID> mine = tasks.subList(n * 150, n * 150 + 150);
                all.add(pool.submit(() -> {
                    start.await();
                    for (UUID id : mine) {
                        World.supervisor()
                                .body("{\"reason\":\"合并\"}")
                                .put("/tasks/" + id + "/cancellation")
                                .then()
                                .statusCode(200);
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> f : all) {
                f.get(100, TimeUnit.SECONDS);
            }
        }
        for (UUID id : tasks) {
            assertTrue(World.count(OVERDUE, id.toString()) <= 1);
            assertEquals(0, World.count("""
                            SELECT count(*) FROM audit o JOIN audit c ON c.subject_id = o.subject_id AND c.act = 'cancelled'
                             WHERE o.act = 'became-overdue' AND o.id > c.id AND o.subject_id = ?
                            """, id.toString()), "nothing is said after the end");
        }
        assertEquals(0, World.count("SELECT count(*) FROM deadline"));
    }

    @Test
    void five_thousand_at_once_by_three_are_each_said_once() throws Exception {
        long before = World.count("SELECT count(*) FROM audit WHERE act = 'became-overdue'");
        try (Connection c = World.database();
                Statement s = c.createStatement()) {
            s.executeUpdate("""
                    WITH made AS (
                        INSERT INTO task (id, plan_id, target_id, place, plan_title, year, chapter, measure, title, quote,
                            indicator, comparator, strength, universal, bureau_id, unit_path, phase, lead_unit_id, due_on,
                            due_inferred, reminder_days, reminder_at, assigned_at, version)
                        SELECT uuidv7(), uuidv7(), uuidv7(), n, '要点', 2026, '一', '举措', '目标' || n, '目标', '数量', 'GE', 'MUST',
                               false, 'yunxi', '/yunxi/o-build/', 'assigned', 'o-build', '2026-06-30', false, '{3}', '09:00',
                               now(), 2
                          FROM generate_series(1, 5000) n RETURNING id)
                    INSERT INTO deadline (task_id, kind, fire_at) SELECT id, 'overdue', '2026-06-30T16:00:00Z' FROM made
                    """);
        }
        clock.set("2026-06-30T16:00:00Z");
        long started = System.nanoTime();
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            List<Future<Integer>> all = new ArrayList<>();
            for (int n = 0; n < 3; n++) {
                all.add(pool.submit(this::tickUntilNothingIsDue));
            }
            for (Future<Integer> f : all) {
                f.get(100, TimeUnit.SECONDS);
            }
        }
        System.out.printf("5,000 deadlines fired in %d ms%n", (System.nanoTime() - started) / 1_000_000);
        assertEquals(before + 5000, World.count("SELECT count(*) FROM audit WHERE act = 'became-overdue'"));
        assertEquals(0, World.count("""
                        SELECT count(*) FROM (SELECT subject_id FROM audit WHERE act = 'became-overdue'
                        GROUP BY subject_id, after ->> 'plannedAt' HAVING count(*) > 1) doubled
                        """));
        assertEquals(0, World.count("SELECT count(*) FROM deadline"));
    }

    private int tickUntilNothingIsDue() {
        int ticks = 0;
        while (World.count("SELECT count(*) FROM deadline WHERE fire_at <= '2026-06-30T16:00:00Z'") > 0) {
            fire.tick();
            ticks++;
        }
        return ticks;
    }
}
