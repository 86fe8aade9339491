package org.dudao.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.jspecify.annotations.Nullable;

/** Last year's results, and which target each was decided to belong to. */
@ApplicationScoped
public class Baselines {

    private final DataSource database;

    public Baselines(DataSource database) {
        this.database = database;
    }

    /** In place of what was there; decisions on what is gone go with it. */
    public void replace(UUID planId, List<LastResult> results) {
        try (Connection c = database.getConnection();
                PreparedStatement forget = c.prepareStatement(
                        "WITH d AS (DELETE FROM target_baseline WHERE plan_id = ?) DELETE FROM last_result WHERE plan_id = ?");
                PreparedStatement insert = c.prepareStatement(
                        "INSERT INTO last_result (id, plan_id, place, source, quote, indicator, value, unit, change,"
                                + " change_unit, rate) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            forget.setObject(1, planId);
            forget.setObject(2, planId);
            forget.executeUpdate();
            int place = 0;
            for (LastResult r : results) {
                int i = 1;
                insert.setObject(i++, r.id());
                insert.setObject(i++, planId);
                insert.setInt(i++, ++place);
                insert.setString(i++, r.source());
                insert.setString(i++, r.quote());
                insert.setString(i++, r.indicator());
                insert.setBigDecimal(i++, r.value());
                insert.setString(i++, r.unit());
                insert.setBigDecimal(i++, r.change());
                insert.setString(i++, r.changeUnit());
                insert.setBigDecimal(i, r.rate());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    public List<LastResult> results(UUID planId) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement("SELECT id, source, quote, indicator, value, unit, change, change_unit, rate"
                                + " FROM last_result WHERE plan_id = ? ORDER BY place")) {
            select.setObject(1, planId);
            List<LastResult> results = new ArrayList<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    results.add(new LastResult(
                            r.getObject(1, UUID.class),
                            r.getString(2),
                            r.getString(3),
                            r.getString(4),
                            r.getBigDecimal(5),
                            r.getString(6),
                            r.getBigDecimal(7),
                            r.getString(8),
                            r.getBigDecimal(9)));
                }
            }
            return results;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** What was decided: the result's id, or empty when there is none for the target. */
    public Map<UUID, Optional<UUID>> decided(UUID planId) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement("SELECT target_id, result_id FROM target_baseline WHERE plan_id = ?")) {
            select.setObject(1, planId);
            Map<UUID, Optional<UUID>> decided = new HashMap<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    decided.put(r.getObject(1, UUID.class), Optional.ofNullable(r.getObject(2, UUID.class)));
                }
            }
            return decided;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** What last year reached, for each target whose result a person has confirmed and whose unit is the same. */
    public Map<UUID, BigDecimal> levels(UUID planId) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("""
                        SELECT b.target_id, r.value FROM target_baseline b JOIN last_result r ON r.id = b.result_id
                          JOIN target t ON t.id = b.target_id AND t.unit = r.unit
                         WHERE b.plan_id = ? AND r.value IS NOT NULL
                        """)) {
            select.setObject(1, planId);
            Map<UUID, BigDecimal> levels = new HashMap<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    levels.put(r.getObject(1, UUID.class), r.getBigDecimal(2));
                }
            }
            return levels;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    public void decide(UUID planId, UUID targetId, @Nullable UUID resultId, String by, Instant at) {
        try (Connection c = database.getConnection();
                PreparedStatement upsert = c.prepareStatement("""
                        INSERT INTO target_baseline (target_id, plan_id, result_id, decided_by, decided_at)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (target_id) DO UPDATE
                           SET result_id = excluded.result_id, decided_by = excluded.decided_by,
                               decided_at = excluded.decided_at
                        """)) {
            upsert.setObject(1, targetId);
            upsert.setObject(2, planId);
            upsert.setObject(3, resultId);
            upsert.setString(4, by);
            upsert.setObject(5, at.atOffset(ZoneOffset.UTC));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
