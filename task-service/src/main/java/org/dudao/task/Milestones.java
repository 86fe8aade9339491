package org.dudao.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.contracts.MilestoneFacts;
import org.dudao.outbox.DatabaseFault;
import org.dudao.task.TaskView.MilestoneView;

/** Nodes within tasks. Whoever writes here holds the task's row. */
@ApplicationScoped
public class Milestones {

    /** A node that keeps its day keeps what was said of it; one that moves can be missed anew. */
    private static final String SET = """
            INSERT INTO milestone (id, task_id, unit_path, name, due_on, due_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE
               SET name = excluded.name, due_on = excluded.due_on, due_at = excluded.due_at,
                   missed_at = CASE WHEN milestone.due_on = excluded.due_on THEN milestone.missed_at END
             WHERE milestone.task_id = excluded.task_id
            """;

    private final DataSource database;
    private final Clock clock;

    public Milestones(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public record Planned(UUID id, String name, LocalDate dueOn) {}

    /** Puts these in the place of all that the task has; what keeps its id keeps its progress. */
    public void replace(Task task, List<Planned> planned) {
        try (Connection c = database.getConnection();
                PreparedStatement delete =
                        c.prepareStatement("DELETE FROM milestone WHERE task_id = ? AND id <> ALL (?)");
                PreparedStatement set = c.prepareStatement(SET)) {
            delete.setObject(1, task.id());
            delete.setArray(
                    2, c.createArrayOf("uuid", planned.stream().map(Planned::id).toArray()));
            delete.executeUpdate();
            for (Planned one : planned) {
                set.setObject(1, one.id());
                set.setObject(2, task.id());
                set.setString(3, task.unitPath());
                set.setString(4, one.name());
                set.setObject(5, one.dueOn());
                set.setObject(
                        6,
                        one.dueOn()
                                .plusDays(1)
                                .atStartOfDay(clock.getZone())
                                .toInstant()
                                .atOffset(ZoneOffset.UTC));
                set.addBatch();
            }
            set.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** @return false when the task has no such milestone */
    public boolean progress(UUID task, UUID milestone, int progress, String proof, String by) {
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement("""
                        UPDATE milestone
                           SET progress = ?, proof = ?, told_by = ?,
                               achieved_on = CASE WHEN ? = 100 THEN coalesce(achieved_on, ?::date) END
                         WHERE id = ? AND task_id = ?
                        """)) {
            update.setInt(1, progress);
            update.setString(2, proof);
            update.setString(3, by);
            update.setInt(4, progress);
            update.setObject(5, LocalDate.now(clock));
            update.setObject(6, milestone);
            update.setObject(7, task);
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    public List<MilestoneFacts> factsOf(UUID task) {
        return of(task).stream()
                .map(m -> new MilestoneFacts(m.id(), m.name(), m.dueOn(), m.progress(), m.achievedOn()))
                .toList();
    }

    /** Of one task whose scope was checked, by day. */
    public List<MilestoneView> of(UUID task) {
        LocalDate today = LocalDate.now(clock);
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("""
                        SELECT id, name, due_on, progress, achieved_on, proof
                          FROM milestone WHERE task_id = ? ORDER BY due_on, id
                        """)) {
            select.setObject(1, task);
            List<MilestoneView> all = new ArrayList<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    LocalDate dueOn = r.getObject(3, LocalDate.class);
                    LocalDate achievedOn = r.getObject(5, LocalDate.class);
                    LocalDate until = achievedOn == null ? today : achievedOn;
                    all.add(new MilestoneView(
                            r.getObject(1, UUID.class),
                            r.getString(2),
                            dueOn,
                            r.getInt(4),
                            achievedOn,
                            r.getString(6),
                            Math.max(0, until.toEpochDay() - dueOn.toEpochDay())));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
