package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.dudao.notification.Settings;
import org.dudao.outbox.DatabaseFault;

/**
 * Topics know no order among each other: a task may be heard of before its unit. Such an event waits a moment; when the
 * unit stays unknown it becomes a dead letter, rather than a message that nobody got.
 */
@ApplicationScoped
class AwaitUnits {

    private static final long PAUSE_MS = 50;

    private final DataSource database;
    private final Duration patience;
    /** Patience is per unit, not per event: a thousand events of one unknown unit cost it once. */
    private final Map<String, Long> missedSinceNanos = new ConcurrentHashMap<>();

    AwaitUnits(DataSource database, Settings settings) {
        this.database = database;
        this.patience = settings.patience();
    }

    /** @throws UnitNotKnown when patience ended */
    void untilKnown(Set<String> units) {
        Set<String> missing = missing(units);
        while (!missing.isEmpty()) {
            long now = System.nanoTime();
            for (String unit : missing) {
                if (now - missedSinceNanos.computeIfAbsent(unit, u -> now) > patience.toNanos()) {
                    throw new UnitNotKnown(missing);
                }
            }
            pause();
            missing = missing(units);
        }
        missedSinceNanos.keySet().removeAll(units);
    }

    private Set<String> missing(Set<String> units) {
        Set<String> missing = new TreeSet<>();
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(
                        "SELECT n.id FROM unnest(?) AS n(id) LEFT JOIN unit u ON u.id = n.id WHERE u.id IS NULL")) {
            select.setArray(1, c.createArrayOf("text", units.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    missing.add(rows.getString(1));
                }
            }
            return missing;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for a unit; the batch comes again", e);
        }
    }
}
