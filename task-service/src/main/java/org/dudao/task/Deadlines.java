package org.dudao.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.contracts.WorkCalendar;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.WorkCalendars;

/**
 * Deadlines that have not fired. Whoever writes here holds the tasks' rows; who fires them locks a task's row, too, and
 * skips what is locked, so that neither waits for the other in a circle and nothing fires after completion (T3).
 */
@ApplicationScoped
public class Deadlines {

    private final DataSource database;
    private final ExpectedReports expected;
    private final WorkCalendars calendars;
    private final Clock clock;

    public Deadlines(DataSource database, ExpectedReports expected, WorkCalendars calendars, Clock clock) {
        this.database = database;
        this.expected = expected;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The reminder policy in force. */
    public ReminderPolicy policy() {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(
                        "SELECT days, at, repeat_every, repeat_times FROM reminder_policy WHERE id = 'default'");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return new ReminderPolicy(List.of(), LocalTime.of(9, 0));
            }
            Integer[] days = (Integer[]) row.getArray(1).getArray();
            return new ReminderPolicy(List.of(days), row.getObject(2, LocalTime.class))
                    .repeating(row.getInt(3), row.getInt(4));
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** Drops what is pending for the tasks and plans anew, by each task's due day and its copies of the policies. */
    public void planAnew(Collection<UUID> tasks) {
        unplan(tasks);
        expected.planAnew(tasks);
        planReports(tasks);
        planMilestones(tasks);
        plan(tasks, ReminderPolicy::plan);
    }

    /** The days of the reports that the tasks are expected to send. */
    public void planReports(Collection<UUID> tasks) {
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement("""
                        INSERT INTO deadline (task_id, kind, fire_at)
                        SELECT DISTINCT e.task_id, 'report_due', e.due_at
                          FROM expected_report e JOIN task t ON t.id = e.task_id AND t.lead_unit_id = e.unit_id
                         WHERE e.task_id = ANY (?) AND e.settled_at IS NULL AND e.due_at > ?
                        ON CONFLICT DO NOTHING
                        """)) {
            insert.setArray(1, c.createArrayOf("uuid", tasks.toArray()));
            insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** The days of the milestones that the tasks have not reached. */
    public void planMilestones(Collection<UUID> tasks) {
        try (Connection c = database.getConnection();
                PreparedStatement delete =
                        c.prepareStatement("DELETE FROM deadline WHERE task_id = ANY (?) AND kind = 'milestone'");
                PreparedStatement insert = c.prepareStatement("""
                        INSERT INTO deadline (task_id, kind, fire_at)
                        SELECT DISTINCT m.task_id, 'milestone', m.due_at
                          FROM milestone m JOIN task t ON t.id = m.task_id
                         WHERE m.task_id = ANY (?) AND m.achieved_on IS NULL AND m.due_at > ?
                           AND t.phase IN ('assigned', 'accepted', 'under_way', 'submitted')
                        ON CONFLICT DO NOTHING
                        """)) {
            delete.setArray(1, c.createArrayOf("uuid", tasks.toArray()));
            delete.executeUpdate();
            insert.setArray(1, c.createArrayOf("uuid", tasks.toArray()));
            insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private interface Planner {
        List<ReminderPolicy.Planned> plan(
                ReminderPolicy policy, LocalDate dueOn, Instant now, ZoneId zone, WorkCalendar calendar);
    }

    private void plan(Collection<UUID> tasks, Planner planner) {
        List<LocalDate> dueOn = new ArrayList<>();
        List<String> policies = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<String> instants = new ArrayList<>();
        WorkCalendar calendar = calendars.current();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (Connection c = database.getConnection()) {
            for (Due due : distinct(c, tasks)) {
                for (ReminderPolicy.Planned p : planner.plan(due.policy(), due.on(), now, clock.getZone(), calendar)) {
                    dueOn.add(due.on());
                    policies.add(due.key());
                    kinds.add(p.kind().word());
                    instants.add(p.fireAt().toString());
                }
            }
            insert(c, tasks, dueOn, policies, kinds, instants);
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private record Due(LocalDate on, ReminderPolicy policy, String key) {}

    /** Thousands of tasks share a few due days: each is worked out once. */
    private static List<Due> distinct(Connection c, Collection<UUID> tasks) throws SQLException {
        List<Due> dues = new ArrayList<>();
        try (PreparedStatement select = c.prepareStatement("""
                SELECT DISTINCT due_on, reminder_days, reminder_at, reminder_days::text || reminder_at::text
                  FROM task WHERE id = ANY (?)
                """)) {
            select.setArray(1, c.createArrayOf("uuid", tasks.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Integer[] days = (Integer[]) rows.getArray(2).getArray();
                    ReminderPolicy policy = new ReminderPolicy(List.of(days), rows.getObject(3, LocalTime.class));
                    dues.add(new Due(rows.getObject(1, LocalDate.class), policy, rows.getString(4)));
                }
            }
        }
        return dues;
    }

    private static void insert(
            Connection c,
            Collection<UUID> tasks,
            List<LocalDate> dueOn,
            List<String> policies,
            List<String> kinds,
            List<String> instants)
            throws SQLException {
        try (PreparedStatement insert = c.prepareStatement("""
                INSERT INTO deadline (task_id, kind, fire_at)
                SELECT t.id, p.kind, p.fire_at
                  FROM task t
                  JOIN unnest(?::date[], ?::text[], ?::text[], ?::timestamptz[]) AS p (due_on, policy, kind, fire_at)
                    ON p.due_on = t.due_on AND p.policy = t.reminder_days::text || t.reminder_at::text
                 WHERE t.id = ANY (?)
                ON CONFLICT DO NOTHING
                """)) {
            insert.setArray(
                    1,
                    c.createArrayOf(
                            "date", dueOn.stream().map(LocalDate::toString).toArray()));
            insert.setArray(2, c.createArrayOf("text", policies.toArray()));
            insert.setArray(3, c.createArrayOf("text", kinds.toArray()));
            insert.setArray(4, c.createArrayOf("timestamptz", instants.toArray()));
            insert.setArray(5, c.createArrayOf("uuid", tasks.toArray()));
            insert.executeUpdate();
        }
    }

    /**
     * What was handed in is owed again: the reminders that passed meanwhile said nothing, so they are planned anew; when
     * its day has passed, that is said now, unless it was said before; then what is left of its repetitions comes.
     */
    public void owedAgain(Task task) {
        if (task.overdueSaidAt() == null) {
            planAnew(List.of(task.id()));
        } else {
            plan(List.of(task.id()), ReminderPolicy::stillOverdue);
        }
    }

    /** Nothing more fires for these tasks, and no report on them is expected. */
    public void drop(UUID... tasks) {
        drop(Arrays.asList(tasks));
    }

    public void drop(Collection<UUID> tasks) {
        unplan(tasks);
        expected.drop(tasks);
    }

    private void unplan(Collection<UUID> tasks) {
        try (Connection c = database.getConnection();
                PreparedStatement delete = c.prepareStatement("DELETE FROM deadline WHERE task_id = ANY (?)")) {
            delete.setArray(1, c.createArrayOf("uuid", tasks.toArray()));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
