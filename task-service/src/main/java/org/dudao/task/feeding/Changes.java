package org.dudao.task.feeding;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.Cursor;
import org.dudao.task.Scope;

/** What was told of tasks, in order. */
@ApplicationScoped
class Changes {

    private final DataSource database;

    Changes(DataSource database) {
        this.database = database;
    }

    /** @param version of the task, as in its ETag: who has seen it need not fetch it */
    public record Change(UUID taskId, String type, long version, Instant at) {}

    /**
     * @param next where to go on, also when nothing has changed
     * @param more whether there is more right now
     */
    public record Fed(List<Change> items, String next, boolean more) {}

    Fed since(long position, Scope scope, int limit) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("""
                        SELECT k.position, k.task_id, k.type, k.version, k.at
                          FROM task_change k JOIN task t ON t.id = k.task_id
                         WHERE k.position > ?
                           AND (t.unit_path LIKE ? OR t.asked_by_path LIKE ?
                                OR array_position(t.supporting_unit_ids, ?) IS NOT NULL)
                         ORDER BY k.position LIMIT ?
                        """)) {
            select.setLong(1, position);
            select.setString(2, scope.path() + "%");
            select.setString(3, scope.path() + "%");
            select.setString(4, scope.unitId());
            select.setInt(5, limit + 1);
            List<Change> changes = new ArrayList<>();
            long last = position;
            try (ResultSet r = select.executeQuery()) {
                while (changes.size() < limit && r.next()) {
                    last = r.getLong(1);
                    changes.add(new Change(
                            r.getObject(2, UUID.class),
                            r.getString(3),
                            r.getLong(4),
                            r.getObject(5, OffsetDateTime.class).toInstant()));
                }
                return new Fed(changes, Cursor.of(last).toString(), r.next());
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
