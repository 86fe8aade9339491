package org.dudao.supervision.following;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.dudao.contracts.UnitEvent.UnitChanged;
import org.dudao.outbox.DatabaseFault;

/** Alerts carry the names and paths of their units, and so who sees them: both follow the unit. */
@ApplicationScoped
public class FollowUnitsWhenUnitChanged {

    private final DataSource database;

    FollowUnitsWhenUnitChanged(DataSource database) {
        this.database = database;
    }

    /** @param run units of which this service has taken its copy already: that copy is what counts */
    public void react(List<UnitChanged> run) {
        String[] ids = run.stream().map(UnitChanged::unitId).distinct().toArray(String[]::new);
        try (Connection c = database.getConnection()) {
            follow(c, "unit", ids);
            follow(c, "bureau", ids);
            followSupporting(c, ids);
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static void follow(Connection c, String which, String[] ids) throws SQLException {
        try (PreparedStatement update = c.prepareStatement("""
                UPDATE alert a SET %1$s_name = u.name, %1$s_path = u.path FROM unit u
                 WHERE u.id = ANY(?) AND a.%1$s_id = u.id AND (a.%1$s_name, a.%1$s_path) <> (u.name, u.path)
                """.formatted(which))) {
            update.setArray(1, c.createArrayOf("text", ids));
            update.executeUpdate();
        }
    }

    private static void followSupporting(Connection c, String[] ids) throws SQLException {
        try (PreparedStatement update = c.prepareStatement("""
                UPDATE alert a SET supporting_units = now.units
                  FROM (SELECT f.id, jsonb_agg(CASE WHEN u.id IS NULL THEN s.unit
                                   ELSE s.unit || jsonb_build_object('name', u.name, 'path', u.path) END ORDER BY s.n) AS units
                          FROM alert f
                         CROSS JOIN jsonb_array_elements(f.supporting_units) WITH ORDINALITY AS s (unit, n)
                          LEFT JOIN unit u ON u.id = s.unit ->> 'id' AND u.id = ANY(?)
                         GROUP BY f.id
                        HAVING bool_or((s.unit ->> 'name', s.unit ->> 'path') <> (u.name, u.path))) now
                 WHERE a.id = now.id
                """)) {
            update.setArray(1, c.createArrayOf("text", ids));
            update.executeUpdate();
        }
    }
}
