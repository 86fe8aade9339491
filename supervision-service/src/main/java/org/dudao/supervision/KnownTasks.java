package org.dudao.supervision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.contracts.TaskEvent;
import org.dudao.contracts.TaskEvent.ExtensionAsked;
import org.dudao.contracts.TaskEvent.ExtensionRefused;
import org.dudao.contracts.TaskEvent.MilestonesChanged;
import org.dudao.contracts.TaskEvent.MilestonesMissed;
import org.dudao.contracts.TaskEvent.ReportMissed;
import org.dudao.contracts.TaskEvent.ReportReturned;
import org.dudao.contracts.TaskEvent.TaskAccepted;
import org.dudao.contracts.TaskEvent.TaskAmended;
import org.dudao.contracts.TaskEvent.TaskAssigned;
import org.dudao.contracts.TaskEvent.TaskBlocked;
import org.dudao.contracts.TaskEvent.TaskCancelled;
import org.dudao.contracts.TaskEvent.TaskCompleted;
import org.dudao.contracts.TaskEvent.TaskDueSoon;
import org.dudao.contracts.TaskEvent.TaskExtended;
import org.dudao.contracts.TaskEvent.TaskOverdue;
import org.dudao.contracts.TaskEvent.TaskReported;
import org.dudao.contracts.TaskEvent.TaskResumed;
import org.dudao.contracts.TaskEvent.TaskReturned;
import org.dudao.contracts.TaskEvent.TaskStillOverdue;
import org.dudao.contracts.TaskEvent.TaskSubmitted;
import org.dudao.contracts.TaskEvent.TaskSuspended;
import org.dudao.contracts.TaskEvent.TaskUnblocked;
import org.dudao.contracts.TaskFacts;
import org.dudao.outbox.DatabaseFault;
import org.jspecify.annotations.Nullable;

/**
 * Tasks as task-service last told of them. A fact that was overtaken (a dead letter replayed after the task was
 * completed) is measured against this, so that it raises and resolves nothing.
 */
@ApplicationScoped
public class KnownTasks {

    private final DataSource database;
    private final ObjectMapper json;

    public KnownTasks(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Whether a task can be late at all. */
    public enum Phase {
        OPEN,
        /** Its clock stands still: not late, whatever the day. */
        SUSPENDED,
        COMPLETED,
        CANCELLED
    }

    /** A task as last heard, with how many alerts it had. */
    public record Known(TaskFacts facts, Phase phase, int formerAlerts) {}

    /** Takes in what a run tells; the newest version per task stands. */
    public void remember(List<? extends TaskEvent> events) {
        Map<UUID, TaskEvent> newest = new TreeMap<>();
        events.forEach(
                e -> newest.merge(e.task().taskId(), e, (one, other) -> one.version() > other.version() ? one : other));
        Collection<TaskEvent> told = newest.values();
        try (Connection c = database.getConnection();
                PreparedStatement upsert = c.prepareStatement("""
                        INSERT INTO known_task (task_id, version, phase, due_on, facts)
                        SELECT task_id, version, phase, due_on, facts::jsonb
                          FROM unnest(?::uuid[], ?::bigint[], ?::text[], ?::date[], ?::text[])
                               AS told (task_id, version, phase, due_on, facts)
                        ON CONFLICT (task_id) DO UPDATE
                           SET version = excluded.version, phase = excluded.phase, due_on = excluded.due_on,
                               facts = excluded.facts
                         WHERE known_task.version < excluded.version
                        """)) {
            upsert.setArray(1, c.createArrayOf("uuid", newest.keySet().toArray()));
            upsert.setArray(
                    2,
                    c.createArrayOf(
                            "bigint", told.stream().map(TaskEvent::version).toArray()));
            upsert.setArray(
                    3,
                    c.createArrayOf(
                            "text", told.stream().map(e -> phase(e).name()).toArray()));
            upsert.setArray(
                    4,
                    c.createArrayOf(
                            "date",
                            told.stream().map(e -> e.task().dueOn().toString()).toArray()));
            upsert.setArray(
                    5,
                    c.createArrayOf(
                            "text", told.stream().map(e -> text(e.task())).toArray()));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static Phase phase(TaskEvent event) {
        return switch (event) {
            case TaskCompleted completed -> Phase.COMPLETED;
            case TaskCancelled cancelled -> Phase.CANCELLED;
            case TaskSuspended suspended -> Phase.SUSPENDED;
            case TaskResumed e -> Phase.OPEN;
            case ExtensionAsked e -> Phase.OPEN;
            case ExtensionRefused e -> Phase.OPEN;
            case TaskAssigned e -> Phase.OPEN;
            case TaskAccepted e -> Phase.OPEN;
            case TaskDueSoon e -> Phase.OPEN;
            case TaskOverdue e -> Phase.OPEN;
            case TaskStillOverdue e -> Phase.OPEN;
            case TaskReported e -> Phase.OPEN;
            case ReportMissed e -> Phase.OPEN;
            case ReportReturned e -> Phase.OPEN;
            case MilestonesChanged e -> Phase.OPEN;
            case MilestonesMissed e -> Phase.OPEN;
            case TaskBlocked e -> Phase.OPEN;
            case TaskUnblocked e -> Phase.OPEN;
            case TaskSubmitted e -> Phase.OPEN;
            case TaskReturned e -> Phase.OPEN;
            case TaskExtended e -> Phase.OPEN;
            case TaskAmended e -> Phase.OPEN;
        };
    }

    public Map<UUID, Known> find(Collection<UUID> ids) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("""
                        SELECT k.task_id, k.phase, k.facts::text, (SELECT count(*) FROM alert f WHERE f.task_id = k.task_id)
                          FROM known_task k WHERE k.task_id = ANY(?)
                        """)) {
            select.setArray(1, c.createArrayOf("uuid", ids.toArray()));
            Map<UUID, Known> known = new HashMap<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    known.put(
                            r.getObject(1, UUID.class),
                            new Known(facts(r.getString(3)), Phase.valueOf(r.getString(2)), r.getInt(4)));
                }
            }
            return known;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /**
     * What is due within a span in a scope, by due day: all of a plan but what was cancelled, or without a plan what is
     * still open anywhere.
     */
    public List<TaskFacts> due(String scope, LocalDate from, LocalDate to, @Nullable UUID planId, int limit) {
        String which = planId == null
                ? "k.phase IN ('OPEN', 'SUSPENDED')"
                : "k.phase <> 'CANCELLED' AND k.facts ->> 'planId' = ?";
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("""
                        SELECT k.facts::text FROM known_task k
                         WHERE k.due_on BETWEEN ? AND ? AND starts_with(k.facts -> 'leadUnit' ->> 'path', ?) AND\s""" + which + " ORDER BY k.due_on, k.task_id LIMIT ?")) {
            int at = 1;
            select.setObject(at++, from);
            select.setObject(at++, to);
            select.setString(at++, scope);
            if (planId != null) {
                select.setString(at++, planId.toString());
            }
            select.setInt(at, limit);
            List<TaskFacts> due = new ArrayList<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    due.add(facts(r.getString(1)));
                }
            }
            return due;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private String text(TaskFacts facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private TaskFacts facts(String text) {
        try {
            return json.readValue(text, TaskFacts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not the facts of a task: " + text, e);
        }
    }

    /** Why an overdue event leads to an alert, or does not. The word is the metric's. */
    public enum Verdict {
        STANDS,
        TASK_SUSPENDED,
        TASK_COMPLETED,
        TASK_CANCELLED,
        DEADLINE_MOVED;

        /** @param dueOn the deadline that the event says has passed */
        public static Verdict on(Known task, LocalDate dueOn) {
            return switch (task.phase()) {
                case SUSPENDED -> TASK_SUSPENDED;
                case COMPLETED -> TASK_COMPLETED;
                case CANCELLED -> TASK_CANCELLED;
                case OPEN -> task.facts().dueOn().isAfter(dueOn) ? DEADLINE_MOVED : STANDS;
            };
        }
    }
}
