package org.dudao.task.watching;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;

/**
 * Deadlines are instants, agreed on as a day and an hour where the bureau is. A service that starts in another zone than
 * the one in which they were planned keeps the day and the hour and moves the instants, before anything fires. What has
 * fired was said, and stays so.
 */
@ApplicationScoped
public class MoveDeadlinesWhenZoneChanged {

    private static final String REMEMBERED = """
            INSERT INTO deadline_zone (zone) VALUES (?) ON CONFLICT (id) DO UPDATE SET zone = deadline_zone.zone
            RETURNING zone
            """;

    private static final String MOVED = """
            WITH remembered AS (
                UPDATE deadline_zone SET zone = ?
            ), moved AS (
                UPDATE deadline SET fire_at = (fire_at AT TIME ZONE ?) AT TIME ZONE ? RETURNING 1
            ), reports AS (
                UPDATE expected_report SET due_at = (due_at AT TIME ZONE ?) AT TIME ZONE ? WHERE settled_at IS NULL
            )
            INSERT INTO audit (at, who, act, subject, subject_id, before, after)
            SELECT ?, 'system', 'zone-changed', 'deadlines', 'all', jsonb_build_object('zone', ?::text),
                   jsonb_build_object('zone', ?::text, 'moved', count(*)) FROM moved
            """;

    private final DataSource database;
    private final Clock clock;

    public MoveDeadlinesWhenZoneChanged(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent started) {
        to(clock.getZone());
    }

    /** Several replicas that start together take turns at the one row. */
    void to(ZoneId zone) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection c = database.getConnection()) {
                String former = remembered(c, zone);
                if (!former.equals(zone.getId())) {
                    move(c, former, zone);
                }
            } catch (SQLException e) {
                throw new DatabaseFault(e);
            }
        });
    }

    private static String remembered(Connection c, ZoneId zone) throws SQLException {
        try (PreparedStatement remember = c.prepareStatement(REMEMBERED)) {
            remember.setString(1, zone.getId());
            try (ResultSet row = remember.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private void move(Connection c, String former, ZoneId zone) throws SQLException {
        try (PreparedStatement move = c.prepareStatement(MOVED)) {
            move.setString(1, zone.getId());
            move.setString(2, former);
            move.setString(3, zone.getId());
            move.setString(4, former);
            move.setString(5, zone.getId());
            move.setObject(6, clock.instant().atOffset(ZoneOffset.UTC));
            move.setString(7, former);
            move.setString(8, zone.getId());
            move.executeUpdate();
        }
    }
}
