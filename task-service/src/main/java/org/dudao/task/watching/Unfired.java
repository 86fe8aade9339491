package org.dudao.task.watching;

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
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/** How long the oldest deadline has been due without having fired: 0 when the engine keeps up. */
@ApplicationScoped
public class Unfired {

    private final DataSource database;
    private final Clock clock;
    private final MeterRegistry metrics;

    public Unfired(DataSource database, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.clock = clock;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent started) {
        Gauge.builder("deadline_oldest_unfired_seconds", this, Unfired::oldest)
                .description("How long the oldest deadline has been due without having fired")
                .register(metrics);
    }

    double oldest() {
        Instant now = clock.instant();
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("SELECT min(fire_at) FROM deadline");
                ResultSet row = select.executeQuery()) {
            row.next();
            OffsetDateTime first = row.getObject(1, OffsetDateTime.class);
            return first == null || first.toInstant().isAfter(now)
                    ? 0
                    : Duration.between(first.toInstant(), now).toMillis() / 1e3;
        } catch (SQLException e) {
            return Double.NaN;
        }
    }
}
