package org.dudao.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A backlog in the outbox of task-service until its last event has arrived, against a producer that has the same events in
 * memory; then single events, from their commit to their arrival.
 */
final class OutboxBench {

    /** The advisory lock of the relay: who holds it keeps a backlog waiting. */
    private static final long RELAY = 0x6f757462L;

    private static final String PAYLOAD = """
            {"task":{"taskId":"%s","planId":"0199f3a2-0000-7000-8000-000000000001","targetId":"0199f3a2-0000-7000-8000-000000000002",\
            "title":"新改扩建中小学165所","bureau":{"id":"yunxi","name":"云溪县教育局","path":"/yunxi/"},"leadUnit":{"id":"s-1",\
            "name":"云溪县第1小学","path":"/yunxi/s-1/"},"supportingUnits":[],"dueOn":"2026-06-30"},"version":3,"since":"2026-06-30T16:00:00Z"}""";

    record Settings(int events, int single, int rounds, Path directory) {
        static Settings of(Arguments arguments) {
            arguments.knowing("events", "single", "rounds", "dir");
            return new Settings(
                    arguments.number("events", 100_000, 1),
                    arguments.number("single", 500, 1),
                    arguments.number("rounds", 3, 1),
                    Path.of(arguments.text("dir", System.getProperty("java.io.tmpdir"))));
        }
    }

    private final Settings settings;
    private final Report report;
    private final Path project;
    private final Samples relayed = new Samples();
    private final Samples produced = new Samples();

    OutboxBench(Settings settings, Report report, Path project) {
        this.settings = settings;
        this.report = report;
        this.project = project;
    }

    void run() throws IOException, SQLException {
        report.begin("outbox");
        report.say(Machine.hardware());
        report.say(Machine.software());
        Samples latency;
        try (ServiceLine line = new ServiceLine(project, settings.directory())) {
            report.say(
                    "%s, disk %s",
                    line.postgres().describe(), Machine.disk(line.postgres().directory()));
            line.start("task", "task", Map.of());
            try (Connection c = line.connect("task")) {
                report.say("load before: " + Machine.load());
                for (int round = 1; round <= settings.rounds(); round++) {
                    say(round, "bare producer", produced, produce(line));
                    say(round, "relay", relayed, relay(line, c));
                }
                latency = single(line, c);
                report.say("load after: " + Machine.load());
            }
        }
        report.say(
                "%d single events  p50 %.1f ms  p95 %.1f ms  p99 %.1f ms",
                settings.single(), latency.at(0.5), latency.at(0.95), latency.at(0.99));
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("per_second", String.format(Locale.ROOT, "%.0f", relayed.median()));
        figures.put("vs_producer", String.format(Locale.ROOT, "%.2f", relayed.median() / produced.median()));
        figures.put("p50_ms", String.format(Locale.ROOT, "%.1f", latency.at(0.5)));
        figures.put("p99_ms", String.format(Locale.ROOT, "%.1f", latency.at(0.99)));
        report.result(figures);
    }

    private void say(int round, String who, Samples samples, double seconds) {
        samples.add(settings.events() / seconds);
        report.say(
                "round %d  %-14s %,d events in %6.2f s  %,8.0f a second",
                round, who, settings.events(), seconds, settings.events() / seconds);
    }

    private double produce(ServiceLine line) {
        Map<String, Object> same = Map.of(
                "bootstrap.servers",
                line.brokers(),
                "acks",
                "all",
                "enable.idempotence",
                true,
                "compression.type",
                "lz4");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(same, new StringSerializer(), new ByteArraySerializer())) {
            producer.partitionsFor("dudao.task");
            return untilHeard(line, settings.events(), () -> {
                for (int i = 0; i < settings.events(); i++) {
                    String id = UUID.randomUUID().toString();
                    producer.send(new ProducerRecord<>(
                            "dudao.task", id, PAYLOAD.formatted(id).getBytes(UTF_8)));
                }
                producer.flush();
            });
        }
    }

    private double relay(ServiceLine line, Connection c) throws SQLException {
        // The relay gives the lock up only with its session, so its session ends and this one takes the lock first.
        Peer.run(c, "SELECT pg_advisory_unlock_all()");
        line.postgres().end("task", "%FROM outbox ORDER BY seq%");
        Peer.run(c, "SELECT pg_advisory_lock(" + RELAY + ")");
        Peer.run(c, """
                INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, time)
                SELECT uuidv7(), 'task', i::text, 'dudao.task.overdue.v1', replace('%s', '%%s', i::text)::jsonb, now()
                  FROM (SELECT gen_random_uuid() AS i FROM generate_series(1, %d)) e
                """.formatted(PAYLOAD, settings.events()));
        Peer.run(c, "VACUUM ANALYZE outbox");
        double seconds = untilHeard(line, settings.events(), () -> Peer.run(c, "SELECT pg_advisory_unlock_all()"));
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (StormBench.one(c, "SELECT count(*) FROM outbox") > 0) {
            if (System.nanoTime() > end) {
                throw new Bench.Wrong("sent events stay in the outbox");
            }
            LockSupport.parkNanos(20_000_000);
        }
        return seconds;
    }

    private interface Work {
        void run() throws SQLException;
    }

    /** From the arrival of the first to the arrival of the last: waking up is latency, not rate. */
    private static double untilHeard(ServiceLine line, int expected, Work work) {
        AtomicInteger heard = new AtomicInteger();
        long[] first = new long[1];
        long[] last = new long[1];
        try (Listener listener = new Listener(line.brokers(), "dudao.task", (key, at) -> {
            if (heard.getAndIncrement() == 0) {
                first[0] = at;
            }
            last[0] = at;
        })) {
            work.run();
            long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
            while (heard.get() < expected && System.nanoTime() < end) {
                LockSupport.parkNanos(5_000_000);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        if (heard.get() != expected) {
            throw new Bench.Wrong(heard.get() + " events heard instead of " + expected);
        }
        return Math.max(1, last[0] - first[0]) / 1e9;
    }

    private Samples single(ServiceLine line, Connection c) throws SQLException {
        Map<String, Long> heard = new ConcurrentHashMap<>();
        Map<String, Long> committed = new LinkedHashMap<>();
        try (Listener listener = new Listener(line.brokers(), "dudao.task", heard::putIfAbsent);
                Statement s = c.createStatement()) {
            for (int i = 0; i < settings.single(); i++) {
                String id = UUID.randomUUID().toString();
                s.executeUpdate(
                        "INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, time) VALUES (uuidv7(), 'task', '"
                                + id + "', 'dudao.task.overdue.v1', '" + PAYLOAD.formatted(id) + "', now())");
                committed.put(id, Samples.nanosNow());
                LockSupport.parkNanos(20_000_000);
            }
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (heard.size() < settings.single() && System.nanoTime() < end) {
                LockSupport.parkNanos(5_000_000);
            }
        }
        Samples ms = new Samples();
        committed.forEach((id, at) -> {
            Long arrived = heard.get(id);
            if (arrived == null) {
                throw new Bench.Wrong("an event never arrived");
            }
            // It may arrive before the commit's answer does.
            ms.add(Math.max(0, arrived - at) / 1e6);
        });
        return ms;
    }
}
