package org.dudao.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.contracts.EventTypes;
import org.dudao.contracts.TaskEvent.TaskAmended;
import org.dudao.contracts.TaskEvent.TaskAssigned;
import org.dudao.contracts.TaskEvent.TaskCancelled;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.Audit;
import org.jspecify.annotations.Nullable;

/** Says the same fact of many tasks with one statement; the JSON is the record's, which a test holds. */
@ApplicationScoped
public class Announcements {

    /** {@link org.dudao.contracts.TaskFacts} of {@code t}, its lead unit {@code l} and its bureau {@code b}. */
    private static final String FACTS = facts(ref("b"), ref("l"), """
            CASE WHEN t.supporting_unit_ids = '{}' THEN '[]'::jsonb ELSE (
                SELECT jsonb_agg(%s ORDER BY o.n)
                  FROM unnest(t.supporting_unit_ids) WITH ORDINALITY AS o (id, n) JOIN unit s ON s.id = o.id) END
            """.formatted(ref("s")));

    /** {@link org.dudao.contracts.UnitRef} of a unit with this alias. */
    public static String ref(String unit) {
        return "json_build_object('id', %1$s.id, 'name', %1$s.name, 'path', %1$s.path)".formatted(unit);
    }

    /** {@link org.dudao.contracts.TaskFacts} of {@code t}, by expressions for its units. */
    public static String facts(String bureau, String leadUnit, String supportingUnits) {
        String always = """
                'taskId', t.id, 'planId', t.plan_id, 'targetId', t.target_id, 'title', t.title, 'bureau', %s,
                'leadUnit', %s, 'supportingUnits', %s, 'dueOn', t.due_on
                """.formatted(bureau, leadUnit, supportingUnits);
        return """
                CASE WHEN t.parent_id IS NULL THEN json_build_object(%1$s)
                     ELSE json_build_object('parentId', t.parent_id, %1$s) END
                """.formatted(always);
    }

    private final DataSource database;
    private final Clock clock;

    public Announcements(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The tasks, their versions already grown, were assigned. */
    public void assigned(Collection<UUID> tasks, String by) {
        say(EventTypes.typeOf(TaskAssigned.class), "jsonb_build_object('assignedBy', ?::text)", tasks, by);
    }

    /** The tasks, their versions already grown, were cancelled; of what was nobody's nothing is said. */
    public void cancelled(Collection<UUID> tasks, String reason, String by) {
        say(
                EventTypes.typeOf(TaskCancelled.class),
                "jsonb_build_object('reason', ?::text, 'cancelledBy', ?::text)",
                tasks,
                reason,
                by);
    }

    /** What the plan asks of the tasks, their versions already grown, was changed; all of them were due on one day. */
    public void amended(
            Collection<UUID> tasks, LocalDate formerDueOn, String change, String reason, String approvedBy) {
        say(
                EventTypes.typeOf(TaskAmended.class),
                "jsonb_build_object('formerDueOn', ?::text, 'change', ?::text, 'reason', ?::text, 'approvedBy', ?::text)",
                tasks,
                formerDueOn.toString(),
                change,
                reason,
                approvedBy);
    }

    private void say(String type, String own, Collection<UUID> tasks, String... parameters) {
        String sql = """
                INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, time)
                SELECT uuidv7(), 'task', t.id::text, ?, jsonb_build_object('task', %s, 'version', t.version) || %s, ?
                  FROM task t JOIN unit l ON l.id = t.lead_unit_id JOIN unit b ON b.id = t.bureau_id
                 WHERE t.id = ANY (?) ORDER BY t.place, t.id
                """.formatted(FACTS, own);
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement(sql)) {
            int i = 1;
            insert.setString(i++, type);
            for (String parameter : parameters) {
                insert.setString(i++, parameter);
            }
            insert.setObject(i++, now());
            insert.setArray(i, c.createArrayOf("uuid", tasks.toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** Who acted, for many tasks at once. */
    public record Actor(
            String username,
            @Nullable String unitPath,
            @Nullable String source) {
        public static final Actor SYSTEM = new Actor(Audit.SYSTEM, null, null);
    }

    /** One audit row per task, with the columns that the act concerns and a reason. */
    public void audit(Collection<UUID> tasks, String act, Actor actor, @Nullable String reason) {
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement("""
                        INSERT INTO audit (at, who, unit_path, source, act, subject, subject_id, after)
                        SELECT ?, ?, ?, ?, ?, 'task', t.id::text, jsonb_strip_nulls(jsonb_build_object(
                                   'state', t.phase, 'leadUnitId', t.lead_unit_id, 'proposedUnitId', t.proposed_unit_id,
                                   'dueOn', t.due_on, 'reason', ?::text))
                          FROM task t WHERE t.id = ANY (?) ORDER BY t.place, t.id
                        """)) {
            insert.setObject(1, now());
            insert.setString(2, actor.username());
            insert.setString(3, actor.unitPath());
            insert.setString(4, actor.source());
            insert.setString(5, act);
            insert.setString(6, reason);
            insert.setArray(7, c.createArrayOf("uuid", tasks.toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }
}
