package org.dudao.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.contracts.UnitKind;
import org.dudao.outbox.DatabaseFault;
import org.jspecify.annotations.Nullable;

/** How often units report: the policy for tasks to come, and what holds for a task. */
@ApplicationScoped
public class ReportPolicies {

    private static final String DEFAULT = "default";

    private final DataSource database;

    public ReportPolicies(DataSource database) {
        this.database = database;
    }

    /** @param unitKind null for what holds where nothing is said of the lead unit's kind */
    public record ReportPolicy(@Nullable UnitKind unitKind, Cadence cadence, int daysAfter) {}

    public List<ReportPolicy> all() {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(
                        "SELECT id, cadence, days_after FROM report_policy ORDER BY id <> 'default', id");
                ResultSet r = select.executeQuery()) {
            List<ReportPolicy> all = new ArrayList<>();
            while (r.next()) {
                String id = r.getString(1);
                all.add(new ReportPolicy(
                        id.equals(DEFAULT) ? null : UnitKind.valueOf(id), Cadence.of(r.getString(2)), r.getInt(3)));
            }
            return all;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** Puts these in the place of all former ones; tasks that are assigned already keep what they have. */
    public void replace(List<ReportPolicy> policies) {
        try (Connection c = database.getConnection();
                PreparedStatement delete = c.prepareStatement("DELETE FROM report_policy");
                PreparedStatement insert =
                        c.prepareStatement("INSERT INTO report_policy (id, cadence, days_after) VALUES (?, ?, ?)")) {
            delete.executeUpdate();
            for (ReportPolicy policy : policies) {
                UnitKind kind = policy.unitKind();
                insert.setString(1, kind == null ? DEFAULT : kind.name());
                insert.setString(2, policy.cadence().word());
                insert.setInt(3, policy.daysAfter());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** From now on these tasks, held by the caller, are reported on so often. */
    public void set(Collection<UUID> tasks, Cadence cadence, int daysAfter, LocalDate since) {
        try (Connection c = database.getConnection();
                PreparedStatement upsert = c.prepareStatement("""
                        INSERT INTO task_cadence (task_id, cadence, days_after, since)
                        SELECT unnest(?::uuid[]), ?, ?, ?
                        ON CONFLICT (task_id) DO UPDATE
                           SET cadence = excluded.cadence, days_after = excluded.days_after, since = excluded.since
                        """)) {
            upsert.setArray(1, c.createArrayOf("uuid", tasks.toArray()));
            upsert.setString(2, cadence.word());
            upsert.setInt(3, daysAfter);
            upsert.setObject(4, since);
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
