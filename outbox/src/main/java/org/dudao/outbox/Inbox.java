package org.dudao.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.dudao.contracts.Event;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears each event once. The claim of its id and its effect are one transaction; a repeat is a no-op; what can't be
 * handled is kept as a dead letter; a passing fault is tried again and nothing is skipped.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final long LONGEST_PAUSE_MS = 5_000;

    private final DataSource database;
    private final DeadLetters deadLetters;
    private final Instance<Door> doors;
    private final MeterRegistry metrics;

    public Inbox(DataSource database, DeadLetters deadLetters, @Any Instance<Door> doors, MeterRegistry metrics) {
        this.database = database;
        this.deadLetters = deadLetters;
        this.doors = doors;
        this.metrics = metrics;
    }

    /** Handles a batch whole, or one by one when something in it is poison. Returns when every record is settled. */
    public void hear(ConsumerRecords<String, byte[]> batch, Door door) {
        List<Letter> letters = new ArrayList<>(batch.count());
        for (ConsumerRecord<String, byte[]> r : batch) {
            letters.add(Letter.of(r));
        }
        List<Letter> readable = new ArrayList<>(letters.size());
        for (Letter letter : letters) {
            if (letter.heard().isEmpty()) {
                keep(letter, letter.unreadableBecause());
            } else if (door.concerns(letter.heard().get().event())) {
                readable.add(letter);
            }
        }
        handle(readable, door);
        metrics.counter("events_heard_total", "topic", door.topic()).increment(letters.size());
    }

    private void handle(List<Letter> letters, Door door) {
        if (letters.isEmpty()) {
            return;
        }
        Optional<RuntimeException> poison = settle(() -> claimAndReact(letters, door));
        if (poison.isEmpty()) {
            return;
        }
        if (letters.size() == 1) {
            keep(letters.getFirst(), Faults.reason(poison.get()));
            return;
        }
        // Halves, so that one poison event among a thousand costs ten more transactions and not a thousand.
        int middle = letters.size() / 2;
        handle(letters.subList(0, middle), door);
        handle(letters.subList(middle, letters.size()), door);
    }

    private void keep(Letter letter, String cause) {
        LOG.warnf(
                "kept as dead letter: topic=%s partition=%d offset=%d eventId=%s reason=%s",
                letter.topic(), letter.partition(), letter.offset(), letter.eventId(), cause);
        settle(() -> QuarkusTransaction.requiringNew().run(() -> deadLetters.keep(letter, cause)));
        metrics.counter("dead_letters_total", "topic", letter.topic()).increment();
    }

    /** Runs until it succeeds or fails for good. */
    private static Optional<RuntimeException> settle(Runnable work) {
        long pause = 50;
        while (true) {
            try {
                work.run();
                return Optional.empty();
            } catch (RuntimeException e) {
                if (!Faults.mayPass(e)) {
                    return Optional.of(e);
                }
                LOG.warnf("trying again in %d ms: %s", pause, Faults.reason(e));
                sleep(pause);
                pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
            }
        }
    }

    private static void sleep(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting to try again; the batch comes again", e);
        }
    }

    private void claimAndReact(List<Letter> letters, Door door) {
        QuarkusTransaction.requiringNew().run(() -> {
            Set<UUID> fresh = claim(letters);
            List<Heard<? extends Event>> heard = new ArrayList<>(fresh.size());
            for (Letter letter : letters) {
                Heard<? extends Event> h = letter.heard().orElseThrow();
                if (fresh.remove(h.id())) {
                    heard.add(h);
                }
            }
            for (Run run : Run.of(heard)) {
                door.react(run);
            }
        });
    }

    private Set<UUID> claim(List<Letter> letters) {
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement(
                        "INSERT INTO inbox (event_id) SELECT unnest(?) ON CONFLICT DO NOTHING RETURNING event_id")) {
            Array ids = c.createArrayOf(
                    "uuid",
                    letters.stream().map(l -> l.heard().orElseThrow().id()).toArray());
            insert.setArray(1, ids);
            Set<UUID> fresh = new HashSet<>();
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    fresh.add(rows.getObject(1, UUID.class));
                }
            }
            return fresh;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /**
     * Tries a dead letter again.
     *
     * @return empty when it was handled now or had been before; else why it still can't be
     */
    public Optional<String> replay(UUID deadLetterId, String by) {
        Letter letter = deadLetters.letter(deadLetterId);
        if (letter.heard().isEmpty()) {
            return failedAgain(deadLetterId, letter.unreadableBecause());
        }
        Door door = doors.stream()
                .filter(d -> d.topic().equals(letter.topic()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody hears " + letter.topic()));
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                deadLetters.settle(deadLetterId, "replayed", by, null);
                claimAndReactHere(letter, door);
            });
            return Optional.empty();
        } catch (RuntimeException e) {
            return failedAgain(deadLetterId, Faults.reason(e));
        }
    }

    private void claimAndReactHere(Letter letter, Door door) {
        if (!claim(List.of(letter)).isEmpty()) {
            Run.of(List.of(letter.heard().orElseThrow())).forEach(door::react);
        }
    }

    private Optional<String> failedAgain(UUID deadLetterId, String cause) {
        QuarkusTransaction.requiringNew().run(() -> deadLetters.failedAgain(deadLetterId, cause));
        return Optional.of(cause);
    }

    /** A record as it came, read if it can be. */
    record Letter(
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            @Nullable String eventId,
            @Nullable String type,
            @Nullable String time,
            byte @Nullable [] value,
            Optional<Heard<? extends Event>> heard,
            String unreadableBecause) {

        static Letter of(ConsumerRecord<String, byte[]> r) {
            return of(
                    r.topic(),
                    r.partition(),
                    r.offset(),
                    r.key(),
                    header(r, "ce_id"),
                    header(r, "ce_type"),
                    header(r, "ce_time"),
                    r.value());
        }

        static Letter of(
                String topic,
                int partition,
                long offset,
                @Nullable String key,
                @Nullable String eventId,
                @Nullable String type,
                @Nullable String time,
                byte @Nullable [] value) {
            try {
                Heard<? extends Event> heard = read(eventId, type, time, value);
                return new Letter(topic, partition, offset, key, eventId, type, time, value, Optional.of(heard), "");
            } catch (UnreadableEvent e) {
                String because = String.valueOf(e.getMessage());
                return new Letter(topic, partition, offset, key, eventId, type, time, value, Optional.empty(), because);
            }
        }

        private static Heard<? extends Event> read(
                @Nullable String eventId, @Nullable String type, @Nullable String time, byte @Nullable [] value) {
            if (eventId == null || type == null || time == null) {
                throw new UnreadableEvent("a record without the CloudEvents headers ce_id, ce_type and ce_time", null);
            }
            if (value == null) {
                throw new UnreadableEvent("a record without a value", null);
            }
            try {
                return new Heard<>(UUID.fromString(eventId), Instant.parse(time), EventCodec.read(type, value));
            } catch (DateTimeException e) {
                throw new UnreadableEvent("ce_time is no instant: " + time, e);
            } catch (IllegalArgumentException e) {
                throw new UnreadableEvent("ce_id is no UUID: " + eventId, e);
            }
        }

        private static @Nullable String header(ConsumerRecord<String, byte[]> r, String name) {
            Header header = r.headers().lastHeader(name);
            return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
        }
    }
}
