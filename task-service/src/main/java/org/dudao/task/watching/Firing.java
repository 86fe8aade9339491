package org.dudao.task.watching;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.dudao.contracts.WorkCalendar;
import org.dudao.task.Announcements;

/** The statement that fires one batch. It knows a connection and no container, so that it can be measured alone. */
public final class Firing {

    public static final int BATCH = 1_000;

    /** How far ahead working days are counted for reminders; policies look a few weeks ahead at most. */
    private static final int DAYS_AHEAD = 400;

    /** What became of a fired row; the metric's label and, where something was said, the audit's word. */
    public enum Outcome {
        DUE_SOON,
        OVERDUE,
        STILL_OVERDUE,
        /** A reminder of a day that is over. */
        PAST_DUE,
        /** Waits for verification; if it is sent back after the day, that is said then. */
        HANDED_IN,
        ENDED,
        REPORT_MISSED,
        MILESTONES_MISSED,
        /** The milestone was reached, or moved, before its day had passed. */
        REACHED,
        /** The report came before its day had passed. */
        REPORTED
    }

    /**
     * The rows are locked and never updated, so their places stand until the commit: they are deleted by them. By key the
     * planner reads the whole table at some sizes.
     */
    private static final String FIRE = """
            WITH due AS MATERIALIZED (
                SELECT ctid AS place, task_id, kind, fire_at FROM deadline
                 WHERE fire_at <= ? ORDER BY fire_at LIMIT %1$d FOR UPDATE SKIP LOCKED
            ), held AS MATERIALIZED (
                SELECT t.* FROM task t WHERE t.id IN (SELECT task_id FROM due) FOR NO KEY UPDATE SKIP LOCKED
            ), judged AS MATERIALIZED (
                SELECT h.id, d.place, d.kind, d.fire_at, e.period_from, e.due_on AS report_due_on,
                       m.names, m.due_on AS milestone_due_on,
                       CASE WHEN h.phase = 'submitted' THEN 'HANDED_IN'
                            WHEN h.phase NOT IN ('assigned', 'accepted', 'under_way') THEN 'ENDED'
                            WHEN d.kind = 'report_due' THEN CASE WHEN e.id IS NULL THEN 'REPORTED' ELSE 'REPORT_MISSED' END
                            WHEN d.kind = 'milestone' THEN CASE WHEN m.names IS NULL THEN 'REACHED' ELSE 'MILESTONES_MISSED' END
                            WHEN d.kind = 'overdue' THEN 'OVERDUE'
                            WHEN d.kind = 'still_overdue' THEN 'STILL_OVERDUE'
                            WHEN h.due_on < ? THEN 'PAST_DUE'
                            ELSE 'DUE_SOON' END AS outcome
                  FROM due d JOIN held h ON h.id = d.task_id
                  LEFT JOIN LATERAL (
                       SELECT r.id, r.period_from, r.due_on FROM expected_report r
                        WHERE d.kind = 'report_due' AND r.task_id = h.id AND r.unit_id = h.lead_unit_id
                          AND r.due_at = d.fire_at AND r.settled_at IS NULL
                        ORDER BY r.period_from LIMIT 1
                  ) e ON true
                  LEFT JOIN LATERAL (
                       SELECT jsonb_agg(n.name ORDER BY n.id) AS names, min(n.due_on) AS due_on FROM milestone n
                        WHERE d.kind = 'milestone' AND n.task_id = h.id AND n.due_at = d.fire_at
                          AND n.achieved_on IS NULL
                  ) m ON true
            ), said AS MATERIALIZED (
                SELECT *, row_number() OVER (PARTITION BY id ORDER BY fire_at, kind) AS nth
                  FROM judged WHERE outcome IN ('DUE_SOON', 'OVERDUE', 'STILL_OVERDUE', 'REPORT_MISSED', 'MILESTONES_MISSED')
            ), moved AS (
                UPDATE task t
                   SET version = t.version + s.facts,
                       overdue_said_at = CASE WHEN s.overdue THEN ? ELSE t.overdue_said_at END
                  FROM (SELECT id, count(*) AS facts, bool_or(outcome = 'OVERDUE') AS overdue FROM said GROUP BY id) s
                 WHERE t.id = s.id
            ), missed AS (
                UPDATE expected_report r SET missed_at = coalesce(r.missed_at, ?)
                  FROM said s
                 WHERE s.outcome = 'REPORT_MISSED' AND r.task_id = s.id AND r.due_at = s.fire_at AND r.settled_at IS NULL
            ), passed AS (
                UPDATE milestone n SET missed_at = coalesce(n.missed_at, ?)
                  FROM said s
                 WHERE s.outcome = 'MILESTONES_MISSED' AND n.task_id = s.id AND n.due_at = s.fire_at
                   AND n.achieved_on IS NULL
            ), waived AS (
                DELETE FROM expected_report r USING judged j
                 WHERE j.kind = 'report_due' AND j.outcome IN ('HANDED_IN', 'ENDED') AND r.task_id = j.id
                   AND r.due_at = j.fire_at AND r.settled_at IS NULL AND r.missed_at IS NULL
            ), named AS MATERIALIZED (
                SELECT u.id, %2$s AS ref FROM unit u
                 WHERE u.id IN (SELECT lead_unit_id FROM held UNION SELECT bureau_id FROM held
                                UNION SELECT unnest(supporting_unit_ids) FROM held)
            ), helped AS MATERIALIZED (
                SELECT t.id, json_agg(n.ref ORDER BY o.place) AS refs
                  FROM held t CROSS JOIN LATERAL unnest(t.supporting_unit_ids) WITH ORDINALITY AS o (id, place)
                  JOIN named n ON n.id = o.id
                 GROUP BY t.id
            ), told AS (
                INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, time)
                SELECT uuidv7(), 'task', t.id::text,
                       CASE s.outcome WHEN 'OVERDUE' THEN 'dudao.task.overdue.v1'
                                      WHEN 'REPORT_MISSED' THEN 'dudao.task.report-missed.v1'
                                      WHEN 'STILL_OVERDUE' THEN 'dudao.task.still-overdue.v1'
                                      WHEN 'MILESTONES_MISSED' THEN 'dudao.task.milestones-missed.v1'
                                      ELSE 'dudao.task.due-soon.v1' END,
                       CASE s.outcome
                       WHEN 'OVERDUE' THEN json_build_object('task', f.facts, 'version', t.version + s.nth, 'since',
                            to_char(s.fire_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
                       WHEN 'MILESTONES_MISSED' THEN json_build_object('task', f.facts, 'version', t.version + s.nth,
                            'names', s.names, 'milestoneDueOn', s.milestone_due_on, 'since',
                            to_char(s.fire_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
                       WHEN 'REPORT_MISSED' THEN json_build_object('task', f.facts, 'version', t.version + s.nth,
                            'periodFrom', s.period_from, 'reportDueOn', s.report_due_on, 'since',
                            to_char(s.fire_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
                       WHEN 'STILL_OVERDUE' THEN json_build_object('task', f.facts, 'version', t.version + s.nth, 'workingDaysLate',
                            (?::int[])[least(?::date - t.due_on, %4$d) + 1])
                       ELSE json_build_object('task', f.facts, 'version', t.version + s.nth, 'workingDaysLeft',
                            (?::int[])[least(t.due_on - ?::date, %4$d) + 1]) END,
                       ?
                  FROM said s JOIN held t ON t.id = s.id
                  JOIN named l ON l.id = t.lead_unit_id JOIN named b ON b.id = t.bureau_id
                  LEFT JOIN helped h ON h.id = t.id
                 CROSS JOIN LATERAL (SELECT %3$s AS facts) f
                 ORDER BY s.fire_at, t.id, s.nth
            ), noted AS (
                INSERT INTO audit (at, who, act, subject, subject_id, after)
                SELECT ?, 'system', CASE s.outcome WHEN 'OVERDUE' THEN 'became-overdue' WHEN 'REPORT_MISSED' THEN 'missed-report'
                                              WHEN 'MILESTONES_MISSED' THEN 'missed-milestones'
                                              ELSE 'reminded' END,
                       'task', t.id::text, jsonb_build_object('dueOn', t.due_on, 'plannedAt', s.fire_at)
                  FROM said s JOIN held t ON t.id = s.id
                 ORDER BY s.fire_at, t.id, s.nth
            ), gone AS (
                DELETE FROM deadline WHERE ctid = ANY (ARRAY(SELECT place FROM judged))
            )
            SELECT outcome, count(*) FROM judged GROUP BY outcome
            """.formatted(
            BATCH, Announcements.ref("u"), Announcements.facts("b.ref", "l.ref", "coalesce(h.refs, '[]')"), DAYS_AHEAD);

    private Firing() {}

    /** One look at the index, so that an idle tick costs no calendar and no big statement. */
    public static boolean isDue(Connection c, Instant now) throws SQLException {
        try (PreparedStatement look = c.prepareStatement("SELECT EXISTS (SELECT FROM deadline WHERE fire_at <= ?)")) {
            look.setObject(1, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = look.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Fires up to {@link #BATCH} rows in the caller's transaction and counts what became of them. */
    public static Map<Outcome, Integer> fire(Connection c, Instant now, LocalDate today, WorkCalendar calendar)
            throws SQLException {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        try (PreparedStatement fire = c.prepareStatement(FIRE)) {
            fire.setObject(1, at);
            fire.setObject(2, today);
            fire.setObject(3, at);
            fire.setObject(4, at);
            fire.setObject(5, at);
            fire.setArray(6, c.createArrayOf("int", workingDaysBehind(today, calendar)));
            fire.setObject(7, today);
            fire.setArray(8, c.createArrayOf("int", workingDaysAhead(today, calendar)));
            fire.setObject(9, today);
            fire.setObject(10, at);
            fire.setObject(11, at);
            Map<Outcome, Integer> fired = new EnumMap<>(Outcome.class);
            try (ResultSet rows = fire.executeQuery()) {
                while (rows.next()) {
                    fired.put(Outcome.valueOf(rows.getString(1)), rows.getInt(2));
                }
            }
            return fired;
        }
    }

    /** Element i: working days after the day i days ago up to and with today. */
    private static Integer[] workingDaysBehind(LocalDate today, WorkCalendar calendar) {
        Integer[] behind = new Integer[DAYS_AHEAD + 1];
        int n = 0;
        for (int i = 0; i <= DAYS_AHEAD; i++) {
            behind[i] = n;
            if (calendar.isWorkingDay(today.minusDays(i))) {
                n++;
            }
        }
        return behind;
    }

    /** Element i: working days after today up to and with the day i days ahead. */
    private static Integer[] workingDaysAhead(LocalDate today, WorkCalendar calendar) {
        Integer[] ahead = new Integer[DAYS_AHEAD + 1];
        int n = 0;
        for (int i = 0; i <= DAYS_AHEAD; i++) {
            if (i > 0 && calendar.isWorkingDay(today.plusDays(i))) {
                n++;
            }
            ahead[i] = n;
        }
        return ahead;
    }
}
