package org.dudao.task.assigning;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.contracts.PlanEvent.TargetAmended;
import org.dudao.outbox.DatabaseFault;
import org.dudao.task.Announcements;
import org.dudao.task.Announcements.Actor;
import org.dudao.task.Deadlines;

/**
 * The task of an amended target and its shares follow it: figures, unit and day. Deadlines of the former day never fire,
 * those of the new one do (T2). What ended already keeps what it was held against.
 */
@ApplicationScoped
public class AmendTaskWhenTargetAmended {

    /** A day that was agreed on for one share alone stays, unless it would lie after the target's. */
    private static final String MOVES =
            "(?::date <> ?::date AND (t.parent_id IS NULL OR t.due_on = ?::date OR t.due_on > ?::date))";

    private final DataSource database;
    private final Deadlines deadlines;
    private final Announcements announcements;

    public AmendTaskWhenTargetAmended(DataSource database, Deadlines deadlines, Announcements announcements) {
        this.database = database;
        this.deadlines = deadlines;
        this.announcements = announcements;
    }

    private record Open(UUID id, LocalDate dueOn, boolean running) {}

    public void react(List<TargetAmended> targets) {
        targets.forEach(this::react);
    }

    private void react(TargetAmended target) {
        try (Connection c = database.getConnection()) {
            List<Open> open = lockOpen(c, target.targetId());
            List<UUID> ids = open.stream().map(Open::id).toList();
            amend(c, target, ids);
            deadlines.planAnew(open.stream().filter(Open::running).map(Open::id).toList());
            Map<LocalDate, List<UUID>> byFormerDay = new TreeMap<>();
            // Of what is nobody's yet nothing is said; what stands still is told of its day when it goes on.
            open.stream()
                    .filter(Open::running)
                    .forEach(o -> byFormerDay
                            .computeIfAbsent(o.dueOn(), d -> new ArrayList<>())
                            .add(o.id()));
            byFormerDay.forEach((former, tasks) ->
                    announcements.amended(tasks, former, target.change(), target.reason(), target.approvedBy()));
            announcements.audit(ids, "amended", Actor.SYSTEM, target.change() + "；" + target.reason());
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** In the order of ids, as everybody locks several tasks. */
    private static List<Open> lockOpen(Connection c, UUID target) throws SQLException {
        try (PreparedStatement select = c.prepareStatement("""
                SELECT id, due_on, phase IN ('assigned', 'accepted', 'under_way', 'submitted')
                  FROM task WHERE target_id = ? AND phase NOT IN ('completed', 'cancelled') ORDER BY id FOR UPDATE
                """)) {
            select.setObject(1, target);
            List<Open> open = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    open.add(new Open(
                            rows.getObject(1, UUID.class), rows.getObject(2, LocalDate.class), rows.getBoolean(3)));
                }
            }
            return open;
        }
    }

    /** A figure that every unit must reach is each unit's; any other is not divided. */
    private static void amend(Connection c, TargetAmended target, List<UUID> ids) throws SQLException {
        try (PreparedStatement update = c.prepareStatement("""
                UPDATE task t
                   SET indicator = ?, comparator = ?, value_unit = ?,
                       target_value = CASE WHEN t.parent_id IS NULL OR t.universal THEN ? ELSE t.target_value END,
                       target_upper = CASE WHEN t.parent_id IS NULL OR t.universal THEN ? ELSE t.target_upper END,
                       due_on = CASE WHEN %1$s THEN ? ELSE t.due_on END,
                       due_inferred = t.due_inferred AND NOT %1$s,
                       overdue_said_at = CASE WHEN %1$s THEN NULL ELSE t.overdue_said_at END,
                       version = t.version + 1
                 WHERE t.id = ANY (?)
                """.formatted(MOVES))) {
            int i = 1;
            update.setString(i++, target.indicator());
            update.setString(i++, target.comparator().name());
            update.setString(i++, target.unit());
            update.setBigDecimal(i++, target.value());
            update.setBigDecimal(i++, target.upper());
            i = moves(update, i, target);
            update.setObject(i++, target.dueOn(), Types.DATE);
            i = moves(update, i, target);
            i = moves(update, i, target);
            update.setArray(i, c.createArrayOf("uuid", ids.toArray()));
            update.executeUpdate();
        }
    }

    private static int moves(PreparedStatement update, int from, TargetAmended target) throws SQLException {
        int i = from;
        update.setObject(i++, target.dueOn(), Types.DATE);
        update.setObject(i++, target.formerDueOn(), Types.DATE);
        update.setObject(i++, target.formerDueOn(), Types.DATE);
        update.setObject(i++, target.dueOn(), Types.DATE);
        return i;
    }
}
