package org.dudao.plan;

import java.util.Locale;
import java.util.Map;
import org.dudao.plan.PlanState.Phase;
import org.dudao.startup.Problem;
import org.jspecify.annotations.Nullable;

/** Which plans are asked for. */
public record PlanFilter(
        @Nullable Phase phase,
        @Nullable Integer year,
        @Nullable String words) {

    public static PlanFilter of(@Nullable String state, @Nullable Integer year, @Nullable String q) {
        return new PlanFilter(phase(state), year, q == null || q.isBlank() ? null : q.strip());
    }

    private static @Nullable Phase phase(@Nullable String state) {
        if (state == null || state.isBlank()) {
            return null;
        }
        try {
            return Phase.valueOf(state.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(
                    "state", "state 应为 draft、published 或 withdrawn。", "state takes draft, published or withdrawn.");
        }
    }

    String where(Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder();
        if (phase != null) {
            where.append(" AND p.phase = :phase");
            parameters.put("phase", phase.name());
        }
        if (year != null) {
            where.append(" AND p.year = :year");
            parameters.put("year", year);
        }
        if (words != null) {
            where.append(" AND position(lower(:words) in lower(p.title)) > 0");
            parameters.put("words", words);
        }
        return where.toString();
    }
}
