package org.dudao.task.organising;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.dudao.task.Announcements;
import org.dudao.task.Announcements.Actor;
import org.dudao.task.Deadlines;
import org.dudao.task.ExpectedReports;
import org.dudao.task.Suspensions;

/**
 * Gives the open tasks of closing units to a successor, set-based. Their state and their deadlines stay; that another
 * unit answers is told as {@code TaskAssigned}, so that copies, alerts and messages follow.
 */
@ApplicationScoped
class Succession {

    private static final String OPEN = "phase NOT IN ('completed', 'cancelled')";

    /** Two shares of one parent that would lie with one unit: the lowest id stays, the others end in it. */
    private static final String TWINS = """
            SELECT id, first_value(id) OVER w AS keeper
              FROM task WHERE parent_id IS NOT NULL AND %s AND (lead_unit_id = ANY (?) OR lead_unit_id = ?)
            WINDOW w AS (PARTITION BY parent_id ORDER BY lead_unit_id <> ?, id)
            """.formatted(OPEN);

    private final DataSource database;
    private final Announcements announcements;
    private final Deadlines deadlines;
    private final ExpectedReports expected;
    private final Suspensions suspensions;
    private final Clock clock;

    Succession(
            DataSource database,
            Announcements announcements,
            Deadlines deadlines,
            ExpectedReports expected,
            Suspensions suspensions,
            Clock clock) {
        this.database = database;
        this.announcements = announcements;
        this.deadlines = deadlines;
        this.expected = expected;
        this.suspensions = suspensions;
        this.clock = clock;
    }

    record Moved(int led, int joined, int supported) {
        static final Moved NONE = new Moved(0, 0, 0);
    }

    int openItemsOf(Collection<String> ids) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("SELECT count(*) FROM task WHERE " + OPEN
                        + " AND (coalesce(lead_unit_id, proposed_unit_id) = ANY (?) OR supporting_unit_ids && ?)")) {
            select.setArray(1, c.createArrayOf("text", ids.toArray()));
            select.setArray(2, c.createArrayOf("text", ids.toArray()));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    Moved handOver(Collection<String> from, String to, String reason, Actor by) {
        try (Connection c = database.getConnection()) {
            Object[] ids = from.toArray();
            lock(c, ids, to);
            List<UUID> joined = join(c, ids, to, reason, by);
            deadlines.drop(joined);
            announcements.cancelled(joined, reason, by.username());
            announcements.audit(joined, "cancelled", by, reason);
            update(c, """
                    UPDATE task SET proposed_unit_id = ? WHERE phase = 'proposed' AND proposed_unit_id = ANY (?)
                    RETURNING id
                    """, to, ids);
            List<UUID> led = update(c, """
                    UPDATE task SET lead_unit_id = u.id, unit_path = u.path, version = task.version + 1,
                                    supporting_unit_ids = array_remove(supporting_unit_ids, u.id)
                      FROM unit u WHERE u.id = ? AND lead_unit_id = ANY (?) AND %s RETURNING task.id
                    """.formatted(OPEN), to, ids);
            expected.handedOver(led, from);
            List<UUID> supported = replaceSupport(c, ids, to);
            List<UUID> told = new ArrayList<>(led);
            supported.stream().filter(id -> !led.contains(id)).forEach(told::add);
            announcements.assigned(told, by.username());
            announcements.audit(told, "handed-over", by, reason);
            return new Moved(led.size(), joined.size(), supported.size());
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** In the order of ids, as everyone locks tasks. */
    private static void lock(Connection c, Object[] ids, String to) throws SQLException {
        try (PreparedStatement lock = c.prepareStatement("SELECT id FROM task WHERE " + OPEN
                + " AND (coalesce(lead_unit_id, proposed_unit_id) = ANY (?) OR lead_unit_id = ?"
                + " OR supporting_unit_ids && ?) ORDER BY id FOR UPDATE")) {
            lock.setArray(1, c.createArrayOf("text", ids));
            lock.setString(2, to);
            lock.setArray(3, c.createArrayOf("text", ids));
            lock.execute();
        }
    }

    /** The shares that end in another; a figure that is each unit's own is not added. */
    private List<UUID> join(Connection c, Object[] ids, String to, String reason, Actor by) throws SQLException {
        try (PreparedStatement add = c.prepareStatement("""
                        WITH twin AS (%s), sum AS (
                            SELECT w.keeper, sum(t.target_value) AS target_value, sum(t.value) AS value
                              FROM twin w JOIN task t ON t.id = w.id GROUP BY w.keeper HAVING count(*) > 1)
                        UPDATE task k SET target_value = sum.target_value, value = sum.value
                          FROM sum WHERE k.id = sum.keeper AND NOT k.universal
                        """.formatted(TWINS));
                PreparedStatement end = c.prepareStatement("""
                        WITH twin AS (%s)
                        UPDATE task t SET phase = 'cancelled', cancelled_at = ?, cancelled_by = ?, cancel_reason = ?,
                                          version = t.version + 1, %s
                          FROM twin w WHERE w.id = t.id AND w.keeper <> t.id RETURNING t.id
                        """.formatted(TWINS, Suspensions.NOTHING_HELD));
                PreparedStatement ending = c.prepareStatement(
                        "WITH twin AS (%s) SELECT id FROM twin WHERE keeper <> id".formatted(TWINS))) {
            twins(c, add, ids, to);
            add.executeUpdate();
            twins(c, ending, ids, to);
            suspensions.ended(ids(ending), by.username());
            int i = twins(c, end, ids, to);
            end.setObject(i++, Instant.now(clock).atOffset(ZoneOffset.UTC));
            end.setString(i++, by.username());
            end.setString(i, reason);
            return ids(end);
        }
    }

    private static int twins(Connection c, PreparedStatement statement, Object[] ids, String to) throws SQLException {
        statement.setArray(1, c.createArrayOf("text", ids));
        statement.setString(2, to);
        statement.setString(3, to);
        return 4;
    }

    private static List<UUID> replaceSupport(Connection c, Object[] ids, String to) throws SQLException {
        try (PreparedStatement update = c.prepareStatement("""
                UPDATE task t SET version = version + 1, supporting_unit_ids = ARRAY(
                           SELECT x.id FROM (SELECT CASE WHEN s.id = ANY (?) THEN ? ELSE s.id END AS id, min(s.n) AS n
                                               FROM unnest(t.supporting_unit_ids) WITH ORDINALITY AS s (id, n)
                                              GROUP BY 1) x
                            WHERE x.id IS DISTINCT FROM t.lead_unit_id ORDER BY x.n)
                 WHERE %s AND supporting_unit_ids && ? RETURNING id
                """.formatted(OPEN))) {
            update.setArray(1, c.createArrayOf("text", ids));
            update.setString(2, to);
            update.setArray(3, c.createArrayOf("text", ids));
            return ids(update);
        }
    }

    private static List<UUID> update(Connection c, String sql, String to, Object[] ids) throws SQLException {
        try (PreparedStatement update = c.prepareStatement(sql)) {
            update.setString(1, to);
            update.setArray(2, c.createArrayOf("text", ids));
            return ids(update);
        }
    }

    private static List<UUID> ids(PreparedStatement returning) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (ResultSet rows = returning.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}
