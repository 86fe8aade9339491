package org.dudao.notification.delivering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.notification.Settings;
import org.dudao.notification.WebhookDisabled;
import org.dudao.notification.WebhookKinds;
import org.dudao.notification.WebhookSecret;
import org.dudao.outbox.DatabaseFault;
import org.dudao.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Calls that are due, leased by one replica at a time, and what came of them. */
@ApplicationScoped
class CallQueue {

    /**
     * A few of each target at once, so that a slow one keeps none of the others waiting; a single one where it has
     * failed several times in a row and its rest is over.
     */
    private static final String LEASE = """
            WITH open AS MATERIALIZED (
                SELECT w.id, greatest(0, CASE WHEN w.failures >= ? THEN 1 ELSE ? END
                       - (SELECT count(*) FROM webhook_call s
                           WHERE s.webhook_id = w.id AND s.state = 'sending' AND s.leased_until >= now())) AS free
                  FROM webhook w
                 WHERE w.enabled AND (w.paused_until IS NULL OR w.paused_until <= ?)
            ), due AS MATERIALIZED (
                SELECT c.id FROM webhook_call c
                 WHERE c.id IN (SELECT d.id FROM open o CROSS JOIN LATERAL (
                                    SELECT id, due_at FROM webhook_call
                                     WHERE webhook_id = o.id AND ((state = 'queued' AND due_at <= ?)
                                                               OR (state = 'sending' AND leased_until < now()))
                                     ORDER BY due_at, id LIMIT o.free) d
                                 ORDER BY d.due_at LIMIT ?)
                   FOR UPDATE SKIP LOCKED
            )
            UPDATE webhook_call c
               SET state = 'sending', attempts = c.attempts + 1, leased_until = now() + ? * interval '1 ms'
              FROM due, webhook w
             WHERE c.id = due.id AND w.id = c.webhook_id
               AND (c.state = 'queued' OR c.leased_until < now())
            RETURNING c.id, c.webhook_id, c.event_id, w.url, w.secret,
                      CASE WHEN w.former_until > ? THEN w.former_secret END, c.body, c.attempts
            """;

    private final DataSource database;
    private final Settings.Webhook settings;
    private final Event<WebhookDisabled> disabled;
    private final Backoff retries;
    private final Backoff rests;

    CallQueue(DataSource database, Settings settings, Event<WebhookDisabled> disabled) {
        this.database = database;
        this.settings = settings.webhook();
        this.disabled = disabled;
        this.retries = new Backoff(this.settings.firstRetry(), this.settings.longestRetry());
        this.rests = new Backoff(Duration.ofSeconds(30), Duration.ofHours(1));
    }

    @Transactional
    public List<DueCall> lease(Instant now, int most) {
        try (Connection c = database.getConnection();
                PreparedStatement lease = c.prepareStatement(LEASE)) {
            lease.setInt(1, settings.breakerFailures());
            lease.setInt(2, settings.atOncePerTarget());
            lease.setObject(3, utc(now));
            lease.setObject(4, utc(now));
            lease.setInt(5, most);
            lease.setLong(6, settings.lease().toMillis());
            lease.setObject(7, utc(now));
            List<DueCall> calls = new ArrayList<>();
            try (ResultSet r = lease.executeQuery()) {
                while (r.next()) {
                    calls.add(call(r, true));
                }
            }
            return calls;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** A call of the test kind, leased from the start: nobody else makes it, and it is made once. */
    @Transactional
    public DueCall test(UUID webhookId, String body, Instant now) {
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement("""
                        WITH test AS (
                            INSERT INTO webhook_call (webhook_id, event_id, kind, body, state, due_at, queued_at, attempts, leased_until)
                            VALUES (?, ?, ?, ?, 'sending', ?, ?, 1, now() + ? * interval '1 ms') RETURNING *)
                        SELECT t.id, t.webhook_id, t.event_id, w.url, w.secret,
                               CASE WHEN w.former_until > ? THEN w.former_secret END, t.body, t.attempts
                          FROM test t JOIN webhook w ON w.id = t.webhook_id
                        """)) {
            insert.setObject(1, webhookId);
            insert.setObject(2, Outbox.newId());
            insert.setString(3, WebhookKinds.TEST);
            insert.setString(4, body);
            insert.setObject(5, utc(now));
            insert.setObject(6, utc(now));
            insert.setLong(7, settings.lease().toMillis());
            insert.setObject(8, utc(now));
            try (ResultSet r = insert.executeQuery()) {
                r.next();
                return call(r, false);
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static DueCall call(ResultSet r, boolean counts) throws SQLException {
        List<WebhookSecret> secrets = new ArrayList<>();
        secrets.add(new WebhookSecret(r.getString(5)));
        if (r.getString(6) != null) {
            secrets.add(new WebhookSecret(r.getString(6)));
        }
        return new DueCall(
                r.getObject(1, UUID.class),
                r.getObject(2, UUID.class),
                r.getObject(3, UUID.class),
                r.getString(4),
                secrets,
                r.getString(7),
                r.getInt(8),
                counts);
    }

    /** @param chance between 0 and 1, spreads what is tried again */
    @Transactional
    public void settle(DueCall call, Answer answer, Instant now, double chance) {
        boolean over = answer.accepted() || !call.counts() || call.attempt() >= settings.attempts();
        run(
                """
                UPDATE webhook_call SET state = ?, leased_until = NULL, due_at = ?, settled_at = ?, tried_at = ?,
                       status = ?, answer = ?, took_ms = ?, last_error = ?
                 WHERE id = ? AND state = 'sending' AND attempts = ?
                """,
                answer.accepted() ? "sent" : over ? "failed" : "queued",
                utc(over ? now : now.plus(retries.after(call.attempt(), chance))),
                over ? utc(now) : null,
                utc(now),
                answer.status(),
                answer.text(),
                answer.tookMs(),
                answer.error(),
                call.id(),
                call.attempt());
        if (!call.counts()) {
            return;
        }
        if (answer.accepted()) {
            run("""
                    UPDATE webhook SET failures = 0, failing_since = NULL, paused_until = NULL, succeeded_at = ? WHERE id = ?
                    """, utc(now), call.webhookId());
        } else {
            failed(call, answer, now, chance);
        }
    }

    private void failed(DueCall call, Answer answer, Instant now, double chance) {
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement("""
                        UPDATE webhook SET failures = failures + 1, failing_since = coalesce(failing_since, ?) WHERE id = ?
                        RETURNING failures, failing_since, unit_id, enabled
                        """)) {
            update.setObject(1, utc(now));
            update.setObject(2, call.webhookId());
            try (ResultSet r = update.executeQuery()) {
                if (!r.next() || !r.getBoolean(4)) {
                    return;
                }
                int beyond = r.getInt(1) - settings.breakerFailures();
                Instant since = r.getObject(2, OffsetDateTime.class).toInstant();
                String unit = r.getString(3);
                if (answer.gone()) {
                    disable(call, unit, "对方答复 410，已不再接收 / the receiver answered 410 Gone", now);
                } else if (!since.plus(settings.disableAfter()).isAfter(now)) {
                    long days = settings.disableAfter().toDays();
                    disable(call, unit, "连续 " + days + " 天推送失败 / every call failed for " + days + " days", now);
                } else if (beyond >= 0) {
                    run(
                            "UPDATE webhook SET paused_until = ? WHERE id = ?",
                            utc(now.plus(rests.after(beyond + 1, chance))),
                            call.webhookId());
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private void disable(DueCall call, String unit, String reason, Instant now) {
        run(
                "UPDATE webhook SET enabled = false, disabled_because = ?, version = version + 1 WHERE id = ?",
                reason,
                call.webhookId());
        disabled.fire(new WebhookDisabled(
                call.webhookId(), unit, String.valueOf(URI.create(call.url()).getHost()), reason, now));
    }

    /** Forgets what is older than anybody replays. */
    @Transactional
    public void forget(Instant before) {
        run("DELETE FROM webhook_call WHERE queued_at < ?", utc(before));
    }

    /** @return when the next one falls due; {@link Instant#MAX} when none waits */
    Instant nextDue() {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("""
                        SELECT min(greatest(next.due_at, w.paused_until)) FROM webhook w CROSS JOIN LATERAL (
                            SELECT min(due_at) AS due_at FROM webhook_call WHERE webhook_id = w.id AND state = 'queued') next
                         WHERE w.enabled AND next.due_at IS NOT NULL
                        """);
                ResultSet row = select.executeQuery()) {
            row.next();
            OffsetDateTime due = row.getObject(1, OffsetDateTime.class);
            return due == null ? Instant.MAX : due.toInstant();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private void run(String update, @Nullable Object... values) {
        try (Connection c = database.getConnection();
                PreparedStatement statement = c.prepareStatement(update)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
