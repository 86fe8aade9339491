package org.dudao.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.dudao.task.watching.Firing;

/**
 * The least that firing can be on these tables: lock what is due, mark the task, say so, delete. It judges nothing, tells
 * no facts, notes nothing in the audit, and does not mind who else holds a task.
 */
final class BareStatement {

    private static final String FIRE = """
            WITH due AS MATERIALIZED (
                SELECT ctid AS place, task_id FROM deadline
                 WHERE fire_at <= ? ORDER BY fire_at LIMIT %d FOR UPDATE SKIP LOCKED
            ), moved AS (
                UPDATE task t SET version = t.version + 1, overdue_said_at = ? FROM due d WHERE t.id = d.task_id
            ), told AS (
                INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, time)
                SELECT uuidv7(), 'task', task_id::text, 'dudao.task.overdue.v1', jsonb_build_object('taskId', task_id), ?
                  FROM due
            ), gone AS (
                DELETE FROM deadline WHERE ctid = ANY (ARRAY(SELECT place FROM due))
            )
            SELECT count(*) FROM due
            """.formatted(Firing.BATCH);

    private BareStatement() {}

    static int fire(Connection c, Instant now) throws SQLException {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        try (PreparedStatement fire = c.prepareStatement(FIRE)) {
            fire.setObject(1, at);
            fire.setObject(2, at);
            fire.setObject(3, at);
            try (ResultSet row = fire.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
