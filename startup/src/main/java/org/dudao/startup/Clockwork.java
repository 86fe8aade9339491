package org.dudao.startup;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dudao.outbox.Faults;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Keeps the clock-driven work going: ticks, then sleeps until the next instant or a notice, and never longer than a
 * second, since clocks jump. Tests turn it off and tick themselves.
 */
@ApplicationScoped
class Clockwork {

    private static final Logger LOG = Logger.getLogger(Clockwork.class);
    private static final long LONGEST_WAIT_MS = 1_000;

    private final AgroalDataSource database;
    private final Clock clock;
    private final Instance<ClockDriven> works;
    private final boolean enabled;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running = true;

    Clockwork(
            AgroalDataSource database,
            Clock clock,
            @Any Instance<ClockDriven> works,
            @ConfigProperty(name = "dudao.clockwork.enabled") boolean enabled) {
        this.database = database;
        this.clock = clock;
        this.works = works;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent started) {
        if (enabled) {
            works.forEach(work -> threads.add(Thread.ofPlatform()
                    .name("clockwork-" + work.channel())
                    .daemon()
                    .start(() -> runUntilStopped(work))));
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void runUntilStopped(ClockDriven work) {
        long pause = 100;
        while (running) {
            try (Connection c = database.getConnection();
                    Statement statement = c.createStatement()) {
                statement.execute("LISTEN " + work.channel());
                PGConnection notices = c.unwrap(PGConnection.class);
                try {
                    while (running) {
                        Instant next = work.tick();
                        pause = 100;
                        int wait = waitUntil(next);
                        if (wait > 0) {
                            notices.getNotifications(wait);
                        }
                    }
                } finally {
                    quietlyUnlisten(statement);
                }
            } catch (SQLException | RuntimeException e) {
                if (!running) {
                    return;
                }
                LOG.errorf(e, "%s pauses for %d ms: %s", work.channel(), pause, Faults.reason(e));
                pause = sleepThenDouble(pause);
            }
        }
    }

    private int waitUntil(Instant next) {
        Instant now = clock.instant();
        if (!next.isAfter(now)) {
            return 0;
        }
        if (next.isAfter(now.plusMillis(LONGEST_WAIT_MS))) {
            return (int) LONGEST_WAIT_MS;
        }
        return (int) Math.max(1, Duration.between(now, next).toMillis());
    }

    private static void quietlyUnlisten(Statement statement) {
        try {
            statement.execute("UNLISTEN *");
        } catch (SQLException e) {
            LOG.debugf("connection lost: %s", e.getMessage());
        }
    }

    private static long sleepThenDouble(long pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Math.min(pause * 2, 5_000);
    }
}
