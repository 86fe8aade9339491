package org.dudao.supervision.alerting;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** How soon after the end of its day a missed deadline has its alert. */
@ApplicationScoped
public class Punctuality {

    /** What was sent back or resumed after its day is late for another reason, so only the day before counts. */
    private static final String P99 = """
            SELECT percentile_cont(0.99) WITHIN GROUP (ORDER BY extract(epoch FROM
                       raised_at - (due_on + 1)::timestamp AT TIME ZONE ?))
              FROM alert
             WHERE raised_at > ? AND raised_at <= ? AND due_on + 1 = (raised_at AT TIME ZONE ?)::date
            """;

    private final DataSource database;
    private final Clock clock;
    private final MeterRegistry metrics;

    public Punctuality(DataSource database, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.clock = clock;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent started) {
        Gauge.builder("due_to_alert_p99_seconds", this, Punctuality::lastHour)
                .description("From the end of a day to its alert, 99 of 100 in the last hour")
                .register(metrics);
    }

    /** NaN when no alert was raised in the last hour. */
    double lastHour() {
        Instant now = clock.instant();
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(P99)) {
            select.setString(1, clock.getZone().getId());
            select.setObject(2, now.minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC));
            select.setObject(3, now.atOffset(ZoneOffset.UTC));
            select.setString(4, clock.getZone().getId());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                double seconds = row.getDouble(1);
                return row.wasNull() ? Double.NaN : seconds;
            }
        } catch (SQLException e) {
            return Double.NaN;
        }
    }
}
