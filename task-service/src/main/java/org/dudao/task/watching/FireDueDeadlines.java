package org.dudao.task.watching;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.ClockDriven;
import org.dudao.startup.WorkCalendars;

/**
 * Fires the deadlines that have passed: one statement a batch, any number of replicas. Its cost follows what is due.
 *
 * <p>It waits for nobody: due rows and their tasks are taken with SKIP LOCKED, so who holds a task (and completes it)
 * and who fires it never wait for each other in a circle. What was skipped is still there for the next tick, or was
 * dropped by whoever held it: nothing fires after completion (T3).
 */
@ApplicationScoped
public class FireDueDeadlines implements ClockDriven {

    /** Somebody holds the tasks of all that is due: look again soon, without spinning. */
    private static final Duration HELD = Duration.ofMillis(20);

    private final DataSource database;
    private final WorkCalendars calendars;
    private final Clock clock;
    private final MeterRegistry metrics;

    public FireDueDeadlines(DataSource database, WorkCalendars calendars, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.calendars = calendars;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public String channel() {
        return "deadline";
    }

    @Override
    public Instant tick() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<Firing.Outcome, Integer> fired = QuarkusTransaction.requiringNew().call(() -> fire(now));
        fired.forEach((outcome, n) -> metrics.counter("deadlines_fired_total", "reason", outcome.name())
                .increment(n));
        int total = fired.values().stream().mapToInt(Integer::intValue).sum();
        if (total == Firing.BATCH) {
            return now;
        }
        Instant next = next();
        return next.isAfter(now) ? next : total > 0 ? now : now.plus(HELD);
    }

    private Map<Firing.Outcome, Integer> fire(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        try (Connection c = database.getConnection()) {
            if (!Firing.isDue(c, now)) {
                return Map.of();
            }
            return Firing.fire(c, now, today, calendars.current());
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private Instant next() {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("SELECT min(fire_at) FROM deadline");
                ResultSet row = select.executeQuery()) {
            row.next();
            OffsetDateTime first = row.getObject(1, OffsetDateTime.class);
            return first == null ? Instant.MAX : first.toInstant();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
