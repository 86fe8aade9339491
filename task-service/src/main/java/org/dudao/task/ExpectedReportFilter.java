package org.dudao.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which expected reports a list shows; counts are made from the same filter (T13).
 *
 * @param state null for all
 * @param dueFrom first due day shown
 * @param dueBefore first due day no longer shown
 */
public record ExpectedReportFilter(
        @Nullable ReportState state,
        @Nullable String unitId,
        @Nullable UUID planId,
        @Nullable UUID taskId,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueBefore,
        @Nullable String q) {

    /** Still the unit's, and not handed in, standing still or at its end. */
    private static final String OWED =
            "t.phase IN ('assigned', 'accepted', 'under_way') AND e.unit_id = t.lead_unit_id";

    /** Derived from the clock and from what came; that a day passed without it is kept. */
    public enum ReportState {
        /** Not due yet. */
        EXPECTED("e.settled_at IS NULL AND e.due_at > now.at AND " + OWED),
        MISSING("e.settled_at IS NULL AND e.due_at <= now.at AND " + OWED),
        IN_TIME("e.settled_at IS NOT NULL AND e.missed_at IS NULL"),
        LATE("e.settled_at IS NOT NULL AND e.missed_at IS NOT NULL");

        private final String condition;

        ReportState(String condition) {
            this.condition = condition;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        String counted() {
            return "count(*) FILTER (WHERE " + condition + ")";
        }
    }

    public static final String STATE =
            "CASE WHEN " + ReportState.IN_TIME.condition + " THEN 'IN_TIME' WHEN " + ReportState.LATE.condition
                    + " THEN 'LATE' WHEN " + ReportState.MISSING.condition + " THEN 'MISSING' ELSE 'EXPECTED' END";

    /** One column per state, in their order. */
    public static final String COUNTS =
            Arrays.stream(ReportState.values()).map(ReportState::counted).collect(Collectors.joining(", "));

    /** The list that a count over this filter opens. */
    public String query(ReportState counted, @Nullable String ofUnit) {
        StringJoiner query = new StringJoiner("&");
        query.add("state=" + counted.word());
        String unit = ofUnit == null ? unitId : ofUnit;
        if (unit != null) {
            query.add("unitId=" + unit);
        }
        if (planId != null) {
            query.add("planId=" + planId);
        }
        if (dueFrom != null) {
            query.add("dueFrom=" + dueFrom);
        }
        if (dueBefore != null) {
            query.add("dueBefore=" + dueBefore);
        }
        return query.toString();
    }

    /**
     * From {@code expected_report e}, its task {@code t} and the clock; what it asks for goes to {@code parameters} in
     * their order.
     */
    public String from(Scope scope, Instant now, List<Object> parameters) {
        List<String> all = new ArrayList<>();
        parameters.add(now.atOffset(ZoneOffset.UTC));
        all.add(
                "(e.unit_path LIKE ? OR t.asked_by_path LIKE ? OR array_position(t.supporting_unit_ids, ?) IS NOT NULL)");
        parameters.add(scope.prefix());
        parameters.add(scope.prefix());
        parameters.add(scope.unitId());
        all.add(state == null ? "(e.settled_at IS NOT NULL OR (" + OWED + "))" : state.condition);
        if (unitId != null) {
            all.add("e.unit_id = ?");
            parameters.add(unitId);
        }
        if (planId != null) {
            all.add("t.plan_id = ?");
            parameters.add(planId);
        }
        if (taskId != null) {
            all.add("e.task_id = ?");
            parameters.add(taskId);
        }
        if (dueFrom != null) {
            all.add("e.due_on >= ?");
            parameters.add(dueFrom);
        }
        if (dueBefore != null) {
            all.add("e.due_on < ?");
            parameters.add(dueBefore);
        }
        if (q != null && !q.isBlank()) {
            all.add("(t.title ILIKE ? OR u.name ILIKE ?)");
            String like = "%" + q.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
            parameters.add(like);
            parameters.add(like);
        }
        return """
                FROM expected_report e JOIN task t ON t.id = e.task_id JOIN unit u ON u.id = e.unit_id
                CROSS JOIN (SELECT ?::timestamptz AS at) now
                WHERE\s""" + String.join(" AND ", all);
    }
}
