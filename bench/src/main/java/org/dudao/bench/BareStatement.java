package org.dudao.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.dudao.task.Announcements;
import org.dudao.task.watching.Firing;

/**
 * The least that firing can be on these tables: lock what is due, mark the task, say so, delete. It judges nothing and does
 * not mind who else holds a task. {@link #fire} tells no facts and notes nothing in the audit; {@link #fireAndTell} leaves
 * behind the very rows that task-service leaves.
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
                SELECT uuidv7(), 'task', task_id::text, 'dudao.task.overdue.v1', json_build_object('taskId', task_id), ?
                  FROM due
            ), gone AS (
                DELETE FROM deadline WHERE ctid = ANY (ARRAY(SELECT place FROM due))
            )
            SELECT count(*) FROM due
            """.formatted(Firing.BATCH);

    private static final String FIRE_AND_TELL =
            """
            WITH due AS MATERIALIZED (
                SELECT ctid AS place, task_id, fire_at FROM deadline
                 WHERE fire_at <= ? ORDER BY fire_at LIMIT %d FOR UPDATE SKIP LOCKED
            ), moved AS (
                UPDATE task t SET version = t.version + 1, overdue_said_at = ? FROM due d WHERE t.id = d.task_id
                RETURNING t.*, d.fire_at
            ), named AS MATERIALIZED (
                SELECT u.id, %s AS ref FROM unit u
            ), told AS (
                INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, time)
                SELECT uuidv7(), 'task', t.id::text, 'dudao.task.overdue.v1',
                       json_build_object('task', %s, 'version', t.version, 'since',
                           to_char(t.fire_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')), ?
                  FROM moved t JOIN named l ON l.id = t.lead_unit_id JOIN named b ON b.id = t.bureau_id
            ), noted AS (
                INSERT INTO audit (at, who, act, subject, subject_id, after)
                SELECT now(), 'system', 'became-overdue', 'task', id::text,
                       jsonb_build_object('dueOn', due_on, 'plannedAt', fire_at)
                  FROM moved
            ), gone AS (
                DELETE FROM deadline WHERE ctid = ANY (ARRAY(SELECT place FROM due))
            )
            SELECT count(*) FROM due
            """.formatted(Firing.BATCH, Announcements.ref("u"), Announcements.facts("b.ref", "l.ref", """
                    (SELECT coalesce(json_agg(n.ref), '[]') FROM named n WHERE n.id = ANY (t.supporting_unit_ids))
                    """));

    private BareStatement() {}

    static int fireAndTell(Connection c, Instant now) throws SQLException {
        return fire(c, now, FIRE_AND_TELL);
    }

    static int fire(Connection c, Instant now) throws SQLException {
        return fire(c, now, FIRE);
    }

    private static int fire(Connection c, Instant now, String statement) throws SQLException {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        try (PreparedStatement fire = c.prepareStatement(statement)) {
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
