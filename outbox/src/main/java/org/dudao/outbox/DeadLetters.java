package org.dudao.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Records that could not be handled: kept with their cause, told on {@code <topic>.dlq}, replayable. */
@ApplicationScoped
public class DeadLetters {

    private final DataSource database;
    private final Clock clock;
    private final String service;

    public DeadLetters(
            DataSource database, Clock clock, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.clock = clock;
        this.service = service;
    }

    void start(@Observes StartupEvent started, MeterRegistry metrics) {
        Gauge.builder("dead_letters_waiting", this, DeadLetters::waiting)
                .description("Events that could not be handled and that nobody has settled")
                .register(metrics);
    }

    private double waiting() {
        try (Connection c = database.getConnection();
                PreparedStatement count =
                        c.prepareStatement("SELECT count(*) FROM dead_letter WHERE state = 'waiting'");
                ResultSet row = count.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            return Double.NaN;
        }
    }

    /** A dead letter as people read it. */
    public record DeadLetter(
            UUID id,
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            @Nullable String eventId,
            @Nullable String type,
            @Nullable String time,
            @Nullable String value,
            String cause,
            Instant keptAt,
            String state,
            int attempts,
            @Nullable Instant settledAt,
            @Nullable String settledBy,
            @Nullable String settledReason) {}

    /** One page, newest first. {@code total} counts the whole state. */
    public record Page(List<DeadLetter> items, @Nullable String next, long total) {}

    void keep(Inbox.Letter letter, String cause) {
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement("""
                        INSERT INTO dead_letter (id, topic, partition, "offset", key, event_id, type, time, value, cause, kept_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (topic, partition, "offset") DO NOTHING
                        """)) {
            insert.setObject(1, Outbox.newId());
            insert.setString(2, letter.topic());
            insert.setInt(3, letter.partition());
            insert.setLong(4, letter.offset());
            insert.setString(5, printable(letter.key()));
            insert.setString(6, printable(letter.eventId()));
            insert.setString(7, printable(letter.type()));
            insert.setString(8, printable(letter.time()));
            insert.setBytes(9, letter.value());
            insert.setString(10, printable(cause));
            insert.setObject(11, now());
            if (insert.executeUpdate() == 1) {
                tell(c, letter, cause);
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private void tell(Connection c, Inbox.Letter letter, String cause) throws SQLException {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("service", service)
                .put("topic", letter.topic())
                .put("partition", letter.partition())
                .put("offset", letter.offset())
                .put("eventId", printable(letter.eventId()))
                .put("type", printable(letter.type()))
                .put("cause", printable(cause));
        try (PreparedStatement insert = c.prepareStatement("""
                INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, time)
                VALUES (?, ?, ?, 'dudao.dead-letter.kept.v1', ?::jsonb, ?)
                """)) {
            insert.setObject(1, Outbox.newId());
            insert.setString(2, letter.topic().replaceFirst("^dudao\\.", "") + ".dlq");
            insert.setString(3, letter.key() == null ? service : String.valueOf(printable(letter.key())));
            insert.setString(4, data.toString());
            insert.setObject(5, now());
            insert.executeUpdate();
        }
    }

    /** PostgreSQL's text holds every character but NUL. */
    private static @Nullable String printable(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }

    public Page page(String state, int limit, @Nullable UUID after) {
        try (Connection c = database.getConnection()) {
            List<DeadLetter> items = new ArrayList<>();
            try (PreparedStatement select = c.prepareStatement("""
                    SELECT * FROM dead_letter
                     WHERE state = ? AND (?::uuid IS NULL OR (kept_at, id) < (SELECT kept_at, id FROM dead_letter WHERE id = ?))
                     ORDER BY kept_at DESC, id DESC LIMIT ?
                    """)) {
                select.setString(1, state);
                select.setObject(2, after);
                select.setObject(3, after);
                select.setInt(4, limit + 1);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        items.add(read(rows));
                    }
                }
            }
            boolean more = items.size() > limit;
            List<DeadLetter> shown = more ? List.copyOf(items.subList(0, limit)) : items;
            return new Page(shown, more ? shown.getLast().id().toString() : null, count(c, state));
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static long count(Connection c, String state) throws SQLException {
        try (PreparedStatement select = c.prepareStatement("SELECT count(*) FROM dead_letter WHERE state = ?")) {
            select.setString(1, state);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    public Optional<DeadLetter> find(UUID id) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("SELECT * FROM dead_letter WHERE id = ?")) {
            select.setObject(1, id);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(read(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    Inbox.Letter letter(UUID id) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("SELECT * FROM dead_letter WHERE id = ?")) {
            select.setObject(1, id);
            try (ResultSet r = select.executeQuery()) {
                if (!r.next()) {
                    throw new IllegalArgumentException("no dead letter " + id);
                }
                return Inbox.Letter.of(
                        r.getString("topic"),
                        r.getInt("partition"),
                        r.getLong("offset"),
                        r.getString("key"),
                        r.getString("event_id"),
                        r.getString("type"),
                        r.getString("time"),
                        r.getBytes("value"));
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /**
     * Ends a waiting letter.
     *
     * @param state replayed or discarded
     * @throws AlreadySettled when somebody was quicker
     */
    public void settle(UUID id, String state, String by, @Nullable String reason) {
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement("""
                        UPDATE dead_letter SET state = ?, settled_at = ?, settled_by = ?, settled_reason = ?
                         WHERE id = ? AND state = 'waiting'
                        """)) {
            update.setString(1, state);
            update.setObject(2, now());
            update.setString(3, by);
            update.setString(4, reason);
            update.setObject(5, id);
            if (update.executeUpdate() == 0) {
                throw new AlreadySettled(id);
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    void failedAgain(UUID id, String cause) {
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement(
                        "UPDATE dead_letter SET attempts = attempts + 1, cause = ? WHERE id = ? AND state = 'waiting'")) {
            update.setString(1, printable(cause));
            update.setObject(2, id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static DeadLetter read(ResultSet r) throws SQLException {
        byte[] value = r.getBytes("value");
        return new DeadLetter(
                r.getObject("id", UUID.class),
                r.getString("topic"),
                r.getInt("partition"),
                r.getLong("offset"),
                r.getString("key"),
                r.getString("event_id"),
                r.getString("type"),
                r.getString("time"),
                value == null ? null : new String(value, UTF_8),
                r.getString("cause"),
                r.getObject("kept_at", OffsetDateTime.class).toInstant(),
                r.getString("state"),
                r.getInt("attempts"),
                instant(r, "settled_at"),
                r.getString("settled_by"),
                r.getString("settled_reason"));
    }

    private static @Nullable Instant instant(ResultSet r, String column) throws SQLException {
        OffsetDateTime time = r.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }

    /** Somebody replayed or discarded it first. */
    public static class AlreadySettled extends RuntimeException {
        public AlreadySettled(UUID id) {
            super("dead letter " + id + " is settled already");
        }
    }
}
