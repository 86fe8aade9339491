package org.dudao.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.dudao.task.TaskView.ExtensionView;
import org.jspecify.annotations.Nullable;

/** What units asked for and how it was decided. That one waits is the task's own knowledge. */
@ApplicationScoped
public class ExtensionRequests {

    private final DataSource database;
    private final Clock clock;

    public ExtensionRequests(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void add(UUID id, Task task, LocalDate wanted, String reason, String by) {
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement("""
                        INSERT INTO extension_request (id, task_id, unit_path, asked_at, asked_by, former_due_on, wanted_due_on, reason)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            insert.setObject(1, id);
            insert.setObject(2, task.id());
            insert.setString(3, task.unitPath());
            insert.setObject(4, now());
            insert.setString(5, by);
            insert.setObject(6, task.dueOn());
            insert.setObject(7, wanted);
            insert.setString(8, reason);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** @param granted the day, or null for a refusal */
    public void decide(Task task, @Nullable LocalDate granted, @Nullable String answer, String by) {
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement("""
                        UPDATE extension_request SET decision = ?, decided_at = ?, decided_by = ?, answer = ?, granted_due_on = ?
                         WHERE id = (SELECT id FROM extension_request WHERE task_id = ? ORDER BY id DESC LIMIT 1)
                        """)) {
            update.setString(1, granted == null ? "refused" : "granted");
            update.setObject(2, now());
            update.setString(3, by);
            update.setString(4, answer);
            update.setObject(5, granted, Types.DATE);
            update.setObject(6, task.id());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** Of one task whose scope was checked, oldest first. Only the last can wait; others without decision were overtaken. */
    public List<ExtensionView> of(Task task) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("""
                        SELECT coalesce(r.decision, CASE WHEN t.extension_wanted IS NOT NULL AND r.id = first_value(r.id) OVER (ORDER BY r.id DESC)
                                                         THEN 'asked' ELSE 'overtaken' END),
                               r.asked_at, r.asked_by, r.former_due_on, r.wanted_due_on, r.reason, r.decided_at, r.decided_by,
                               r.answer, r.granted_due_on
                          FROM extension_request r JOIN task t ON t.id = r.task_id
                         WHERE r.task_id = ? ORDER BY r.id LIMIT 1000
                        """)) {
            select.setObject(1, task.id());
            List<ExtensionView> all = new ArrayList<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    OffsetDateTime decidedAt = r.getObject(7, OffsetDateTime.class);
                    all.add(new ExtensionView(
                            r.getString(1),
                            r.getObject(2, OffsetDateTime.class).toInstant(),
                            r.getString(3),
                            r.getObject(4, LocalDate.class),
                            r.getObject(5, LocalDate.class),
                            r.getString(6),
                            decidedAt == null ? null : decidedAt.toInstant(),
                            r.getString(8),
                            r.getString(9),
                            r.getObject(10, LocalDate.class)));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }
}
