package org.dudao.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.Problem;
import org.jspecify.annotations.Nullable;

/** Urgings by hand, and whether there may be another. */
@ApplicationScoped
public class Urgings {

    private final DataSource database;
    private final UrgingLimits limits;
    private final Clock clock;

    Urgings(DataSource database, UrgingLimits limits, Clock clock) {
        this.database = database;
        this.limits = limits;
        this.clock = clock;
    }

    /** Why the person may not urge the alert now, or null. */
    public @Nullable Problem refusal(UUID alert, String by) {
        Instant now = clock.instant();
        Instant today = now.atZone(clock.getZone())
                .toLocalDate()
                .atStartOfDay(clock.getZone())
                .toInstant();
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("""
                        SELECT (SELECT max(at) FROM urging WHERE alert_id = ?),
                               (SELECT count(*) FROM urging WHERE urged_by = ? AND at >= ?)
                        """)) {
            select.setObject(1, alert);
            select.setString(2, by);
            select.setObject(3, today.atOffset(ZoneOffset.UTC));
            try (ResultSet r = select.executeQuery()) {
                r.next();
                OffsetDateTime last = r.getObject(1, OffsetDateTime.class);
                Duration ago = last == null ? limits.interval() : Duration.between(last.toInstant(), now);
                if (ago.compareTo(limits.interval()) < 0) {
                    return new UrgedTooSoon(ago, limits.interval());
                }
                return r.getInt(2) >= limits.perDay() ? new UrgedEnough(limits.perDay()) : null;
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** Keeps one; a person's urgings take turns, so that two at once do not both find room under the cap. */
    public void add(UUID alert, String by, String note) {
        try (Connection c = database.getConnection();
                PreparedStatement turn = c.prepareStatement("SELECT pg_advisory_xact_lock(hashtext('urging:' || ?))");
                PreparedStatement insert =
                        c.prepareStatement("INSERT INTO urging (alert_id, at, urged_by, note) VALUES (?, ?, ?, ?)")) {
            turn.setString(1, by);
            turn.execute();
            Problem refusal = refusal(alert, by);
            if (refusal != null) {
                throw refusal;
            }
            insert.setObject(1, alert);
            insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(3, by);
            insert.setString(4, note);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
