package org.dudao.task;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dudao.contracts.Event;
import org.dudao.contracts.TaskEvent.ReportMissed;
import org.dudao.contracts.TaskEvent.TaskAssigned;
import org.dudao.contracts.TaskEvent.TaskCancelled;
import org.dudao.contracts.TaskEvent.TaskDueSoon;
import org.dudao.contracts.TaskEvent.TaskOverdue;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.outbox.EventCodec;
import org.dudao.task.watching.FireDueDeadlines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What SQL says is what the contract shows, and what plan-service says is heard. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "task"))
class GoldenIT {

    @Inject
    TestClock clock;

    @Inject
    FireDueDeadlines fire;

    @Inject
    Announcements announcements;

    @BeforeEach
    void a_county_that_has_not_heard_of_the_plan() throws SQLException {
        clock.set("2026-06-25T01:00:00Z");
        World.units();
        run(
                "DELETE FROM expected_report WHERE task_id IN (SELECT id FROM task WHERE plan_id = '019a0000-0000-7000-8000-000000000001')");
        run("DELETE FROM task WHERE plan_id = '019a0000-0000-7000-8000-000000000001'");
        run("DELETE FROM withdrawn_plan WHERE plan_id = '019a0000-0000-7000-8000-000000000001'");
    }

    private static String golden(String type) {
        try (InputStream file = Event.class.getResourceAsStream("golden/" + type + ".json")) {
            return new String(file.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String sql) throws SQLException {
        try (Connection c = World.database();
                Statement s = c.createStatement()) {
            s.execute(sql);
        }
    }

    @Test
    void facts_written_by_sql_are_the_contracts_goldens() throws SQLException {
        Event sample = EventCodec.read(
                "dudao.task.assigned.v1", golden("dudao.task.assigned.v1").getBytes(UTF_8));
        UUID id = UUID.fromString(sample.subject());
        run("""
                INSERT INTO task (id, plan_id, target_id, place, plan_title, year, chapter, measure, title, quote, indicator,
                    comparator, strength, universal, bureau_id, unit_path, phase, lead_unit_id, supporting_unit_ids, due_on,
                    due_inferred, reminder_days, reminder_at, assigned_at, version)
                VALUES ('%s', '019a0000-0000-7000-8000-000000000001', '019a0000-0000-7000-8000-000000000002', 1, '要点', 2026, '一',
                    '举措', '新改扩建中小学12所', '新改扩建中小学12所', '数量', 'GE', 'MUST', false, 'yunxi', '/yunxi/o-basic/', 'assigned',
                    'o-basic', '{s-001}', '2026-06-30', false, '{3}', '09:00', now(), 2)
                """.formatted(id));
        QuarkusTransaction.requiringNew().run(() -> announcements.assigned(List.of(id), "supervisor"));
        run("UPDATE task SET version = 3 WHERE id = '" + id + "'");
        try (Connection c = World.database()) {
            World.deadline(c, id, "reminder", Instant.parse("2026-06-25T01:00:00Z"));
            World.deadline(c, id, "overdue", Instant.parse("2026-06-30T16:00:00Z"));
        }
        fire.tick();
        clock.set("2026-06-30T16:00:00Z");
        fire.tick();
        run("UPDATE task SET version = 16 WHERE id = '" + id + "'");
        run("""
                INSERT INTO expected_report (task_id, unit_id, unit_path, period_from, period_to, due_on, due_at)
                VALUES ('%s', 'o-basic', '/yunxi/o-basic/', '2026-05-01', '2026-05-31', '2026-05-29', '2026-06-30T16:00:00Z')
                """.formatted(id));
        try (Connection c = World.database()) {
            World.deadline(c, id, "report_due", Instant.parse("2026-06-30T16:00:00Z"));
        }
        fire.tick();
        run("UPDATE task SET version = 11 WHERE id = '" + id + "'");
        QuarkusTransaction.requiringNew().run(() -> announcements.cancelled(List.of(id), "计划已撤回", "system"));

        await().atMost(Duration.ofSeconds(20)).until(() -> World.eventsOf(id).size() == 5);
        List<Event> said = World.eventsOf(id);
        assertGolden("dudao.task.assigned.v1", TaskAssigned.class, said.get(0));
        assertGolden("dudao.task.due-soon.v1", TaskDueSoon.class, said.get(1));
        assertGolden("dudao.task.overdue.v1", TaskOverdue.class, said.get(2));
        assertGolden("dudao.task.report-missed.v1", ReportMissed.class, said.get(3));
        assertGolden("dudao.task.cancelled.v1", TaskCancelled.class, said.get(4));
    }

    private static void assertGolden(String type, Class<? extends Event> record, Event said) {
        assertEquals(record, said.getClass());
        assertEquals(World.tree(golden(type)), World.tree(EventCodec.write(said)));
    }

    @Test
    void the_goldens_of_plans_go_through_the_door() {
        String plan = "019a0000-0000-7000-8000-000000000001";
        for (String type : List.of("dudao.plan.published.v1", "dudao.target.published.v1")) {
            World.publish(
                    "dudao.plan", plan, UUID.randomUUID(), type, golden(type).getBytes(UTF_8));
        }
        String proposed =
                "SELECT count(*) FROM task WHERE plan_id = '" + plan + "' AND place = 1 AND indicator = '新改扩建中小学'";
        await().atMost(Duration.ofSeconds(20)).until(() -> World.count(proposed) == 1);
        World.supervisor()
                .get("/tasks?q=6月底前&planId=" + plan)
                .then()
                .body("items[0].title", equalTo("6月底前新改扩建中小学12所"), "items[0].targetValue", equalTo(12));
        World.publish(
                "dudao.plan",
                plan,
                UUID.randomUUID(),
                "dudao.plan.withdrawn.v1",
                golden("dudao.plan.withdrawn.v1").getBytes(UTF_8));
        await().atMost(Duration.ofSeconds(20)).until(() -> World.count(proposed + " AND phase = 'cancelled'") == 1);
    }
}
