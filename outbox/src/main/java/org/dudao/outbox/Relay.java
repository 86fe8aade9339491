package org.dudao.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Carries the outbox to Kafka, in order. One relay per database is active: it holds an advisory lock, and a second one
 * waits for it. A row is deleted after its acknowledgement, so a crash may send twice, never zero times.
 */
@ApplicationScoped
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    /** The advisory lock of the active relay: "outb" in ASCII. */
    private static final long LOCK = 0x6f757462L;

    private static final int BATCH = 2_000;
    private static final int LONGEST_WAIT_MS = 1_000;
    private static final Duration SWEEP_EVERY = Duration.ofHours(1);

    private final AgroalDataSource database;
    private final String brokers;
    private final String source;
    private final Counter sentTotal;
    private volatile boolean running;
    private @Nullable Thread thread;

    public Relay(
            AgroalDataSource database,
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers,
            @ConfigProperty(name = "quarkus.application.name") String service,
            MeterRegistry metrics) {
        this.database = database;
        this.brokers = brokers;
        this.source = "/dudao/" + service;
        this.sentTotal = metrics.counter("events_sent_total");
        Gauge.builder("outbox_backlog", this, Relay::backlog)
                .description("Events committed and not yet on Kafka")
                .register(metrics);
    }

    private double backlog() {
        try (Connection c = database.getConnection();
                Statement statement = c.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM outbox")) {
            count.next();
            return count.getLong(1);
        } catch (SQLException e) {
            return Double.NaN;
        }
    }

    void start(@Observes StartupEvent started) {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::relayUntilStopped);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        Thread relaying = thread;
        if (relaying != null) {
            // It looks up every second by itself; an interrupt would cut a batch short that is on its way.
            relaying.join(Duration.ofSeconds(3));
            relaying.interrupt();
        }
    }

    private void relayUntilStopped() {
        long pause = 100;
        while (running) {
            try (Connection c = database.getConnection();
                    Statement statement = c.createStatement()) {
                try {
                    if (becomeActive(statement)) {
                        pause = 100;
                        relayWhileActive(c, statement);
                    } else {
                        quietly(LONGEST_WAIT_MS);
                    }
                } finally {
                    stepDown(statement);
                }
            } catch (SQLException | RuntimeException e) {
                if (!running) {
                    return;
                }
                LOG.warnf("relay pauses for %d ms: %s", pause, Faults.reason(e));
                quietly(pause);
                pause = Math.min(pause * 2, 5_000);
            }
        }
    }

    private void relayWhileActive(Connection c, Statement statement) throws SQLException {
        statement.execute("LISTEN outbox");
        PGConnection notices = c.unwrap(PGConnection.class);
        long lastSweep = System.nanoTime();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(settings())) {
            while (running) {
                if (relayBatch(c, producer) == 0) {
                    notices.getNotifications(LONGEST_WAIT_MS);
                }
                if (System.nanoTime() - lastSweep > SWEEP_EVERY.toNanos()) {
                    statement.executeUpdate("DELETE FROM inbox WHERE heard_at < now() - interval '90 days'");
                    lastSweep = System.nanoTime();
                }
            }
        }
    }

    private static boolean becomeActive(Statement statement) throws SQLException {
        try (ResultSet locked = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            locked.next();
            return locked.getBoolean(1);
        }
    }

    /** The connection goes back to the pool: it must neither hold the lock nor listen there. */
    private static void stepDown(Statement statement) {
        try {
            statement.execute("UNLISTEN *");
            statement.execute("SELECT pg_advisory_unlock_all()");
        } catch (SQLException e) {
            LOG.debugf("connection lost, and the lock with it: %s", e.getMessage());
        }
    }

    private record Row(
            long seq, UUID id, String aggregate, String key, String type, String payload, OffsetDateTime time) {}

    private record Sent(Row row, Future<RecordMetadata> receipt) {}

    private int relayBatch(Connection c, KafkaProducer<String, byte[]> producer) throws SQLException {
        List<Row> rows = next(c);
        List<Sent> sent = new ArrayList<>(rows.size());
        for (Row row : rows) {
            sent.add(new Sent(row, producer.send(record(row))));
        }
        producer.flush();
        List<Long> done = new ArrayList<>(rows.size());
        Set<String> broken = new HashSet<>();
        Throwable fault = null;
        for (Sent s : sent) {
            try {
                s.receipt().get();
                if (!broken.contains(s.row().key())) {
                    done.add(s.row().seq());
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RecordTooLargeException) {
                    setAside(c, s.row(), Faults.reason(e));
                } else {
                    // What follows of the same key is sent again after it, so that order holds.
                    broken.add(s.row().key());
                    fault = e.getCause();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        delete(c, done);
        sentTotal.increment(done.size());
        if (fault != null) {
            throw new IllegalStateException("Kafka did not take every event", fault);
        }
        return done.size();
    }

    /** No broker will ever take it: it must not hold up the others, and a person must see it. */
    private static void setAside(Connection c, Row row, String cause) throws SQLException {
        try (PreparedStatement move = c.prepareStatement("""
                WITH gone AS (DELETE FROM outbox WHERE seq = ? RETURNING *)
                INSERT INTO dead_letter (id, topic, partition, "offset", key, event_id, type, time, value, cause, kept_at)
                SELECT ?, 'dudao.' || aggregatetype, -1, seq, aggregateid, id::text, type, time::text,
                       convert_to(payload::text, 'UTF8'), ?, now() FROM gone
                """)) {
            move.setLong(1, row.seq());
            move.setObject(2, Outbox.newId());
            move.setString(3, cause);
            move.executeUpdate();
        }
    }

    private static List<Row> next(Connection c) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select = c.prepareStatement(
                        "SELECT seq, id, aggregatetype, aggregateid, type, payload::text, time FROM outbox ORDER BY seq LIMIT "
                                + BATCH);
                ResultSet r = select.executeQuery()) {
            while (r.next()) {
                rows.add(new Row(
                        r.getLong(1),
                        r.getObject(2, UUID.class),
                        r.getString(3),
                        r.getString(4),
                        r.getString(5),
                        r.getString(6),
                        r.getObject(7, OffsetDateTime.class)));
            }
        }
        return rows;
    }

    private static void delete(Connection c, List<Long> seqs) throws SQLException {
        if (seqs.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = c.prepareStatement("DELETE FROM outbox WHERE seq = ANY(?)")) {
            delete.setArray(1, c.createArrayOf("bigint", seqs.toArray()));
            delete.executeUpdate();
        }
    }

    private ProducerRecord<String, byte[]> record(Row row) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                "dudao." + row.aggregate(), row.key(), row.payload().getBytes(UTF_8));
        record.headers()
                .add("ce_specversion", "1.0".getBytes(UTF_8))
                .add("ce_id", row.id().toString().getBytes(UTF_8))
                .add("ce_type", row.type().getBytes(UTF_8))
                .add("ce_source", source.getBytes(UTF_8))
                .add("ce_subject", row.key().getBytes(UTF_8))
                .add("ce_time", row.time().toInstant().toString().getBytes(UTF_8))
                .add("content-type", "application/json".getBytes(UTF_8));
        return record;
    }

    private Map<String, Object> settings() {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                30_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                10_000,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                10_000,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4");
    }

    private static void quietly(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
