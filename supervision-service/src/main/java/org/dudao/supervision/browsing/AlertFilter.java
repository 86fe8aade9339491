package org.dudao.supervision.browsing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.dudao.contracts.Rung;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts. The one predicate behind the list, its total and every count, so that a number opens a list of exactly
 * that length.
 *
 * @param state OPEN, RESOLVED or CLOSED
 * @param unitId the unit or one below it
 * @param proposed true: a rung waits for a signature; false: none does
 * @param q part of the title or of the unit's name
 */
record AlertFilter(
        @Nullable String state,
        @Nullable Rung rung,
        @Nullable String unitId,
        @Nullable UUID taskId,
        @Nullable Boolean proposed,
        @Nullable String q) {

    static AlertFilter state(String state) {
        return new AlertFilter(state, null, null, null, null, null);
    }

    /** SQL over the table {@code alert a}, with its values in order. */
    record Predicate(String sql, List<Object> values) {}

    Predicate predicate() {
        List<String> parts = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (state != null) {
            parts.add("a.phase = ?");
            values.add(state);
        }
        if (rung != null) {
            parts.add("a.rung = ?");
            values.add(rung.name());
        }
        if (unitId != null) {
            parts.add("(a.unit_id = ? OR starts_with(a.unit_path, (SELECT u.path FROM unit u WHERE u.id = ?)))");
            values.add(unitId);
            values.add(unitId);
        }
        if (taskId != null) {
            parts.add("a.task_id = ?");
            values.add(taskId);
        }
        if (proposed != null) {
            parts.add((proposed ? "" : "NOT ")
                    + "EXISTS (SELECT FROM alert_step s WHERE s.alert_id = a.id AND s.state = 'PROPOSED')");
        }
        if (q != null && !q.isBlank()) {
            parts.add("(strpos(lower(a.title), lower(?)) > 0 OR strpos(lower(a.unit_name), lower(?)) > 0)");
            values.add(q.strip());
            values.add(q.strip());
        }
        return new Predicate(parts.isEmpty() ? "true" : String.join(" AND ", parts), values);
    }

    /** The query string that opens this list. */
    String query() {
        List<String> parts = new ArrayList<>();
        add(parts, "state", state == null ? null : state.toLowerCase(Locale.ROOT));
        add(parts, "rung", rung);
        add(parts, "unitId", unitId);
        add(parts, "taskId", taskId);
        add(parts, "proposed", proposed);
        add(parts, "q", q);
        return String.join("&", parts);
    }

    private static void add(List<String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }
}
