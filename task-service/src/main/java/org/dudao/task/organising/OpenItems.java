package org.dudao.task.organising;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;

/** What units still answer for: tasks that they lead or are proposed for and that have not ended. */
@ApplicationScoped
class OpenItems {

    private final DataSource database;

    OpenItems(DataSource database) {
        this.database = database;
    }

    /** How many each of them has; who has none is not in the answer. */
    Map<String, Long> of(Collection<String> unitIds) {
        if (unitIds.isEmpty()) {
            return Map.of();
        }
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("""
                        SELECT coalesce(lead_unit_id, proposed_unit_id), count(*) FROM task
                         WHERE phase NOT IN ('completed', 'cancelled')
                           AND coalesce(lead_unit_id, proposed_unit_id) = ANY (?)
                         GROUP BY 1
                        """)) {
            select.setArray(1, c.createArrayOf("text", unitIds.toArray()));
            Map<String, Long> counts = new HashMap<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    counts.put(r.getString(1), r.getLong(2));
                }
            }
            return counts;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
