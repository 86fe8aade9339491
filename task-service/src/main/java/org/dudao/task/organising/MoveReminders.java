package org.dudao.task.organising;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.contracts.EventTypes;
import org.dudao.contracts.UnitTasksEvent.RemindersMoved;
import org.dudao.contracts.WorkCalendar;
import org.dudao.outbox.DatabaseFault;
import org.dudao.outbox.Outbox;
import org.dudao.task.Announcements.Actor;
import org.dudao.task.ReminderPolicy;

/**
 * Moves the pending reminders of running tasks to where a changed calendar puts them (T6). Its Java costs by due days
 * and policies, of which there are few; the tasks are moved, recorded and told of by SQL. What was told already is not
 * told again, and due days stay: people agreed on them.
 */
@ApplicationScoped
class MoveReminders {

    private static final int TITLES = 5;

    private static final String RUNNING = "t.phase IN ('assigned', 'accepted', 'under_way', 'submitted')";

    private static final String MOVED = """
            INSERT INTO moved_reminder (task_id, kind, was, at)
            SELECT d.task_id, d.kind, p.was, p.at
              FROM unnest(?::date[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                   AS p (due_on, policy, kind, was, at)
              JOIN task t ON t.due_on = p.due_on AND t.reminder_days::text || t.reminder_at::text = p.policy AND %s
              JOIN deadline d ON d.task_id = t.id AND d.kind = p.kind AND d.fire_at = p.was
            """.formatted(RUNNING);

    private static final String RECORDED = """
            INSERT INTO audit (at, who, unit_path, source, act, subject, subject_id, before, after)
            SELECT ?, ?, ?, ?, 'reminders-moved', 'task', task_id::text,
                   jsonb_build_object('reminders', jsonb_agg(was ORDER BY was)),
                   jsonb_build_object('reminders', jsonb_agg(DISTINCT at ORDER BY at), 'reason', ?::text)
              FROM moved_reminder GROUP BY task_id ORDER BY task_id
            """;

    private static final String TOLD = """
            INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, time)
            SELECT uuidv7(), 'task', l.id, ?, jsonb_build_object(
                       'changeId', ?::uuid, 'version', ?::bigint,
                       'unit', jsonb_build_object('id', l.id, 'name', l.name, 'path', l.path),
                       'reason', ?::text, 'tasks', count(*),
                       'titles', to_jsonb((array_agg(t.title ORDER BY t.due_on, t.place, t.id))[1:%d])), ?
              FROM (SELECT DISTINCT task_id FROM moved_reminder) m
              JOIN task t ON t.id = m.task_id JOIN unit l ON l.id = t.lead_unit_id
             GROUP BY l.id ORDER BY l.id
            """.formatted(TITLES);

    private final DataSource database;
    private final Clock clock;

    MoveReminders(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Move(LocalDate dueOn, String policy, ReminderPolicy.Moved reminder) {}

    record Moved(int tasks, int reminders) {
        static final Moved NONE = new Moved(0, 0);
    }

    Moved move(WorkCalendar former, WorkCalendar calendar, long version, String reason, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (Connection c = database.getConnection()) {
            List<Move> moves = moves(c, former, calendar, now);
            if (moves.isEmpty()) {
                return Moved.NONE;
            }
            lockTasks(c, moves);
            collect(c, moves);
            replace(c);
            record(c, reason, by, now);
            tell(c, version, reason, now);
            Moved moved = count(c);
            execute(c, "DROP TABLE moved_reminder");
            return moved;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private List<Move> moves(Connection c, WorkCalendar former, WorkCalendar calendar, Instant now)
            throws SQLException {
        List<Move> moves = new ArrayList<>();
        try (Statement select = c.createStatement();
                ResultSet rows = select.executeQuery(
                        "SELECT DISTINCT due_on, reminder_days, reminder_at, reminder_days::text || reminder_at::text"
                                + " FROM task t WHERE " + RUNNING)) {
            while (rows.next()) {
                LocalDate dueOn = rows.getObject(1, LocalDate.class);
                Integer[] days = (Integer[]) rows.getArray(2).getArray();
                String key = rows.getString(4);
                new ReminderPolicy(List.of(days), rows.getObject(3, LocalTime.class))
                        .moved(dueOn, now, clock.getZone(), former, calendar)
                        .forEach(m -> moves.add(new Move(dueOn, key, m)));
            }
        }
        return moves;
    }

    /** In the order of ids, as everybody locks several tasks; who fires deadlines skips them meanwhile. */
    private static void lockTasks(Connection c, List<Move> moves) throws SQLException {
        try (PreparedStatement lock =
                c.prepareStatement("SELECT count(*) FROM (SELECT t.id FROM task t WHERE t.due_on = ANY (?) AND "
                        + RUNNING + " ORDER BY t.id FOR NO KEY UPDATE) held")) {
            lock.setArray(
                    1,
                    c.createArrayOf(
                            "date",
                            moves.stream()
                                    .map(m -> m.dueOn().toString())
                                    .distinct()
                                    .toArray()));
            lock.execute();
        }
    }

    private static void collect(Connection c, List<Move> moves) throws SQLException {
        execute(c, """
                CREATE TEMPORARY TABLE moved_reminder (
                    task_id uuid NOT NULL, kind text NOT NULL, was timestamptz NOT NULL, at timestamptz NOT NULL)
                ON COMMIT DROP
                """);
        try (PreparedStatement insert = c.prepareStatement(MOVED)) {
            insert.setArray(
                    1,
                    c.createArrayOf(
                            "date",
                            moves.stream().map(m -> m.dueOn().toString()).toArray()));
            insert.setArray(
                    2, c.createArrayOf("text", moves.stream().map(Move::policy).toArray()));
            insert.setArray(
                    3,
                    c.createArrayOf(
                            "text",
                            moves.stream().map(m -> m.reminder().kind().word()).toArray()));
            insert.setArray(
                    4,
                    c.createArrayOf(
                            "timestamptz",
                            moves.stream()
                                    .map(m -> m.reminder().from().toString())
                                    .toArray()));
            insert.setArray(
                    5,
                    c.createArrayOf(
                            "timestamptz",
                            moves.stream()
                                    .map(m -> m.reminder().to().toString())
                                    .toArray()));
            insert.executeUpdate();
        }
    }

    /** Out with all of them before any goes in: one may take the place that another leaves. */
    private static void replace(Connection c) throws SQLException {
        execute(c, """
                DELETE FROM deadline d USING moved_reminder m
                 WHERE d.task_id = m.task_id AND d.kind = m.kind AND d.fire_at = m.was
                """);
        execute(c, """
                INSERT INTO deadline (task_id, kind, fire_at)
                SELECT DISTINCT task_id, kind, at FROM moved_reminder ON CONFLICT DO NOTHING
                """);
    }

    private static void record(Connection c, String reason, Actor by, Instant now) throws SQLException {
        try (PreparedStatement insert = c.prepareStatement(RECORDED)) {
            insert.setObject(1, at(now));
            insert.setString(2, by.username());
            insert.setString(3, by.unitPath());
            insert.setString(4, by.source());
            insert.setString(5, reason);
            insert.executeUpdate();
        }
    }

    private static void tell(Connection c, long version, String reason, Instant now) throws SQLException {
        UUID change = Outbox.newId();
        try (PreparedStatement insert = c.prepareStatement(TOLD)) {
            insert.setString(1, EventTypes.typeOf(RemindersMoved.class));
            insert.setObject(2, change);
            insert.setLong(3, version);
            insert.setString(4, reason);
            insert.setObject(5, at(now));
            insert.executeUpdate();
        }
    }

    private static Moved count(Connection c) throws SQLException {
        try (Statement select = c.createStatement();
                ResultSet row = select.executeQuery("SELECT count(DISTINCT task_id), count(*) FROM moved_reminder")) {
            row.next();
            return new Moved(row.getInt(1), row.getInt(2));
        }
    }

    private static OffsetDateTime at(Instant now) {
        return now.atOffset(ZoneOffset.UTC);
    }

    private static void execute(Connection c, String sql) throws SQLException {
        try (Statement statement = c.createStatement()) {
            statement.execute(sql);
        }
    }
}
