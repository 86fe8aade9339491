package org.dudao.task.organising;

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
import java.util.List;
import java.util.UUID;
import org.dudao.contracts.UnitEvent.CalendarChanged;
import org.dudao.contracts.UnitTasksEvent.RemindersMoved;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.task.Announcements.Actor;
import org.dudao.task.Deadlines;
import org.dudao.task.TestClock;
import org.dudao.task.World;
import org.dudao.task.watching.FireDueDeadlines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A changed calendar moves reminders, says why, and floods nobody (T6). The year lies far ahead: others count weekdays. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "task"))
class ChangeCalendarIT {

    private static final LocalDate DUE = LocalDate.of(2031, 10, 10);
    private static final List<LocalDate> NATIONAL_DAY =
            LocalDate.of(2031, 10, 1).datesUntil(LocalDate.of(2031, 10, 9)).toList();

    @Inject
    TestClock clock;

    @Inject
    ChangeCalendar calendar;

    @Inject
    Deadlines deadlines;

    @Inject
    FireDueDeadlines fire;

    @BeforeEach
    void a_county() throws SQLException {
        clock.set("2031-09-22T00:00:00Z");
        World.units();
        forget();
    }

    @AfterEach
    void forget() throws SQLException {
        run("DELETE FROM deadline", "DELETE FROM work_calendar WHERE year = 2031");
    }

    private static void run(String... all) throws SQLException {
        try (Connection c = World.database();
                Statement s = c.createStatement()) {
            for (String sql : all) {
                s.execute(sql);
            }
        }
    }

    private UUID task(String unit) throws SQLException {
        UUID id;
        try (Connection c = World.database()) {
            id = World.assignedTask(c, DUE);
        }
        run("UPDATE task SET lead_unit_id = '%s', unit_path = '/yunxi/%s/' WHERE id = '%s'".formatted(unit, unit, id));
        QuarkusTransaction.requiringNew().run(() -> deadlines.planAnew(List.of(id)));
        return id;
    }

    private static long pending(UUID id, String instant) {
        return World.count(
                "SELECT count(*) FROM deadline WHERE kind = 'reminder' AND task_id = ? AND fire_at = ?::timestamptz",
                id,
                instant);
    }

    private void nationalDayIsAnnounced(String reason) {
        long version = World.count("SELECT coalesce(max(version), 0) + 1 FROM work_calendar WHERE year = 2031");
        calendar.change(List.of(new CalendarChanged(2031, version, NATIONAL_DAY, List.of())), reason, Actor.SYSTEM);
    }

    private static List<RemindersMoved> told(String reason) {
        return World.eventsOn("dudao.task").stream()
                .filter(RemindersMoved.class::isInstance)
                .map(RemindersMoved.class::cast)
                .filter(e -> e.reason().equals(reason))
                .toList();
    }

    @Test
    void t6_a_changed_calendar_moves_reminders_stores_why_and_tells_each_unit_once() throws SQLException {
        String reason = "国庆放假通知 " + UUID.randomUUID();
        UUID one = task("o-build");
        UUID two = task("o-build");
        UUID other = task("o-basic");
        assertEquals(1, pending(one, "2031-10-07T09:00+08:00"));

        nationalDayIsAnnounced(reason);

        for (UUID id : List.of(one, two, other)) {
            // Ten, three and one working days before Friday 10 October, of which the 9th is the first after the
            // holiday.
            assertEquals(0, pending(id, "2031-10-07T09:00+08:00"));
            assertEquals(1, pending(id, "2031-09-29T09:00+08:00"));
            assertEquals(1, pending(id, "2031-10-09T09:00+08:00"));
            assertEquals(1, World.count("""
                            SELECT count(*) FROM audit WHERE act = 'reminders-moved' AND subject_id = ?
                               AND after ->> 'reason' = ? AND jsonb_array_length(before -> 'reminders') = 2
                            """, id.toString(), reason));
            assertEquals(2, World.count("SELECT version FROM task WHERE id = ?", id));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> told(reason).size() == 2);
        assertEquals(
                List.of("o-basic 1", "o-build 2"),
                told(reason).stream()
                        .map(e -> e.unit().id() + " " + e.tasks())
                        .sorted()
                        .toList());
        assertEquals(
                1,
                told(reason).stream().map(RemindersMoved::changeId).distinct().count());
    }

    @Test
    void what_was_told_is_not_told_again_and_what_was_overtaken_is_told_now() throws SQLException {
        UUID id = task("o-build");
        clock.set("2031-09-30T00:00:00Z");
        fire.tick();
        String reminded = "SELECT count(*) FROM audit WHERE act = 'reminded' AND subject_id = ?";
        assertEquals(1, World.count(reminded, id.toString()));

        // Three working days before is now Monday the 29th, which has passed.
        nationalDayIsAnnounced("放假");
        fire.tick();

        assertEquals(2, World.count(reminded, id.toString()));
        assertEquals(1, World.count("SELECT count(*) FROM deadline WHERE kind = 'reminder' AND task_id = ?", id));
        assertEquals(1, pending(id, "2031-10-09T09:00+08:00"));
    }

    @Test
    void a_calendar_that_changes_nothing_for_them_says_nothing() throws SQLException {
        String reason = "元旦 " + UUID.randomUUID();
        UUID id = task("o-build");
        calendar.change(
                List.of(new CalendarChanged(2031, 1, List.of(LocalDate.of(2031, 1, 1)), List.of())),
                reason,
                Actor.SYSTEM);
        assertEquals(1, pending(id, "2031-10-07T09:00+08:00"));
        assertEquals(
                0,
                World.count(
                        "SELECT count(*) FROM audit WHERE act = 'reminders-moved' AND after ->> 'reason' = ?", reason));
    }
}
