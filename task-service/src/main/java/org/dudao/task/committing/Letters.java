package org.dudao.task.committing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.dudao.task.Scope;
import org.jspecify.annotations.Nullable;

/** Who answers for what under a plan, unit by unit: what it leads first, then what it supports. */
@ApplicationScoped
class Letters {

    private static final String SELECT = """
            SELECT u.id, u.name, b.name AS bureau, t.plan_title, t.year, leader.name AS leader, contact.name AS contact,
                   t.quote, t.target_value, t.target_upper, t.comparator, t.value_unit, t.due_on,
                   t.parent_id IS NOT NULL AS share, r.leads, l.name AS lead_unit
              FROM task t
              JOIN unit b ON b.id = t.bureau_id
              JOIN unit l ON l.id = t.lead_unit_id
             CROSS JOIN LATERAL (SELECT t.lead_unit_id AS unit_id, true AS leads
                                 UNION ALL SELECT s, false FROM unnest(t.supporting_unit_ids) s) r
              JOIN unit u ON u.id = r.unit_id
              LEFT JOIN person leader ON leader.id = u.leader_id
              LEFT JOIN person contact ON contact.id = u.contact_id
             WHERE t.plan_id = ? AND t.phase NOT IN ('proposed', 'cancelled')
               AND u.path LIKE ? AND (?::text IS NULL OR u.id = ?)
             ORDER BY u.path, r.leads DESC, t.place, t.id
            """;

    private final DataSource database;

    Letters(DataSource database) {
        this.database = database;
    }

    /** By unit, in the order of the tree; only units in scope. */
    List<Letter> of(UUID planId, Scope scope, @Nullable String unitId) {
        Map<String, Letter> letters = new LinkedHashMap<>();
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(SELECT)) {
            select.setObject(1, planId);
            select.setString(2, scope.path() + "%");
            select.setString(3, unitId);
            select.setString(4, unitId);
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    Letter letter = letters.get(r.getString("id"));
                    if (letter == null) {
                        letter = head(r);
                        letters.put(r.getString("id"), letter);
                    }
                    letter.duties().add(duty(r));
                }
            }
            return List.copyOf(letters.values());
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static Letter head(ResultSet r) throws SQLException {
        return new Letter(
                r.getString("plan_title"),
                r.getInt("year"),
                r.getString("bureau"),
                r.getString("name"),
                r.getString("leader"),
                r.getString("contact"),
                new ArrayList<>());
    }

    private static Letter.Duty duty(ResultSet r) throws SQLException {
        return new Letter.Duty(
                r.getString("quote"),
                r.getBigDecimal("target_value"),
                r.getBigDecimal("target_upper"),
                r.getString("comparator"),
                r.getString("value_unit"),
                r.getObject("due_on", LocalDate.class),
                r.getBoolean("share"),
                r.getBoolean("leads"),
                r.getString("lead_unit"));
    }
}
