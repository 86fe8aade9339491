package org.dudao.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.dudao.contracts.WorkCalendar;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.WorkCalendars;
import org.jspecify.annotations.Nullable;

/**
 * Reports that units owe, as rows before they are due. Whoever writes here holds the tasks' rows. The last period before
 * the due day is not asked for: then the task itself is handed in.
 */
@ApplicationScoped
public class ExpectedReports {

    /** A report that was sent back is due again so many working days later. */
    static final int DAYS_TO_MEND = 3;

    private static final String COPY_POLICY = """
            INSERT INTO task_cadence (task_id, cadence, days_after, since)
            SELECT t.id, p.cadence, p.days_after, ?
              FROM task t JOIN unit u ON u.id = t.lead_unit_id
              JOIN LATERAL (SELECT cadence, days_after FROM report_policy
                             WHERE id IN ('default', u.kind) ORDER BY id = 'default' LIMIT 1) p ON true
             WHERE t.id = ANY (?)
            ON CONFLICT (task_id) DO NOTHING
            """;

    /** Thousands of tasks share a few cadences and due days: each is worked out once. */
    private static final String SPANS = """
            SELECT k.cadence, k.days_after, k.since, t.due_on, a.path, array_agg(t.id)
              FROM task t JOIN task_cadence k ON k.task_id = t.id
              LEFT JOIN LATERAL (
                   SELECT u.path FROM (SELECT DISTINCT unit_id FROM school_term) s JOIN unit u ON u.id = s.unit_id
                    WHERE starts_with(t.unit_path, u.path) ORDER BY length(u.path) DESC LIMIT 1
              ) a ON k.cadence = 'per_term'
             WHERE t.id = ANY (?) AND k.cadence <> 'none'
               AND t.phase IN ('assigned', 'accepted', 'under_way', 'submitted')
             GROUP BY k.cadence, k.days_after, k.since, t.due_on, a.path
            """;

    private static final String EXPECT = """
            INSERT INTO expected_report (task_id, unit_id, unit_path, period_from, period_to, due_on, due_at)
            SELECT t.id, t.lead_unit_id, t.unit_path, p.period_from, p.period_to, p.due_on, p.due_at
              FROM task t CROSS JOIN unnest(?::date[], ?::date[], ?::date[], ?::timestamptz[])
                        AS p (period_from, period_to, due_on, due_at)
             WHERE t.id = ANY (?)
             ORDER BY p.due_on, t.id
            ON CONFLICT (task_id, unit_id, period_from) DO NOTHING
            """;

    /** What was missed is told of now; where nothing was, the report is for the period that is due next. */
    private static final String SETTLE = """
            UPDATE expected_report e SET settled_at = ?, report_id = r.report_id
              FROM unnest(?::uuid[], ?::uuid[]) AS r (task_id, report_id) JOIN task t ON t.id = r.task_id
             WHERE e.task_id = r.task_id AND e.unit_id = t.lead_unit_id AND e.settled_at IS NULL
               AND e.due_at <= greatest(?, (
                   SELECT min(f.due_at) FROM expected_report f
                    WHERE f.task_id = r.task_id AND f.unit_id = t.lead_unit_id AND f.settled_at IS NULL
                      AND f.period_from <= ?))
            """;

    private static final String OWED_AGAIN = """
            UPDATE expected_report SET settled_at = NULL, report_id = NULL, sent_back = sent_back + 1, due_on = ?, due_at = ?
             WHERE report_id = ?
            """;

    private final DataSource database;
    private final Terms terms;
    private final WorkCalendars calendars;
    private final Clock clock;

    public ExpectedReports(DataSource database, Terms terms, WorkCalendars calendars, Clock clock) {
        this.database = database;
        this.terms = terms;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @param area path of the unit whose terms hold, null where they do not matter or are not known */
    private record Span(
            Cadence cadence,
            int daysAfter,
            LocalDate since,
            LocalDate until,
            @Nullable String area,
            UUID[] tasks) {}

    private record Expected(Cadence.Period period, LocalDate dueOn) {}

    /** Drops what lies ahead of the tasks and expects anew, by each task's cadence and due day. */
    public void planAnew(Collection<UUID> tasks) {
        LocalDate today = LocalDate.now(clock);
        try (Connection c = database.getConnection()) {
            try (PreparedStatement copy = c.prepareStatement(COPY_POLICY)) {
                copy.setObject(1, today);
                copy.setArray(2, c.createArrayOf("uuid", tasks.toArray()));
                copy.executeUpdate();
            }
            drop(c, tasks, "AND sent_back = 0");
            for (Span span : spans(c, tasks)) {
                expect(c, span, today);
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static List<Span> spans(Connection c, Collection<UUID> tasks) throws SQLException {
        List<Span> spans = new ArrayList<>();
        try (PreparedStatement select = c.prepareStatement(SPANS)) {
            select.setArray(1, c.createArrayOf("uuid", tasks.toArray()));
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    spans.add(new Span(
                            Cadence.of(r.getString(1)),
                            r.getInt(2),
                            r.getObject(3, LocalDate.class),
                            r.getObject(4, LocalDate.class),
                            r.getString(5),
                            (UUID[]) r.getArray(6).getArray()));
                }
            }
        }
        return spans;
    }

    private void expect(Connection c, Span span, LocalDate today) throws SQLException {
        WorkCalendar calendar = calendars.current();
        List<Term> known = span.area() == null ? List.of() : terms.of(span.area());
        List<Expected> expected = new ArrayList<>();
        for (Cadence.Period period : span.cadence().periods(span.since(), span.until(), known)) {
            period.dueOn(span.daysAfter(), calendar)
                    .filter(due -> !due.isBefore(today) && due.isBefore(span.until()))
                    .ifPresent(due -> expected.add(new Expected(period, due)));
        }
        try (PreparedStatement insert = c.prepareStatement(EXPECT)) {
            insert.setArray(1, dates(c, expected.stream().map(e -> e.period().from())));
            insert.setArray(2, dates(c, expected.stream().map(e -> e.period().to())));
            insert.setArray(3, dates(c, expected.stream().map(Expected::dueOn)));
            insert.setArray(
                    4,
                    c.createArrayOf(
                            "timestamptz",
                            expected.stream()
                                    .map(e -> endOf(e.dueOn()).toString())
                                    .toArray()));
            insert.setArray(5, c.createArrayOf("uuid", span.tasks()));
            insert.executeUpdate();
        }
    }

    private static Array dates(Connection c, Stream<LocalDate> days) throws SQLException {
        return c.createArrayOf("date", days.map(LocalDate::toString).toArray());
    }

    /** Reports came: by task, the report that tells of it. */
    public void settle(Map<UUID, UUID> reports, Instant at) {
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement(SETTLE)) {
            update.setObject(1, utc(at));
            update.setArray(2, c.createArrayOf("uuid", reports.keySet().toArray()));
            update.setArray(3, c.createArrayOf("uuid", reports.values().toArray()));
            update.setObject(4, utc(at));
            update.setObject(5, LocalDate.ofInstant(at, clock.getZone()));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** A report was sent back. @return the day by which what it stood for is due again; empty when it stood for nothing */
    public Optional<LocalDate> owedAgain(UUID report) {
        LocalDate due = calendars.current().plusWorkingDays(LocalDate.now(clock), DAYS_TO_MEND);
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement(OWED_AGAIN)) {
            update.setObject(1, due);
            update.setObject(2, utc(endOf(due)));
            update.setObject(3, report);
            return update.executeUpdate() == 0 ? Optional.empty() : Optional.of(due);
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** What former units still owe on these tasks, their present unit owes. */
    public void handedOver(Collection<UUID> tasks, Collection<String> former) {
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement("""
                        UPDATE expected_report e SET unit_id = t.lead_unit_id, unit_path = t.unit_path
                          FROM task t
                         WHERE t.id = ANY (?) AND e.task_id = t.id AND e.settled_at IS NULL AND e.unit_id = ANY (?)
                           AND NOT EXISTS (SELECT FROM expected_report o
                                            WHERE o.task_id = t.id AND o.unit_id = t.lead_unit_id
                                              AND o.period_from = e.period_from)
                        """)) {
            update.setArray(1, c.createArrayOf("uuid", tasks.toArray()));
            update.setArray(2, c.createArrayOf("text", former.toArray()));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** Nothing more is expected of these tasks. What was missed stays on the record. */
    public void drop(Collection<UUID> tasks) {
        try (Connection c = database.getConnection()) {
            drop(c, tasks, "");
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private void drop(Connection c, Collection<UUID> tasks, String but) throws SQLException {
        try (PreparedStatement delete = c.prepareStatement(
                "DELETE FROM expected_report WHERE task_id = ANY (?) AND settled_at IS NULL AND missed_at IS NULL "
                        + but)) {
            delete.setArray(1, c.createArrayOf("uuid", tasks.toArray()));
            delete.executeUpdate();
        }
    }

    /** Of one task whose scope was checked: how often, when next, and what is missing. */
    public Optional<TaskView.ReportingView> of(UUID task) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("""
                        SELECT k.cadence, k.days_after, min(e.due_on) FILTER (WHERE e.due_at > ?),
                               count(*) FILTER (WHERE e.due_at <= ?)
                          FROM task_cadence k JOIN task t ON t.id = k.task_id
                          LEFT JOIN expected_report e ON e.task_id = t.id AND e.unit_id = t.lead_unit_id
                               AND e.settled_at IS NULL AND t.phase IN ('assigned', 'accepted', 'under_way')
                         WHERE k.task_id = ? GROUP BY k.cadence, k.days_after
                        """)) {
            OffsetDateTime now = utc(clock.instant());
            select.setObject(1, now);
            select.setObject(2, now);
            select.setObject(3, task);
            try (ResultSet r = select.executeQuery()) {
                return r.next()
                        ? Optional.of(new TaskView.ReportingView(
                                Cadence.of(r.getString(1)), r.getInt(2), r.getObject(3, LocalDate.class), r.getInt(4)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
