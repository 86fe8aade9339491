package org.dudao.plan.comparing;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.dudao.plan.Plan;
import org.dudao.plan.Target;
import org.jspecify.annotations.Nullable;

/** What the bureau's plans of former years asked for in the same unit, and what came of it. */
@ApplicationScoped
public class FormerTargets {

    private final DataSource database;

    public FormerTargets(DataSource database) {
        this.database = database;
    }

    /** @param last what a summary says of the year before its plan, once a person has paired the two */
    record Former(
            int year,
            UUID planId,
            UUID targetId,
            String quote,
            String indicator,
            @Nullable BigDecimal asked,
            @Nullable BigDecimal reached,
            boolean attained,
            @Nullable String lastQuote,
            @Nullable BigDecimal last) {}

    /** The target itself is among them. */
    List<Former> of(Plan plan, Target target) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("""
                        SELECT p.year, p.id, t.id, t.quote, t.indicator, t.value, t.attained_value, t.attained, r.quote, r.value
                          FROM plan p JOIN target t ON t.plan_id = p.id
                          LEFT JOIN target_baseline b ON b.target_id = t.id
                          LEFT JOIN last_result r ON r.id = b.result_id AND r.unit IS NOT DISTINCT FROM t.unit
                         WHERE p.bureau_id = ? AND (t.id = ? OR p.phase = 'PUBLISHED' AND p.year < ?
                               AND t.review = 'ACCEPTED' AND t.unit IS NOT DISTINCT FROM ?)
                        """)) {
            select.setString(1, plan.bureau().id());
            select.setObject(2, target.id());
            select.setInt(3, plan.year());
            select.setString(4, target.unit());
            List<Former> former = new ArrayList<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    former.add(new Former(
                            r.getInt(1),
                            r.getObject(2, UUID.class),
                            r.getObject(3, UUID.class),
                            r.getString(4),
                            r.getString(5),
                            r.getBigDecimal(6),
                            r.getBigDecimal(7),
                            r.getBoolean(8),
                            r.getString(9),
                            r.getBigDecimal(10)));
                }
            }
            return former;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
