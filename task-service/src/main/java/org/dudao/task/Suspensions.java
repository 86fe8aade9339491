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
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.dudao.task.TaskView.PastSuspension;
import org.jspecify.annotations.Nullable;

/** The ledger of the spans for which clocks stood still. What stands still now is in the task itself. */
@ApplicationScoped
public class Suspensions {

    /** What a task that ends no longer holds, for statements that end many. */
    public static final String NOTHING_HELD = """
            extension_wanted = NULL, suspended_from = NULL, suspended_at = NULL, suspended_on = NULL,
            suspended_by = NULL, suspend_reason = NULL, suspended_until = NULL, suspended_with = NULL,
            blocked_since = NULL, blocked_by = NULL, blocked_for = NULL, block_reason = NULL
            """;

    private final DataSource database;
    private final Clock clock;

    public Suspensions(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Before a suspended task goes on: its span, and by how much its due day moves. */
    public void resumed(Task task, int workingDays, LocalDate dueOn, String by) {
        write(List.of(task.id()), by, workingDays, dueOn);
    }

    /** Before suspended tasks end: the spans end with them. Of others nothing is written. */
    public void ended(Collection<UUID> tasks, String by) {
        write(tasks, by, 0, null);
    }

    private void write(Collection<UUID> tasks, String by, int workingDays, @Nullable LocalDate dueOn) {
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement("""
                        INSERT INTO suspension (task_id, unit_path, since, by, reason, expected_until, ended_at, ended_by,
                                                working_days, former_due_on, due_on)
                        SELECT id, unit_path, suspended_at, suspended_by, suspend_reason, suspended_until, ?, ?, ?, due_on,
                               coalesce(?, due_on)
                          FROM task WHERE id = ANY (?) AND phase = 'suspended' ORDER BY id
                        """)) {
            insert.setObject(1, Instant.now(clock).atOffset(ZoneOffset.UTC));
            insert.setString(2, by);
            insert.setInt(3, workingDays);
            insert.setObject(4, dueOn, Types.DATE);
            insert.setArray(5, c.createArrayOf("uuid", tasks.toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** Of one task whose scope was checked, oldest first. */
    public List<PastSuspension> of(UUID task) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("""
                        SELECT since, by, reason, expected_until, ended_at, ended_by, working_days, former_due_on, due_on
                          FROM suspension WHERE task_id = ? ORDER BY id LIMIT 1000
                        """)) {
            select.setObject(1, task);
            List<PastSuspension> all = new ArrayList<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    all.add(new PastSuspension(
                            r.getObject(1, OffsetDateTime.class).toInstant(),
                            r.getString(2),
                            r.getString(3),
                            r.getObject(4, LocalDate.class),
                            r.getObject(5, OffsetDateTime.class).toInstant(),
                            r.getString(6),
                            r.getInt(7),
                            r.getObject(8, LocalDate.class),
                            r.getObject(9, LocalDate.class)));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
