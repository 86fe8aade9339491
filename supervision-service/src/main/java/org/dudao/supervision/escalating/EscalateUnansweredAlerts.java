package org.dudao.supervision.escalating;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.contracts.AlertFacts;
import org.dudao.contracts.Audience;
import org.dudao.contracts.Rung;
import org.dudao.contracts.SupervisionEvent;
import org.dudao.contracts.SupervisionEvent.RungProposed;
import org.dudao.outbox.DatabaseFault;
import org.dudao.outbox.Outbox;
import org.dudao.startup.ClockDriven;
import org.dudao.supervision.Alert;
import org.dudao.supervision.AlertHistory;
import org.dudao.supervision.Alerts;
import org.dudao.supervision.Tells;

/**
 * Moves the ladders whose next step is due: one step of an alert at a time, in order. Any number of replicas may run it;
 * an alert that one of them holds is passed over by the others. It costs by what is due, not by how many alerts there
 * are: a resting, held-back or ended ladder has no {@code next_step_at}.
 */
@ApplicationScoped
public class EscalateUnansweredAlerts implements ClockDriven {

    private static final int BATCH = 1_000;
    private static final Duration OTHERS_TURN = Duration.ofMillis(50);

    private final DataSource database;
    private final AlertHistory history;
    private final Outbox outbox;
    private final Clock clock;
    private final MeterRegistry metrics;

    public EscalateUnansweredAlerts(
            DataSource database, AlertHistory history, Outbox outbox, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public String channel() {
        return "alert_step";
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Instant tick() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        try (Connection c = database.getConnection()) {
            List<UUID> due = lockDue(c, now);
            if (!due.isEmpty()) {
                List<Moved> moved = move(c, due, now);
                history.record(moved.stream().map(Moved::entry).toList());
                outbox.append(moved.stream().map(Moved::event).toList());
                moved.forEach(m -> metrics.counter(
                                "alerts_escalated_total",
                                "rung",
                                m.rung().name().toLowerCase(Locale.ROOT),
                                "reason",
                                m.automatic() ? "policy" : "proposed")
                        .increment());
            }
            Instant next = next(c);
            // What is due and not ours another replica holds: look again soon, not at once.
            return due.isEmpty() && !next.isAfter(now.toInstant())
                    ? now.toInstant().plus(OTHERS_TURN)
                    : next;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** Its own statement: what follows must see the steps as they are once the rows are ours. */
    private static List<UUID> lockDue(Connection c, OffsetDateTime now) throws SQLException {
        try (PreparedStatement select = c.prepareStatement("""
                SELECT id FROM alert WHERE next_step_at <= ? ORDER BY next_step_at, id LIMIT ? FOR UPDATE SKIP LOCKED
                """)) {
            select.setObject(1, now);
            select.setInt(2, BATCH);
            List<UUID> ids = new ArrayList<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    ids.add(r.getObject(1, UUID.class));
                }
            }
            return ids;
        }
    }

    private record Moved(
            AlertFacts alert,
            long version,
            int ordinal,
            Rung rung,
            Tells tells,
            boolean automatic,
            List<Audience> audience,
            List<String> signers) {

        SupervisionEvent event() {
            return automatic
                    ? tells.event(alert, version, rung, audience, null, null)
                    : new RungProposed(alert, version, rung, Alert.signing(signers));
        }

        private String act() {
            return switch (tells) {
                case RUNG -> automatic ? "escalated" : "proposed";
                case SUPERIOR -> "told-superior";
                case REPEAT -> "repeated";
            };
        }

        AlertHistory.Entry entry() {
            return new AlertHistory.Entry(
                    alert.alertId(), act(), Map.of("ordinal", ordinal, "rung", rung, "because", "POLICY"));
        }
    }

    private static List<Moved> move(Connection c, List<UUID> due, OffsetDateTime now) throws SQLException {
        try (PreparedStatement move = c.prepareStatement("""
                WITH step AS (
                    UPDATE alert_step s
                       SET state = CASE WHEN s.automatic THEN 'TAKEN' ELSE 'PROPOSED' END,
                           settled_at = CASE WHEN s.automatic THEN ?::timestamptz END
                      FROM (SELECT alert_id, min(ordinal) AS ordinal FROM alert_step
                             WHERE alert_id = ANY(?) AND state = 'PLANNED' GROUP BY alert_id) first
                     WHERE s.alert_id = first.alert_id AND s.ordinal = first.ordinal
                    RETURNING s.alert_id, s.ordinal, s.rung, s.tells, s.automatic, s.audience, s.signers)
                UPDATE alert a
                   SET version = a.version + 1,
                       rung = CASE WHEN step.automatic THEN step.rung ELSE a.rung END,
                       next_step_at = CASE WHEN step.automatic THEN
                           (SELECT greatest(after.planned_at, a.snoozed_until) FROM alert_step after
                             WHERE after.alert_id = a.id AND after.state = 'PLANNED' AND after.ordinal > step.ordinal
                             ORDER BY after.ordinal LIMIT 1) END
                  FROM step WHERE a.id = step.alert_id
                RETURNING a.*, step.ordinal AS step_ordinal, step.rung AS step_rung, step.tells AS step_tells, step.automatic AS step_automatic,
                          step.audience AS step_audience, step.signers AS step_signers
                """)) {
            move.setObject(1, now);
            move.setArray(2, c.createArrayOf("uuid", due.toArray()));
            List<Moved> moved = new ArrayList<>();
            try (ResultSet r = move.executeQuery()) {
                while (r.next()) {
                    moved.add(new Moved(
                            Alerts.facts(r),
                            r.getLong("version"),
                            r.getInt("step_ordinal"),
                            Rung.valueOf(r.getString("step_rung")),
                            Tells.valueOf(r.getString("step_tells")),
                            r.getBoolean("step_automatic"),
                            texts(r.getArray("step_audience")).stream()
                                    .map(Audience::valueOf)
                                    .toList(),
                            texts(r.getArray("step_signers"))));
                }
            }
            return moved;
        }
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static Instant next(Connection c) throws SQLException {
        try (PreparedStatement select = c.prepareStatement(
                        "SELECT next_step_at FROM alert WHERE next_step_at IS NOT NULL ORDER BY next_step_at LIMIT 1");
                ResultSet r = select.executeQuery()) {
            return r.next() ? r.getObject(1, OffsetDateTime.class).toInstant() : Instant.MAX;
        }
    }
}
