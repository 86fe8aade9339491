package org.dudao.task.evidencing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.jspecify.annotations.Nullable;

/**
 * The bytes in the store and the rows that say so. The row comes first and goes last: whatever dies in between leaves a
 * row that nobody needs, which is found a day later, and never bytes that nobody knows of.
 */
@ApplicationScoped
class Contents {

    /** How long what nothing names is left alone: longer than any upload and any change of mind. */
    static final Duration LEFT_ALONE = Duration.ofDays(1);

    private static final String THUMBNAIL = ".thumbnail";
    private static final int TRIES = 3;
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final ContentStore store;
    private final DataSource database;
    private final Clock clock;

    Contents(ContentStore store, DataSource database, Clock clock) {
        this.store = store;
        this.database = database;
        this.clock = clock;
    }

    /** In transactions of its own, since bytes can't be rolled back. */
    void keep(Inspected it, Path file) {
        OffsetDateTime now = now();
        OffsetDateTime due = it.type().hasThumbnail() ? now : null;
        QuarkusTransaction.requiringNew()
                .run(() -> update("""
                INSERT INTO content (sha256, size, claimed_at, thumbnail, thumbnail_due) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (sha256) DO UPDATE SET claimed_at = excluded.claimed_at
                """, it.sha256(), it.size(), now, due == null ? "none" : "pending", due));
        try {
            store.put(it.sha256(), file);
        } catch (IOException e) {
            throw new StorageFault(e);
        }
    }

    /** In the transaction that names it: who sweeps waits, and then sees that it is named. @return false when it is gone */
    boolean claim(String sha256) {
        return update("UPDATE content SET claimed_at = ? WHERE sha256 = ?", now(), sha256) == 1;
    }

    InputStream open(String sha256, long from, long length) throws IOException {
        return store.open(sha256, from, length);
    }

    InputStream openThumbnail(String sha256) throws IOException {
        return store.open(sha256 + THUMBNAIL, 0, Integer.MAX_VALUE);
    }

    /** One that has nothing to show yet; counted as tried before it is, so that a deadly one is tried three times. */
    Optional<String> nextWithoutThumbnail() {
        return QuarkusTransaction.requiringNew().call(() -> text("""
                UPDATE content SET thumbnail_due = ?, tries = tries + 1 WHERE sha256 =
                   (SELECT sha256 FROM content WHERE thumbnail_due <= ? ORDER BY thumbnail_due LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING sha256
                """, now().plus(AGAIN), now()));
    }

    /** @return whether it has been tried as often as it will be */
    boolean givenUp(String sha256) {
        return text("SELECT sha256 FROM content WHERE sha256 = ? AND tries > ?", sha256, TRIES)
                .isPresent();
    }

    void thumbnail(String sha256, @Nullable Path drawn) throws IOException {
        if (drawn != null) {
            store.put(sha256 + THUMBNAIL, drawn);
        }
        QuarkusTransaction.requiringNew()
                .run(() -> update(
                        "UPDATE content SET thumbnail = ?, thumbnail_due = NULL WHERE sha256 = ?",
                        drawn == null ? "none" : "ready",
                        sha256));
    }

    Instant nextThumbnail() {
        return text("SELECT floor(extract(epoch FROM min(thumbnail_due)) * 1000)::bigint::text FROM content")
                .map(ms -> Instant.ofEpochMilli(Long.parseLong(ms)))
                .orElse(Instant.MAX);
    }

    /**
     * Removes one that nothing names; the bytes go before the row's end is committed. The row is looked at again once
     * it is locked, so one that was claimed meanwhile stays.
     *
     * @return whether there was one
     */
    boolean sweepOne() {
        OffsetDateTime before = now().minus(LEFT_ALONE);
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<String> gone = text("""
                    DELETE FROM content WHERE sha256 =
                       (SELECT c.sha256 FROM content c WHERE c.claimed_at < ? AND NOT EXISTS
                          (SELECT FROM evidence e WHERE e.sha256 = c.sha256 AND (e.removed_at IS NULL OR e.removed_at > ?))
                        ORDER BY c.claimed_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                    RETURNING sha256
                    """, before, before);
            if (gone.isPresent()) {
                store.remove(gone.get());
                store.remove(gone.get() + THUMBNAIL);
            }
            return gone.isPresent();
        });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private int update(String sql, @Nullable Object... parameters) {
        try (Connection c = database.getConnection();
                PreparedStatement statement = c.prepareStatement(sql)) {
            fill(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private Optional<String> text(String sql, @Nullable Object... parameters) {
        try (Connection c = database.getConnection();
                PreparedStatement statement = c.prepareStatement(sql)) {
            fill(statement, parameters);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static void fill(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
