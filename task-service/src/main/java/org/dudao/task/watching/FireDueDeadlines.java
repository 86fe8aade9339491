package org.dudao.task.watching;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.dudao.contracts.WorkCalendar;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.ClockDriven;
import org.dudao.startup.WorkCalendars;
import org.dudao.task.Announcements;

/**
 * Fires the deadlines that have passed: one statement a batch, any number of replicas. Its cost follows what is due.
 *
 * <p>It waits for nobody: due rows and their tasks are taken with SKIP LOCKED, so who holds a task (and completes it)
 * and who fires it never wait for each other in a circle. What was skipped is still there for the next tick, or was
 * dropped by whoever held it: nothing fires after completion (T3).
 */
@ApplicationScoped
public class FireDueDeadlines implements ClockDriven {

    static final int BATCH = 1_000;

    /** Somebody holds the tasks of all that is due: look again soon, without spinning. */
    private static final Duration HELD = Duration.ofMillis(20);

    /** How far ahead working days are counted for reminders; policies look a few weeks ahead at most. */
    private static final int DAYS_AHEAD = 400;

    /** What became of a fired row; the metric's label and, where something was said, the audit's word. */
    enum Outcome {
        DUE_SOON,
        OVERDUE,
        /** A reminder of a day that is over. */
        PAST_DUE,
        /** Waits for verification; if it is sent back after the day, that is said then. */
        HANDED_IN,
        ENDED
    }

    private static final String FIRE = """
            WITH due AS MATERIALIZED (
                SELECT task_id, kind, fire_at FROM deadline
                 WHERE fire_at <= ? ORDER BY fire_at LIMIT %d FOR UPDATE SKIP LOCKED
            ), held AS MATERIALIZED (
                SELECT t.* FROM task t WHERE t.id IN (SELECT task_id FROM due) FOR NO KEY UPDATE SKIP LOCKED
            ), judged AS MATERIALIZED (
                SELECT h.id, d.kind, d.fire_at,
                       CASE WHEN h.phase = 'submitted' THEN 'HANDED_IN'
                            WHEN h.phase NOT IN ('assigned', 'accepted', 'under_way') THEN 'ENDED'
                            WHEN d.kind = 'overdue' THEN 'OVERDUE'
                            WHEN h.due_on < ? THEN 'PAST_DUE'
                            ELSE 'DUE_SOON' END AS outcome
                  FROM due d JOIN held h ON h.id = d.task_id
            ), said AS MATERIALIZED (
                SELECT *, row_number() OVER (PARTITION BY id ORDER BY fire_at, kind) AS nth
                  FROM judged WHERE outcome IN ('DUE_SOON', 'OVERDUE')
            ), moved AS (
                UPDATE task t
                   SET version = t.version + s.facts,
                       overdue_said_at = CASE WHEN s.overdue THEN ? ELSE t.overdue_said_at END
                  FROM (SELECT id, count(*) AS facts, bool_or(outcome = 'OVERDUE') AS overdue FROM said GROUP BY id) s
                 WHERE t.id = s.id
            ), told AS (
                INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, time)
                SELECT uuidv7(), 'task', t.id::text,
                       CASE s.outcome WHEN 'OVERDUE' THEN 'dudao.task.overdue.v1' ELSE 'dudao.task.due-soon.v1' END,
                       jsonb_build_object('task', %s, 'version', t.version + s.nth)
                       || CASE s.outcome
                          WHEN 'OVERDUE' THEN jsonb_build_object('since',
                               to_char(s.fire_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
                          ELSE jsonb_build_object('workingDaysLeft',
                               (?::int[])[least(t.due_on - ?::date, %d) + 1]) END,
                       ?
                  FROM said s JOIN held t ON t.id = s.id
                  JOIN unit l ON l.id = t.lead_unit_id JOIN unit b ON b.id = t.bureau_id
                 ORDER BY s.fire_at, t.id, s.nth
            ), noted AS (
                INSERT INTO audit (at, who, act, subject, subject_id, after)
                SELECT ?, 'system', CASE s.outcome WHEN 'OVERDUE' THEN 'became-overdue' ELSE 'reminded' END,
                       'task', t.id::text, jsonb_build_object('dueOn', t.due_on, 'plannedAt', s.fire_at)
                  FROM said s JOIN held t ON t.id = s.id
                 ORDER BY s.fire_at, t.id, s.nth
            ), gone AS (
                DELETE FROM deadline d USING judged j
                 WHERE d.task_id = j.id AND d.kind = j.kind AND d.fire_at = j.fire_at
            )
            SELECT outcome, count(*) FROM judged GROUP BY outcome
            """.formatted(BATCH, Announcements.FACTS, DAYS_AHEAD);

    private final DataSource database;
    private final WorkCalendars calendars;
    private final Clock clock;
    private final MeterRegistry metrics;

    public FireDueDeadlines(DataSource database, WorkCalendars calendars, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.calendars = calendars;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public String channel() {
        return "deadline";
    }

    @Override
    public Instant tick() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<Outcome, Integer> fired = QuarkusTransaction.requiringNew().call(() -> fire(now));
        fired.forEach((outcome, n) -> metrics.counter("deadlines_fired_total", "reason", outcome.name())
                .increment(n));
        int total = fired.values().stream().mapToInt(Integer::intValue).sum();
        if (total == BATCH) {
            return now;
        }
        Instant next = next();
        return next.isAfter(now) ? next : total > 0 ? now : now.plus(HELD);
    }

    private Map<Outcome, Integer> fire(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        try (Connection c = database.getConnection()) {
            if (!anythingDue(c, at)) {
                return Map.of();
            }
            try (PreparedStatement fire = c.prepareStatement(FIRE)) {
                fire.setObject(1, at);
                fire.setObject(2, today);
                fire.setObject(3, at);
                fire.setArray(4, c.createArrayOf("int", workingDaysAhead(today)));
                fire.setObject(5, today);
                fire.setObject(6, at);
                fire.setObject(7, at);
                Map<Outcome, Integer> fired = new EnumMap<>(Outcome.class);
                try (ResultSet rows = fire.executeQuery()) {
                    while (rows.next()) {
                        fired.put(Outcome.valueOf(rows.getString(1)), rows.getInt(2));
                    }
                }
                return fired;
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** One look at the index, so that an idle tick costs no calendar and no big statement. */
    private static boolean anythingDue(Connection c, OffsetDateTime at) throws SQLException {
        try (PreparedStatement look = c.prepareStatement("SELECT EXISTS (SELECT FROM deadline WHERE fire_at <= ?)")) {
            look.setObject(1, at);
            try (ResultSet row = look.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private Instant next() {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("SELECT min(fire_at) FROM deadline");
                ResultSet row = select.executeQuery()) {
            row.next();
            OffsetDateTime first = row.getObject(1, OffsetDateTime.class);
            return first == null ? Instant.MAX : first.toInstant();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** Element i: working days after today up to and with the day i days ahead. */
    private Integer[] workingDaysAhead(LocalDate today) {
        WorkCalendar calendar = calendars.current();
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
