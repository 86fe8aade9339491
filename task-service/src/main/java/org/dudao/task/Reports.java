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
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.Problem;
import org.dudao.task.TaskView.ReportView;
import org.jspecify.annotations.Nullable;

/** What units said of their progress. */
@ApplicationScoped
public class Reports {

    private static final String INSERT =
            "INSERT INTO report (id, task_id, unit_path, at, by, value, narrative) VALUES (?, ?, ?, ?, ?, ?, ?)";

    private final DataSource database;
    private final ExpectedReports expected;

    public Reports(DataSource database, ExpectedReports expected) {
        this.database = database;
        this.expected = expected;
    }

    public void add(UUID id, Task task, Instant at, String by, @Nullable BigDecimal value, String narrative) {
        addAll(List.of(new Added(id, task, value, narrative)), at, by);
    }

    public record Added(UUID id, Task task, @Nullable BigDecimal value, String narrative) {}

    /** Of many tasks, as one batch; what was expected of them by now is settled. */
    public void addAll(List<Added> added, Instant at, String by) {
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement(INSERT)) {
            for (Added report : added) {
                fill(insert, report, at, by);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
        expected.settle(added.stream().collect(Collectors.toMap(r -> r.task().id(), Added::id)), at);
    }

    private static void fill(PreparedStatement insert, Added report, Instant at, String by) throws SQLException {
        insert.setObject(1, report.id());
        insert.setObject(2, report.task().id());
        insert.setString(3, report.task().unitPath());
        insert.setObject(4, at.atOffset(ZoneOffset.UTC));
        insert.setString(5, by);
        insert.setBigDecimal(6, report.value());
        insert.setString(7, report.narrative());
    }

    /**
     * A report goes back to its unit, which reads the reason.
     *
     * @throws Problem 404 when the task has no such report, 409 when it went back already
     */
    public void sendBack(UUID report, UUID task, String reason, Instant at, String by) {
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement("""
                        UPDATE report SET returned_at = ?, returned_by = ?, return_reason = ?
                         WHERE id = ? AND task_id = ? AND returned_at IS NULL
                        """)) {
            update.setObject(1, at.atOffset(ZoneOffset.UTC));
            update.setString(2, by);
            update.setString(3, reason);
            update.setObject(4, report);
            update.setObject(5, task);
            if (update.executeUpdate() == 0) {
                throw of(task).stream().anyMatch(r -> r.id().equals(report))
                        ? Problem.conflict(
                                "report-returned-already", "这份进展已经退回过。", "This report was sent back already.")
                        : Problem.notFound("进展", report);
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** Of one task whose scope was checked, oldest first. */
    public List<ReportView> of(UUID task) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement("SELECT id, at, by, value, narrative, returned_at, return_reason FROM report"
                                + " WHERE task_id = ? ORDER BY id LIMIT 1000")) {
            select.setObject(1, task);
            List<ReportView> reports = new ArrayList<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    OffsetDateTime returnedAt = r.getObject(6, OffsetDateTime.class);
                    reports.add(new ReportView(
                            r.getObject(1, UUID.class),
                            r.getObject(2, OffsetDateTime.class).toInstant(),
                            r.getString(3),
                            r.getBigDecimal(4),
                            r.getString(5),
                            returnedAt == null ? null : returnedAt.toInstant(),
                            r.getString(7)));
                }
            }
            return reports;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
