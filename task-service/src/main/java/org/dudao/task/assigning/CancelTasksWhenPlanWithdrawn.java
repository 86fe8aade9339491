package org.dudao.task.assigning;

import jakarta.enterprise.context.ApplicationScoped;
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
import org.dudao.contracts.PlanEvent.PlanWithdrawn;
import org.dudao.outbox.DatabaseFault;
import org.dudao.task.Announcements;
import org.dudao.task.Announcements.Actor;
import org.dudao.task.Deadlines;
import org.dudao.task.Suspensions;
import org.dudao.task.TaskPhase;

/** Ends every open task of a withdrawn plan; nothing of it fires any more. */
@ApplicationScoped
public class CancelTasksWhenPlanWithdrawn {

    private final DataSource database;
    private final Deadlines deadlines;
    private final Suspensions suspensions;
    private final Announcements announcements;
    private final Clock clock;

    public CancelTasksWhenPlanWithdrawn(
            DataSource database,
            Deadlines deadlines,
            Suspensions suspensions,
            Announcements announcements,
            Clock clock) {
        this.database = database;
        this.deadlines = deadlines;
        this.suspensions = suspensions;
        this.announcements = announcements;
        this.clock = clock;
    }

    public void react(List<PlanWithdrawn> plans) {
        plans.forEach(this::react);
    }

    private void react(PlanWithdrawn plan) {
        String reason = "计划已撤回：" + plan.reason();
        try (Connection c = database.getConnection()) {
            remember(c, plan);
            end(c, lockOpen(c, "plan_id", plan.planId()), plan.withdrawnBy(), reason);
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** Of one target, while the plan goes on. */
    void ofTarget(UUID target, String by, String reason) {
        try (Connection c = database.getConnection()) {
            end(c, lockOpen(c, "target_id", target), by, reason);
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private void end(Connection c, List<UUID> open, String by, String reason) throws SQLException {
        suspensions.ended(open, by);
        cancel(c, open, by, reason);
        deadlines.drop(open);
        announcements.cancelled(open, reason, by);
        announcements.audit(open, TaskPhase.CANCELLED.word(), Actor.SYSTEM, reason);
    }

    private static void remember(Connection c, PlanWithdrawn plan) throws SQLException {
        try (PreparedStatement insert = c.prepareStatement(
                "INSERT INTO withdrawn_plan (plan_id, version) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
            insert.setObject(1, plan.planId());
            insert.setLong(2, plan.version());
            insert.executeUpdate();
        }
    }

    /** In the order of ids, as everybody locks several tasks. */
    private static List<UUID> lockOpen(Connection c, String column, UUID owner) throws SQLException {
        try (PreparedStatement select = c.prepareStatement("""
                SELECT id FROM task WHERE %s = ? AND phase NOT IN ('completed', 'cancelled') ORDER BY id FOR UPDATE
                """.formatted(column))) {
            select.setObject(1, owner);
            List<UUID> ids = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            return ids;
        }
    }

    private void cancel(Connection c, List<UUID> ids, String by, String reason) throws SQLException {
        try (PreparedStatement update = c.prepareStatement("""
                UPDATE task SET phase = 'cancelled', cancelled_at = ?, cancelled_by = ?, cancel_reason = ?, version = version + 1,
                       %s
                 WHERE id = ANY (?)
                """.formatted(Suspensions.NOTHING_HELD))) {
            update.setObject(1, Instant.now(clock).atOffset(ZoneOffset.UTC));
            update.setString(2, by);
            update.setString(3, reason);
            update.setArray(4, c.createArrayOf("uuid", ids.toArray()));
            update.executeUpdate();
        }
    }
}
