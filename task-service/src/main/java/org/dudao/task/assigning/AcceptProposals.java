package org.dudao.task.assigning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.Caller;
import org.dudao.task.Announcements;
import org.dudao.task.Announcements.Actor;
import org.dudao.task.Deadlines;
import org.dudao.task.ReminderPolicy;
import org.dudao.task.Scope;
import org.dudao.task.TaskPhase;
import org.jspecify.annotations.Nullable;

/** Makes the proposed units responsible for hundreds of tasks at once. */
@ApplicationScoped
public class AcceptProposals {

    private final DataSource database;
    private final Deadlines deadlines;
    private final Announcements announcements;
    private final Caller caller;
    private final Clock clock;

    public AcceptProposals(
            DataSource database, Deadlines deadlines, Announcements announcements, Caller caller, Clock clock) {
        this.database = database;
        this.deadlines = deadlines;
        this.announcements = announcements;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param assigned how many have a lead unit now that had none
     * @param withoutProposal how many still have none, because none was proposed or the proposed unit is closed
     */
    public record Outcome(int assigned, int withoutProposal) {}

    /** Of a plan or of the named tasks; what has a lead unit already is left as it is. */
    @Transactional
    public Outcome accept(@Nullable UUID planId, List<UUID> taskIds) {
        try (Connection c = database.getConnection()) {
            List<UUID> proposed = new ArrayList<>();
            List<UUID> without = new ArrayList<>();
            lockUnassigned(c, planId, taskIds, proposed, without);
            assign(c, proposed);
            deadlines.planAnew(proposed);
            announcements.assigned(proposed, caller.username());
            announcements.audit(
                    proposed,
                    TaskPhase.ASSIGNED.word(),
                    new Actor(caller.username(), caller.unitPath(), caller.source()),
                    null);
            return new Outcome(proposed.size(), without.size());
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private void lockUnassigned(
            Connection c, @Nullable UUID planId, List<UUID> taskIds, List<UUID> proposed, List<UUID> without)
            throws SQLException {
        try (PreparedStatement select = c.prepareStatement("""
                SELECT t.id, coalesce((SELECT u.open FROM unit u WHERE u.id = t.proposed_unit_id), false)
                  FROM task t
                 WHERE t.phase = 'proposed' AND t.unit_path LIKE ?
                   AND (t.plan_id = ? OR t.id = ANY (?))
                 ORDER BY t.id FOR UPDATE OF t
                """)) {
            select.setString(1, Scope.of(caller).path() + "%");
            select.setObject(2, planId);
            select.setArray(3, c.createArrayOf("uuid", taskIds.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    (rows.getBoolean(2) ? proposed : without).add(rows.getObject(1, UUID.class));
                }
            }
        }
    }

    private void assign(Connection c, List<UUID> ids) throws SQLException {
        ReminderPolicy policy = deadlines.policy();
        try (PreparedStatement update = c.prepareStatement("""
                UPDATE task t
                   SET phase = 'assigned', lead_unit_id = u.id, unit_path = u.path, assigned_at = ?, reminder_days = ?,
                       reminder_at = ?, version = t.version + 1
                  FROM unit u WHERE u.id = t.proposed_unit_id AND t.id = ANY (?)
                """)) {
            update.setObject(1, Instant.now(clock).atOffset(ZoneOffset.UTC));
            update.setArray(
                    2, c.createArrayOf("integer", policy.workingDaysBefore().toArray()));
            update.setObject(3, policy.at());
            update.setArray(4, c.createArrayOf("uuid", ids.toArray()));
            update.executeUpdate();
        }
    }
}
