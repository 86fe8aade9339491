package org.dudao.task.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.contracts.WorkCalendar;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.Caller;
import org.dudao.startup.Cursor;
import org.dudao.startup.WorkCalendars;
import org.jspecify.annotations.Nullable;

/** What the caller's unit, or one below it, has to do next: its own tasks only, not those that it supports or watches. */
@ApplicationScoped
class Owed {

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final UUID FIRST_ID = new UUID(0, 0);

    private final DataSource database;
    private final WorkCalendars calendars;
    private final Caller caller;
    private final Clock clock;

    Owed(DataSource database, WorkCalendars calendars, Caller caller, Clock clock) {
        this.database = database;
        this.calendars = calendars;
        this.caller = caller;
        this.clock = clock;
    }

    /** What has to be done. */
    public enum What {
        /** Sign for it: {@code PUT tasks/{id}/acceptance}. */
        ACCEPTANCE,
        /** Tell of progress in a period: {@code POST tasks/{id}/reports}. */
        REPORT,
        /** Do it and hand it in: {@code PUT tasks/{id}/submission}. */
        COMPLETION
    }

    /**
     * @param periodFrom first day that a report is to tell of, null for anything but a report; periodTo is its last
     * @param dueOn of the act: a report is due before the task is
     * @param daysLate calendar days after the due day, 0 before it
     * @param workingDaysLeft up to and with the due day; negative after it
     * @param lastReportedAt when progress was last told of, null when never
     */
    public record Item(
            What what,
            UUID taskId,
            String title,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo,
            LocalDate dueOn,
            boolean overdue,
            long daysLate,
            int workingDaysLeft,
            @Nullable BigDecimal value,
            @Nullable BigDecimal targetValue,
            @Nullable String unit,
            @Nullable Instant lastReportedAt) {}

    /**
     * @param until the last due day asked for
     * @param next cursor of the following page, null on the last
     */
    public record OwedPage(
            LocalDate until, List<Item> items, @Nullable String next) {}

    OwedPage until(LocalDate until, int limit, Optional<Cursor> after) {
        LocalDate today = LocalDate.now(clock);
        WorkCalendar calendar = calendars.current();
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("""
                        SELECT o.key, o.what, o.task_id, t.title, o.period_from, o.period_to, o.due_on, t.value, t.target_value,
                               t.value_unit, (SELECT max(r.at) FROM report r WHERE r.task_id = t.id)
                          FROM (SELECT id AS key, CASE phase WHEN 'assigned' THEN 'ACCEPTANCE' ELSE 'COMPLETION' END AS what,
                                       id AS task_id, NULL::date AS period_from, NULL::date AS period_to, due_on
                                  FROM task
                                 WHERE unit_path LIKE ? AND phase IN ('assigned', 'accepted', 'under_way')
                                   AND due_on <= ? AND (due_on, id) > (?, ?)
                                UNION ALL
                                SELECT e.id, 'REPORT', e.task_id, e.period_from, e.period_to, e.due_on
                                  FROM expected_report e
                                 WHERE e.unit_path LIKE ? AND e.settled_at IS NULL
                                   AND e.due_on <= ? AND (e.due_on, e.id) > (?, ?)) o
                          JOIN task t ON t.id = o.task_id
                         WHERE o.what <> 'REPORT' OR t.phase IN ('accepted', 'under_way')
                         ORDER BY o.due_on, o.key LIMIT ?
                        """)) {
            for (int i = 1; i <= 5; i += 4) {
                select.setString(i, caller.unitPath() + "%");
                select.setObject(i + 1, until);
                select.setObject(
                        i + 2, after.map(a -> LocalDate.parse(a.part(0))).orElse(FIRST_DAY));
                select.setObject(
                        i + 3, after.map(a -> UUID.fromString(a.part(1))).orElse(FIRST_ID));
            }
            select.setInt(9, limit + 1);
            List<Item> items = new ArrayList<>();
            Cursor last = null;
            try (ResultSet r = select.executeQuery()) {
                while (items.size() < limit && r.next()) {
                    Item item = item(r, today, calendar);
                    items.add(item);
                    last = Cursor.of(item.dueOn(), r.getObject(1, UUID.class));
                }
                return new OwedPage(until, items, last != null && r.next() ? last.toString() : null);
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static Item item(ResultSet r, LocalDate today, WorkCalendar calendar) throws SQLException {
        LocalDate due = r.getObject(7, LocalDate.class);
        OffsetDateTime reported = r.getObject(11, OffsetDateTime.class);
        return new Item(
                What.valueOf(r.getString(2)),
                r.getObject(3, UUID.class),
                r.getString(4),
                r.getObject(5, LocalDate.class),
                r.getObject(6, LocalDate.class),
                due,
                due.isBefore(today),
                Math.max(0, ChronoUnit.DAYS.between(due, today)),
                calendar.workingDaysBetween(today, due),
                r.getBigDecimal(8),
                r.getBigDecimal(9),
                r.getString(10),
                reported == null ? null : reported.toInstant());
    }
}
