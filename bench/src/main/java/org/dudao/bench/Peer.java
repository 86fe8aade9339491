package org.dudao.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * A scheduler from the registry that does what the bare statement does, one deadline at a time as such schedulers do:
 * marks the task and writes the event, in one transaction.
 */
interface Peer extends AutoCloseable {

    int THREADS = 16;

    /** Makes its tables, with {@code future} rows whose time is still to come. */
    void prepare(Connection c, int future) throws SQLException;

    /** The first {@code due} tasks that fell due are its work now. */
    void fallDue(Connection c, int due) throws SQLException;

    /** Begins to work. */
    void start();

    @Override
    void close();

    static void fire(Connection c, UUID task) throws SQLException {
        c.setAutoCommit(false);
        try (PreparedStatement move =
                        c.prepareStatement("UPDATE task SET version = version + 1, overdue_said_at = ? WHERE id = ?");
                PreparedStatement tell = c.prepareStatement("""
                        INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, time)
                        VALUES (uuidv7(), 'task', ?, 'dudao.task.overdue.v1', jsonb_build_object('taskId', ?::text), ?)
                        """)) {
            move.setObject(1, Instant.now().atOffset(ZoneOffset.UTC));
            move.setObject(2, task);
            move.executeUpdate();
            tell.setString(1, task.toString());
            tell.setString(2, task.toString());
            tell.setObject(3, Instant.now().atOffset(ZoneOffset.UTC));
            tell.executeUpdate();
            c.commit();
        } finally {
            c.setAutoCommit(true);
        }
    }

    static void run(Connection c, String sql) throws SQLException {
        try (Statement s = c.createStatement()) {
            s.execute(sql);
        }
    }
}
