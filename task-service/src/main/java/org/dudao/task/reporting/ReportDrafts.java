package org.dudao.task.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.dudao.task.Task;
import org.jspecify.annotations.Nullable;

/** Reports that somebody is still writing, one per task and person. */
@ApplicationScoped
class ReportDrafts {

    private final DataSource database;
    private final Clock clock;

    ReportDrafts(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    record ReportDraft(@Nullable BigDecimal value, String narrative, Instant savedAt) {}

    Optional<ReportDraft> of(UUID task, String username) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(
                        "SELECT value, narrative, saved_at FROM report_draft WHERE task_id = ? AND username = ?")) {
            select.setObject(1, task);
            select.setString(2, username);
            try (ResultSet r = select.executeQuery()) {
                return r.next()
                        ? Optional.of(new ReportDraft(
                                r.getBigDecimal(1),
                                r.getString(2),
                                r.getObject(3, OffsetDateTime.class).toInstant()))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    void keep(Task task, String username, @Nullable BigDecimal value, String narrative) {
        try (Connection c = database.getConnection();
                PreparedStatement upsert = c.prepareStatement("""
                        INSERT INTO report_draft (task_id, username, unit_path, value, narrative, saved_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (task_id, username) DO UPDATE
                           SET unit_path = excluded.unit_path, value = excluded.value, narrative = excluded.narrative,
                               saved_at = excluded.saved_at
                        """)) {
            upsert.setObject(1, task.id());
            upsert.setString(2, username);
            upsert.setString(3, task.unitPath());
            upsert.setBigDecimal(4, value);
            upsert.setString(5, narrative);
            upsert.setObject(6, clock.instant().atOffset(ZoneOffset.UTC));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    void drop(UUID task, String username) {
        try (Connection c = database.getConnection();
                PreparedStatement delete =
                        c.prepareStatement("DELETE FROM report_draft WHERE task_id = ? AND username = ?")) {
            delete.setObject(1, task);
            delete.setString(2, username);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
