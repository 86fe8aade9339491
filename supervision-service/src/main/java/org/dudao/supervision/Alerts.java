package org.dudao.supervision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.dudao.contracts.AlertFacts;
import org.dudao.contracts.ResolvedBecause;
import org.dudao.contracts.Rung;
import org.dudao.contracts.SupervisionEvent.AlertResolved;
import org.dudao.contracts.UnitRef;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;

/** All alerts. One at a time for people, by the thousand for facts and the clock. */
@ApplicationScoped
public class Alerts implements PanacheRepositoryBase<Alert, UUID> {

    private static final String IN_SCOPE = "id = ?1 and locate(?2, unitPath) = 1";

    private final DataSource database;
    private final ObjectMapper json;

    public Alerts(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @throws Problem 404 when there is none in the caller's scope */
    public Alert seenBy(Caller caller, UUID id) {
        return find(IN_SCOPE, id, caller.unitPath())
                .<Alert>singleResultOptional()
                .orElseThrow(() -> Problem.notFound("预警", id));
    }

    /** The same, with its row locked until the transaction ends: the clock, the facts and people take turns. */
    public Alert lockedFor(Caller caller, UUID id) {
        Optional<Alert> found = find(IN_SCOPE, id, caller.unitPath())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
        return found.orElseThrow(() -> Problem.notFound("预警", id));
    }

    /**
     * Stores new alerts with their ladders.
     *
     * @return those that were stored; for the others the task's deadline has an open alert already
     */
    public List<Alert> open(List<Alert> raised) {
        if (raised.isEmpty()) {
            return List.of();
        }
        try (Connection c = database.getConnection();
                PreparedStatement alerts = c.prepareStatement("""
                        INSERT INTO alert SELECT * FROM jsonb_populate_recordset(NULL::alert, ?::jsonb)
                        ON CONFLICT (task_id, due_on) WHERE phase = 'OPEN' DO NOTHING RETURNING id
                        """);
                PreparedStatement steps = c.prepareStatement("""
                        INSERT INTO alert_step (alert_id, ordinal, rung, working_days, delay_days, planned_at, automatic,
                                                audience, signers, state, settled_at, because, tells)
                        SELECT a.id, s.ordinal, s.rung, s.working_days, s.delay_days, s.planned_at, s.automatic,
                               s.audience, s.signers, s.state, s.settled_at, s.because, s.tells
                          FROM unnest(?::uuid[]) AS a (id)
                         CROSS JOIN jsonb_populate_recordset(NULL::alert_step, ?::jsonb) s
                         ORDER BY a.id, s.ordinal
                        """)) {
            alerts.setString(1, text(raised.stream().map(AlertRow::of).toList()));
            Set<UUID> ids = new HashSet<>();
            try (ResultSet stored = alerts.executeQuery()) {
                while (stored.next()) {
                    ids.add(stored.getObject(1, UUID.class));
                }
            }
            List<Alert> opened =
                    raised.stream().filter(a -> ids.contains(a.id())).toList();
            for (Map.Entry<List<Map<String, Object>>, List<Alert>> same : byLadder(opened)) {
                steps.setArray(
                        1,
                        c.createArrayOf(
                                "uuid", same.getValue().stream().map(Alert::id).toArray()));
                steps.setString(2, text(same.getKey()));
                steps.executeUpdate();
            }
            return opened;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** Alerts that are raised together climb the same ladder at the same instants: it is written out once. */
    private static Set<Map.Entry<List<Map<String, Object>>, List<Alert>>> byLadder(List<Alert> opened) {
        return opened.stream()
                .collect(Collectors.groupingBy(
                        a -> a.steps().stream().map(AlertStep::row).toList()))
                .entrySet();
    }

    /**
     * Resolves the open alerts of these tasks for which the fact holds as it is known now, and drops what was left of
     * their ladders.
     */
    public List<AlertResolved> resolve(Collection<UUID> tasks, ResolvedBecause because, Instant now) {
        String holds = switch (because) {
            case TASK_COMPLETED -> "k.phase = 'COMPLETED'";
            case TASK_CANCELLED -> "k.phase = 'CANCELLED'";
            case DEADLINE_EXTENDED -> "k.phase = 'OPEN' AND k.due_on > a.due_on";
            case TASK_SUSPENDED -> "k.phase = 'SUSPENDED'";
            case TASK_REASSIGNED -> "k.phase = 'OPEN' AND k.facts -> 'leadUnit' ->> 'id' <> a.unit_id";
        };
        try (Connection c = database.getConnection();
                PreparedStatement lock = c.prepareStatement("""
                        SELECT a.id FROM alert a JOIN known_task k ON k.task_id = a.task_id
                         WHERE a.task_id = ANY(?) AND a.phase = 'OPEN' AND\s""" + holds + " ORDER BY a.id FOR UPDATE OF a")) {
            lock.setArray(1, c.createArrayOf("uuid", tasks.toArray()));
            List<UUID> ids = new ArrayList<>();
            try (ResultSet r = lock.executeQuery()) {
                while (r.next()) {
                    ids.add(r.getObject(1, UUID.class));
                }
            }
            return ids.isEmpty() ? List.of() : resolveLocked(c, ids, because, now);
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static List<AlertResolved> resolveLocked(Connection c, List<UUID> ids, ResolvedBecause because, Instant now)
            throws SQLException {
        try (PreparedStatement drop = c.prepareStatement("""
                        UPDATE alert_step SET state = 'DROPPED', settled_at = ?, because = 'RESOLVED'
                         WHERE alert_id = ANY(?) AND state IN ('PLANNED', 'PROPOSED')
                        """);
                PreparedStatement resolve = c.prepareStatement("""
                        UPDATE alert SET phase = 'RESOLVED', ended_at = ?, resolved_because = ?, next_step_at = NULL,
                                         version = version + 1
                         WHERE id = ANY(?) RETURNING *
                        """)) {
            drop.setObject(1, now.atOffset(ZoneOffset.UTC));
            drop.setArray(2, c.createArrayOf("uuid", ids.toArray()));
            drop.executeUpdate();
            resolve.setObject(1, now.atOffset(ZoneOffset.UTC));
            resolve.setString(2, because.name());
            resolve.setArray(3, c.createArrayOf("uuid", ids.toArray()));
            List<AlertResolved> resolved = new ArrayList<>();
            try (ResultSet r = resolve.executeQuery()) {
                while (r.next()) {
                    resolved.add(new AlertResolved(
                            facts(r), r.getLong("version"), Rung.valueOf(r.getString("rung")), because));
                }
            }
            return resolved;
        }
    }

    /** The facts in a row of the table {@code alert}. */
    public static AlertFacts facts(ResultSet r) throws SQLException {
        return new AlertFacts(
                r.getObject("id", UUID.class),
                r.getObject("task_id", UUID.class),
                r.getObject("plan_id", UUID.class),
                r.getString("title"),
                new UnitRef(r.getString("bureau_id"), r.getString("bureau_name"), r.getString("bureau_path")),
                new UnitRef(r.getString("unit_id"), r.getString("unit_name"), r.getString("unit_path")),
                UnitRefs.read(r.getString("supporting_units")),
                r.getObject("due_on", LocalDate.class),
                r.getInt("repeated"));
    }

    private String text(List<Map<String, Object>> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
