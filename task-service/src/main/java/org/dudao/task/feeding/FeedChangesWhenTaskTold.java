package org.dudao.task.feeding;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.dudao.contracts.EventTypes;
import org.dudao.contracts.TaskEvent;
import org.dudao.outbox.DatabaseFault;
import org.dudao.outbox.Heard;

/** Keeps what was told, in order. Off the hot path: it hears the topic as any other reader does. */
@ApplicationScoped
public class FeedChangesWhenTaskTold {

    private final DataSource database;

    public FeedChangesWhenTaskTold(DataSource database) {
        this.database = database;
    }

    public void react(List<Heard<TaskEvent>> told) {
        try (Connection c = database.getConnection();
                // ADR-0009: positions become visible in their order.
                PreparedStatement lock =
                        c.prepareStatement("SELECT pg_advisory_xact_lock(hashtext('changes of tasks'))");
                PreparedStatement insert = c.prepareStatement(
                        "INSERT INTO task_change (task_id, type, version, at) VALUES (?, ?, ?, ?)")) {
            lock.execute();
            for (Heard<TaskEvent> heard : told) {
                TaskEvent event = heard.event();
                insert.setObject(1, event.task().taskId());
                insert.setString(2, EventTypes.typeOf(event.getClass()));
                insert.setLong(3, event.version());
                insert.setObject(4, heard.time().atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
