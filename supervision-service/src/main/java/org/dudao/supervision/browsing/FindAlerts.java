package org.dudao.supervision.browsing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.dudao.contracts.AlertFacts;
import org.dudao.contracts.Rung;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.Cursor;
import org.dudao.startup.Page;
import org.dudao.supervision.Alert;
import org.dudao.supervision.AlertLine;
import org.dudao.supervision.AlertViews;
import org.dudao.supervision.Alerts;
import org.dudao.supervision.Labels;
import org.jspecify.annotations.Nullable;

/** Pages and counts of alerts within a scope. */
@ApplicationScoped
class FindAlerts {

    private final DataSource database;
    private final AlertViews views;
    private final Labels labels;

    FindAlerts(DataSource database, AlertViews views, Labels labels) {
        this.database = database;
        this.views = views;
        this.labels = labels;
    }

    /** How a list is sorted; the id makes every order total. */
    enum Sort {
        NEWEST("a.raised_at", "timestamptz", "DESC", "<"),
        DUE("a.due_on", "date", "ASC", ">");

        private final String column;
        private final String type;
        private final String direction;
        private final String after;

        Sort(String column, String type, String direction, String after) {
            this.column = column;
            this.type = type;
            this.direction = direction;
            this.after = after;
        }
    }

    private record Row(AlertLine line, String key) {}

    Page<AlertLine> page(
            AlertFilter filter, Sort sort, String scope, int limit, Optional<Cursor> from, boolean chinese) {
        AlertFilter.Predicate predicate = filter.predicate();
        List<Object> values = new ArrayList<>(predicate.values());
        values.add(scope);
        String where = predicate.sql() + " AND starts_with(a.unit_path, ?)";
        String after = "";
        if (from.isPresent()) {
            after = " AND (%s, a.id) %s (?::%s, ?::uuid)".formatted(sort.column, sort.after, sort.type);
        }
        try (Connection c = database.getConnection()) {
            long total = count(c, where, values);
            from.ifPresent(cursor -> values.addAll(cursor.parts()));
            List<Row> rows = new ArrayList<>();
            try (PreparedStatement select =
                    c.prepareStatement("""
                    SELECT a.*, %1$s::text AS sort_key,
                           (SELECT s.rung FROM alert_step s WHERE s.alert_id = a.id AND s.state = 'PROPOSED' LIMIT 1) AS proposed
                      FROM alert a WHERE %2$s%3$s ORDER BY %1$s %4$s, a.id %4$s LIMIT %5$d
                    """.formatted(sort.column, where, after, sort.direction, limit + 1))) {
                bind(select, values);
                try (ResultSet r = select.executeQuery()) {
                    while (r.next()) {
                        rows.add(new Row(line(r, chinese), r.getString("sort_key")));
                    }
                }
            }
            Page<Row> page = Page.of(
                    rows, limit, total, row -> Cursor.of(row.key(), row.line().id()));
            return new Page<>(page.items().stream().map(Row::line).toList(), page.next(), total);
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static long count(Connection c, String where, List<Object> values) throws SQLException {
        try (PreparedStatement count = c.prepareStatement("SELECT count(*) FROM alert a WHERE " + where)) {
            bind(count, values);
            try (ResultSet r = count.executeQuery()) {
                r.next();
                return r.getLong(1);
            }
        }
    }

    /** How many each filter lets through, all at one moment. */
    Map<String, Long> counts(Map<String, AlertFilter> filters, String scope) {
        List<String> columns = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        filters.values().forEach(filter -> {
            AlertFilter.Predicate predicate = filter.predicate();
            columns.add("count(*) FILTER (WHERE " + predicate.sql() + ")");
            values.addAll(predicate.values());
        });
        values.add(scope);
        try (Connection c = database.getConnection();
                PreparedStatement count = c.prepareStatement(
                        "SELECT " + String.join(", ", columns) + " FROM alert a WHERE starts_with(a.unit_path, ?)")) {
            bind(count, values);
            Map<String, Long> counts = new LinkedHashMap<>();
            try (ResultSet r = count.executeQuery()) {
                r.next();
                int i = 1;
                for (String key : filters.keySet()) {
                    counts.put(key, r.getLong(i++));
                }
            }
            return counts;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    private AlertLine line(ResultSet r, boolean chinese) throws SQLException {
        AlertFacts facts = Alerts.facts(r);
        Rung rung = Rung.valueOf(r.getString("rung"));
        String proposed = r.getString("proposed");
        Instant endedAt = instant(r, "ended_at");
        return new AlertLine(
                facts.alertId(),
                facts.taskId(),
                facts.planId(),
                facts.title(),
                facts.unit(),
                facts.bureau(),
                facts.supportingUnits(),
                facts.dueOn(),
                views.daysLate(facts.dueOn(), endedAt),
                r.getString("phase").toLowerCase(Locale.ROOT),
                rung,
                labels.of(rung, chinese),
                facts.repeated(),
                r.getObject("raised_at", OffsetDateTime.class).toInstant(),
                instant(r, "acknowledged_at"),
                r.getString("acknowledged_by"),
                views.resting(Alert.Phase.valueOf(r.getString("phase")), instant(r, "snoozed_until")),
                proposed == null ? null : Rung.valueOf(proposed),
                instant(r, "next_step_at"),
                endedAt,
                r.getLong("version"));
    }

    private static @Nullable Instant instant(ResultSet r, String column) throws SQLException {
        OffsetDateTime time = r.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
