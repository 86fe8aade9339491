package org.dudao.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.dudao.task.TaskView.ReportView;
import org.jspecify.annotations.Nullable;

/** What units said of their progress. */
@ApplicationScoped
public class Reports {

    private static final String INSERT =
            "INSERT INTO report (id, task_id, unit_path, at, by, value, narrative) VALUES (?, ?, ?, ?, ?, ?, ?)";

    private final DataSource database;

    public Reports(DataSource database) {
        this.database = database;
    }

    public void add(UUID id, Task task, Instant at, String by, @Nullable BigDecimal value, String narrative) {
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement(INSERT)) {
            fill(insert, id, task, at, by, value, narrative);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    public record Added(UUID id, Task task, @Nullable BigDecimal value, String narrative) {}

    /** Of many tasks, as one batch. */
    public void addAll(List<Added> added, Instant at, String by) {
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement(INSERT)) {
            for (Added report : added) {
                fill(insert, report.id(), report.task(), at, by, report.value(), report.narrative());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static void fill(
            PreparedStatement insert,
            UUID id,
            Task task,
            Instant at,
            String by,
            @Nullable BigDecimal value,
            String narrative)
            throws SQLException {
        insert.setObject(1, id);
        insert.setObject(2, task.id());
        insert.setString(3, task.unitPath());
        insert.setObject(4, at.atOffset(ZoneOffset.UTC));
        insert.setString(5, by);
        insert.setBigDecimal(6, value);
        insert.setString(7, narrative);
    }

    /** Of one task whose scope was checked, oldest first. */
    public List<ReportView> of(UUID task) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(
                        "SELECT id, at, by, value, narrative FROM report WHERE task_id = ? ORDER BY id LIMIT 1000")) {
            select.setObject(1, task);
            List<ReportView> reports = new ArrayList<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    reports.add(new ReportView(
                            r.getObject(1, UUID.class),
                            r.getObject(2, OffsetDateTime.class).toInstant(),
                            r.getString(3),
                            r.getBigDecimal(4),
                            r.getString(5)));
                }
            }
            return reports;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
