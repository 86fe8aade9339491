package org.dudao.task.metering;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.dudao.contracts.UnitKind;
import org.dudao.contracts.UnitRef;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.Cursor;
import org.dudao.startup.Page;
import org.dudao.task.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of units, by the month in which it falls due: tasks that they lead or support and that were not
 * withdrawn, and reports expected of them.
 */
@ApplicationScoped
class Burdens {

    /** Every phase in which a task is somebody's work. */
    static final String ASKED_STATES = "assigned,accepted,under_way,suspended,submitted,completed";

    /** The units asked about, with their year: one row a unit, twelve months in arrays. The heaviest come first. */
    private static final String SELECT = """
            WITH asked AS (
                SELECT r.unit_id, t.due_on,
                       CASE WHEN NOT r.leads THEN 'support' WHEN t.comparator = 'DONE' THEN 'task' ELSE 'figure' END AS kind
                  FROM task t
                 CROSS JOIN LATERAL (SELECT t.lead_unit_id AS unit_id, true AS leads
                                     UNION ALL SELECT s, false FROM unnest(t.supporting_unit_ids) s) r
                 WHERE t.phase NOT IN ('proposed', 'cancelled') AND t.lead_unit_id IS NOT NULL
                   AND t.due_on >= ? AND t.due_on < ?
                UNION ALL
                SELECT e.unit_id, e.due_on, 'report' FROM expected_report e WHERE e.due_on >= ? AND e.due_on < ?
            ), monthly AS (
                SELECT a.unit_id, extract(month FROM a.due_on)::int AS month, sum(f.hours) AS hours,
                       count(*) FILTER (WHERE a.kind <> 'report') AS tasks, count(*) FILTER (WHERE a.kind = 'report') AS reports
                  FROM asked a JOIN ask_effort f ON f.kind = a.kind
                 GROUP BY a.unit_id, month
            ), yearly AS (
                SELECT u.id, u.name, u.path, coalesce(sum(m.hours), 0) AS hours, coalesce(sum(m.tasks + m.reports), 0) AS items,
                       coalesce(array_agg(m.month) FILTER (WHERE m.month IS NOT NULL), '{}') AS months,
                       coalesce(array_agg(m.hours) FILTER (WHERE m.month IS NOT NULL), '{}') AS month_hours,
                       coalesce(array_agg(m.tasks) FILTER (WHERE m.month IS NOT NULL), '{}') AS month_tasks,
                       coalesce(array_agg(m.reports) FILTER (WHERE m.month IS NOT NULL), '{}') AS month_reports
                  FROM unit u LEFT JOIN monthly m ON m.unit_id = u.id
                 WHERE u.path LIKE ? AND u.open AND (?::text IS NULL OR u.kind = ?) AND (?::text IS NULL OR u.id = ?)
                   AND (?::text IS NULL OR u.name ILIKE ?)
                 GROUP BY u.id, u.name, u.path
            )
            SELECT *, count(*) OVER () AS total FROM yearly
            """;

    private final DataSource database;

    Burdens(DataSource database) {
        this.database = database;
    }

    /** @param kind null for units of every kind */
    record Asked(
            int year,
            @Nullable UnitKind kind,
            @Nullable String unitId,
            @Nullable String q) {}

    Page<Burden> page(Asked asked, Scope scope, int limit, Optional<Cursor> after) {
        String sql = "SELECT * FROM (" + SELECT
                + ") y WHERE (y.hours, y.path) < (?, ?) ORDER BY y.hours DESC, y.path DESC LIMIT ?";
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            int i = fill(select, asked, scope);
            select.setBigDecimal(i++, after.map(a -> new BigDecimal(a.part(0))).orElse(BigDecimal.valueOf(1e9)));
            select.setString(i++, after.map(a -> a.part(1)).orElse(""));
            select.setInt(i, limit + 1);
            List<Burden> rows = new ArrayList<>();
            long total = 0;
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    rows.add(burden(r, asked.year()));
                    total = r.getLong("total");
                }
            }
            return Page.of(
                    rows, limit, total, b -> Cursor.of(b.hours(), b.unit().path()));
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static int fill(PreparedStatement select, Asked asked, Scope scope) throws SQLException {
        LocalDate first = LocalDate.of(asked.year(), 1, 1);
        String kind = asked.kind() == null ? null : asked.kind().name();
        String like = asked.q() == null || asked.q().isBlank()
                ? null
                : "%" + asked.q().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
        int i = 1;
        for (int twice = 0; twice < 2; twice++) {
            select.setObject(i++, first);
            select.setObject(i++, first.plusYears(1));
        }
        select.setString(i++, scope.path() + "%");
        select.setString(i++, kind);
        select.setString(i++, kind);
        select.setString(i++, asked.unitId());
        select.setString(i++, asked.unitId());
        select.setString(i++, like);
        select.setString(i++, like);
        return i;
    }

    private static Burden burden(ResultSet r, int year) throws SQLException {
        UnitRef unit = new UnitRef(r.getString("id"), r.getString("name"), r.getString("path"));
        Integer[] months = (Integer[]) r.getArray("months").getArray();
        BigDecimal[] hours = (BigDecimal[]) r.getArray("month_hours").getArray();
        Long[] tasks = (Long[]) r.getArray("month_tasks").getArray();
        Long[] reports = (Long[]) r.getArray("month_reports").getArray();
        List<Burden.MonthBurden> all = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> {
                    int at = List.of(months).indexOf(month);
                    return Burden.MonthBurden.of(
                            unit.id(),
                            YearMonth.of(year, month),
                            at < 0 ? BigDecimal.ZERO : hours[at],
                            at < 0 ? 0 : tasks[at],
                            at < 0 ? 0 : reports[at]);
                })
                .toList();
        return new Burden(unit, r.getBigDecimal("hours"), r.getLong("items"), all);
    }
}
