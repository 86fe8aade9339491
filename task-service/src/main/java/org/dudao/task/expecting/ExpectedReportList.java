package org.dudao.task.expecting;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.contracts.UnitRef;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.Cursor;
import org.dudao.startup.Page;
import org.dudao.task.ExpectedReportFilter;
import org.dudao.task.ExpectedReportFilter.ReportState;
import org.dudao.task.Scope;
import org.jspecify.annotations.Nullable;

/** Who owes what and who has not reported, as lists and as counts per unit. */
@ApplicationScoped
class ExpectedReportList {

    private final DataSource database;
    private final Clock clock;

    ExpectedReportList(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A report that is owed or was.
     *
     * @param daysLate days after the due day: until it came, or so far
     * @param sentBack how often a report that stood for it was sent back
     */
    record ExpectedReportView(
            UUID id,
            UUID taskId,
            String title,
            UnitRef unit,
            LocalDate periodFrom,
            LocalDate periodTo,
            LocalDate dueOn,
            ReportState state,
            long daysLate,
            @Nullable Instant reportedAt,
            int sentBack) {}

    /** A number and the query that opens exactly what it counts. */
    record StateCount(ReportState state, long count, String query) {}

    /** @param inTimeShare of those whose day has passed or that came; null where there is none yet */
    record UnitTimeliness(
            UnitRef unit, List<StateCount> counts, @Nullable Double inTimeShare) {}

    Page<ExpectedReportView> page(
            ExpectedReportFilter filter, Scope scope, boolean latestFirst, int limit, Optional<Cursor> after) {
        List<Object> parameters = new ArrayList<>();
        String from = filter.from(scope, clock.instant(), parameters);
        long total = total(from, parameters);
        if (after.isPresent()) {
            from += latestFirst ? " AND (e.due_on, e.id) < (?, ?)" : " AND (e.due_on, e.id) > (?, ?)";
            parameters.add(LocalDate.parse(after.get().part(0)));
            parameters.add(UUID.fromString(after.get().part(1)));
        }
        String order = latestFirst ? " ORDER BY e.due_on DESC, e.id DESC" : " ORDER BY e.due_on, e.id";
        String sql = """
                SELECT e.id, e.task_id, t.title, u.id, u.name, u.path, e.period_from, e.period_to, e.due_on, %s, e.settled_at,
                       e.sent_back
                """.formatted(ExpectedReportFilter.STATE) + from + order + " LIMIT " + (limit + 1);
        List<ExpectedReportView> rows = select(sql, parameters, this::view);
        return Page.of(rows, limit, total, e -> Cursor.of(e.dueOn(), e.id()));
    }

    private ExpectedReportView view(ResultSet r) throws SQLException {
        LocalDate dueOn = r.getObject(9, LocalDate.class);
        ReportState state = ReportState.valueOf(r.getString(10));
        OffsetDateTime settled = r.getObject(11, OffsetDateTime.class);
        Instant reportedAt = settled == null ? null : settled.toInstant();
        LocalDate until = LocalDate.ofInstant(reportedAt == null ? clock.instant() : reportedAt, clock.getZone());
        return new ExpectedReportView(
                r.getObject(1, UUID.class),
                r.getObject(2, UUID.class),
                r.getString(3),
                new UnitRef(r.getString(4), r.getString(5), r.getString(6)),
                r.getObject(7, LocalDate.class),
                r.getObject(8, LocalDate.class),
                dueOn,
                state,
                Math.max(0, until.toEpochDay() - dueOn.toEpochDay()),
                reportedAt,
                r.getInt(12));
    }

    List<StateCount> counts(ExpectedReportFilter filter, Scope scope) {
        List<Object> parameters = new ArrayList<>();
        String from = filter.from(scope, clock.instant(), parameters);
        return select("SELECT " + ExpectedReportFilter.COUNTS + " " + from, parameters, r -> counts(filter, r, 1, null))
                .getFirst();
    }

    /** Units, the most missing first. */
    Page<UnitTimeliness> byUnit(ExpectedReportFilter filter, Scope scope, int limit, Optional<Cursor> after) {
        List<Object> parameters = new ArrayList<>();
        String from = filter.from(scope, clock.instant(), parameters);
        String units = "SELECT u.id, u.name, u.path, " + ExpectedReportFilter.COUNTS + " " + from
                + " GROUP BY u.id, u.name, u.path";
        long total = total("FROM (" + units + ") g", parameters);
        String page = "SELECT * FROM (" + units + ") AS g (id, name, path, expected, missing, in_time, late)";
        if (after.isPresent()) {
            page += " WHERE (missing, late, id) < (?, ?, ?)";
            parameters.add(Long.valueOf(after.get().part(0)));
            parameters.add(Long.valueOf(after.get().part(1)));
            parameters.add(after.get().part(2));
        }
        page += " ORDER BY missing DESC, late DESC, id DESC LIMIT " + (limit + 1);
        List<UnitTimeliness> rows = select(page, parameters, r -> {
            UnitRef unit = new UnitRef(r.getString(1), r.getString(2), r.getString(3));
            List<StateCount> counts = counts(filter, r, 4, unit.id());
            long inTime = of(counts, ReportState.IN_TIME);
            long judged = inTime + of(counts, ReportState.LATE) + of(counts, ReportState.MISSING);
            return new UnitTimeliness(unit, counts, judged == 0 ? null : (double) inTime / judged);
        });
        return Page.of(
                rows,
                limit,
                total,
                u -> Cursor.of(
                        of(u.counts(), ReportState.MISSING),
                        of(u.counts(), ReportState.LATE),
                        u.unit().id()));
    }

    private static long of(List<StateCount> counts, ReportState state) {
        return counts.stream()
                .filter(c -> c.state() == state)
                .mapToLong(StateCount::count)
                .sum();
    }

    private static List<StateCount> counts(
            ExpectedReportFilter filter, ResultSet r, int firstColumn, @Nullable String unitId) throws SQLException {
        List<StateCount> counts = new ArrayList<>();
        for (ReportState state : ReportState.values()) {
            counts.add(new StateCount(state, r.getLong(firstColumn + state.ordinal()), filter.query(state, unitId)));
        }
        return counts;
    }

    private long total(String from, List<Object> parameters) {
        return select("SELECT count(*) " + from, parameters, r -> r.getLong(1)).getFirst();
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> select(String sql, List<Object> parameters, Row<T> row) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                select.setObject(i + 1, parameters.get(i));
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    rows.add(row.of(r));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
