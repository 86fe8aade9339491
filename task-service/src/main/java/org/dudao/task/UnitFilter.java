package org.dudao.task;

import java.util.ArrayList;
import java.util.List;
import org.dudao.contracts.UnitKind;
import org.jspecify.annotations.Nullable;

/**
 * Which units a list shows.
 *
 * @param parentId only those right below it
 * @param open null for open and closed ones
 * @param trait a word among its traits
 * @param q part of the name, or the whole id or school code
 */
public record UnitFilter(
        @Nullable UnitKind kind,
        @Nullable Stage stage,
        @Nullable String parentId,
        @Nullable Boolean open,
        @Nullable String trait,
        @Nullable String q) {

    /** Conditions over {@code unit u}; what they ask for goes to {@code parameters} in their order. */
    String where(Scope scope, List<Object> parameters) {
        List<String> all = new ArrayList<>();
        all.add("u.path LIKE ?");
        parameters.add(scope.prefix());
        if (kind != null) {
            all.add("u.kind = ?");
            parameters.add(kind.name());
        }
        if (stage != null) {
            all.add("u.stage = ?");
            parameters.add(stage.name());
        }
        if (parentId != null) {
            all.add("u.parent_id = ?");
            parameters.add(parentId);
        }
        if (open != null) {
            all.add(open ? "u.open" : "NOT u.open");
        }
        if (trait != null) {
            all.add("? = ANY (u.traits)");
            parameters.add(trait);
        }
        if (q != null && !q.isBlank()) {
            all.add("(u.name ILIKE ? OR u.id = ?"
                    + " OR EXISTS (SELECT 1 FROM school_code k WHERE k.unit_id = u.id AND k.code = ?))");
            parameters.add("%" + q.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
            parameters.add(q.strip());
            parameters.add(q.strip());
        }
        return String.join(" AND ", all);
    }
}
