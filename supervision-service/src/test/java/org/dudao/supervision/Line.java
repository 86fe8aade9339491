package org.dudao.supervision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.dudao.contracts.Event;
import org.dudao.contracts.EventTypes;
import org.dudao.contracts.SupervisionEvent;
import org.dudao.contracts.TaskFacts;
import org.dudao.contracts.UnitEvent.UnitChanged;
import org.dudao.contracts.UnitKind;
import org.dudao.contracts.UnitRef;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.outbox.EventCodec;
import org.dudao.outbox.Outbox;

/** The service seen from both ends of its line: what goes in by Kafka, what stands in the database, what comes out. */
@Singleton
class Line {

    static final UnitRef BUREAU = new UnitRef("yunxi", "云溪县教育局", "/yunxi/");
    static final UnitRef OFFICE = new UnitRef("o-basic", "基础教育科", "/yunxi/o-basic/");
    static final UnitRef SCHOOL = new UnitRef("s-001", "云溪县实验小学", "/yunxi/t-01/s-001/");
    static final UnitRef OTHER = new UnitRef("s-002", "云溪县第二小学", "/yunxi/t-01/s-002/");
    static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DataSource database;
    private final Clock clock;

    Line(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    static TaskFacts task(UUID id, UnitRef unit, LocalDate dueOn) {
        return new TaskFacts(
                id, UUID.randomUUID(), UUID.randomUUID(), null, "新改扩建中小学12所", BUREAU, unit, List.of(OFFICE), dueOn);
    }

    void knowUnits() {
        say(
                unit(BUREAU, null, UnitKind.BUREAU),
                unit(OFFICE, "yunxi", UnitKind.SECTION),
                unit(new UnitRef("t-01", "城关镇", "/yunxi/t-01/"), "yunxi", UnitKind.TOWNSHIP),
                unit(SCHOOL, "t-01", UnitKind.SCHOOL),
                unit(OTHER, "t-01", UnitKind.SCHOOL));
    }

    private static UnitChanged unit(UnitRef unit, String parent, UnitKind kind) {
        return new UnitChanged(unit.id(), 1, parent, unit.path(), unit.name(), kind, true);
    }

    void clear() {
        update("TRUNCATE alert, alert_step, urging, answer, known_task, dead_letter");
    }

    /** Publishes and waits until every event is settled: claimed, or kept as a dead letter. */
    void say(Event... events) {
        say(List.of(events));
    }

    void say(List<? extends Event> events) {
        List<UUID> ids = new ArrayList<>();
        try (KafkaProducer<String, byte[]> producer = producer()) {
            for (Event event : events) {
                UUID id = Outbox.newId();
                ids.add(id);
                producer.send(record(id, event));
            }
        }
        awaitSettled(ids);
    }

    void sayAgain(UUID id, Event event) {
        try (KafkaProducer<String, byte[]> producer = producer()) {
            producer.send(record(id, event));
        }
        awaitSettled(List.of(id));
    }

    void awaitSettled(List<UUID> ids) {
        await().atMost(PATIENCE).until(() -> settled(ids) == ids.size());
    }

    private long settled(List<UUID> ids) throws SQLException {
        try (Connection c = database.getConnection();
                PreparedStatement count = c.prepareStatement("""
                        SELECT (SELECT count(*) FROM inbox WHERE event_id = ANY(?))
                             + (SELECT count(*) FROM dead_letter WHERE event_id = ANY(?))
                        """)) {
            count.setArray(1, c.createArrayOf("uuid", ids.toArray()));
            count.setArray(
                    2, c.createArrayOf("text", ids.stream().map(UUID::toString).toArray()));
            try (ResultSet r = count.executeQuery()) {
                r.next();
                return r.getLong(1);
            }
        }
    }

    private ProducerRecord<String, byte[]> record(UUID id, Event event) {
        var record = new ProducerRecord<>(
                EventTypes.topicOf(event),
                event.subject(),
                EventCodec.write(event).getBytes(UTF_8));
        record.headers()
                .add("ce_id", id.toString().getBytes(UTF_8))
                .add("ce_type", EventTypes.typeOf(event.getClass()).getBytes(UTF_8))
                .add("ce_time", clock.instant().toString().getBytes(UTF_8));
        return record;
    }

    void sayGarbage(UUID id, String key) {
        var record = new ProducerRecord<>("dudao.task", key, "{\"task\":".getBytes(UTF_8));
        record.headers()
                .add("ce_id", id.toString().getBytes(UTF_8))
                .add("ce_type", "dudao.task.overdue.v1".getBytes(UTF_8))
                .add("ce_time", clock.instant().toString().getBytes(UTF_8));
        try (KafkaProducer<String, byte[]> producer = producer()) {
            producer.send(record);
        }
        awaitSettled(List.of(id));
    }

    private static KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", RealInfrastructure.bootstrapServers(), "linger.ms", 5),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Everything this service has said of alerts of the task, in order, after the outbox is empty. */
    List<SupervisionEvent> said(UUID task) {
        return said().stream().filter(e -> e.alert().taskId().equals(task)).toList();
    }

    List<SupervisionEvent> said() {
        await().atMost(PATIENCE).until(() -> count("SELECT count(*) FROM outbox") == 0);
        // Alerts lie in several partitions; the ids are UUIDv7 and so tell the order in which they were said.
        Map<String, SupervisionEvent> said = new TreeMap<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", RealInfrastructure.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("dudao.supervision").stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < end.get(p))) {
                for (ConsumerRecord<String, byte[]> r : consumer.poll(Duration.ofMillis(200))) {
                    String type = new String(r.headers().lastHeader("ce_type").value(), UTF_8);
                    String id = new String(r.headers().lastHeader("ce_id").value(), UTF_8);
                    said.put(id, (SupervisionEvent) EventCodec.read(type, r.value()));
                }
            }
        }
        return List.copyOf(said.values());
    }

    long count(String sql, Object... values) {
        return Long.parseLong(text(sql, values));
    }

    String text(String sql, Object... values) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet r = select.executeQuery()) {
                return r.next() ? r.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void update(String sql) {
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement(sql)) {
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    UUID alertOf(UUID task) {
        return UUID.fromString(text("SELECT id FROM alert WHERE task_id = ? AND phase = 'OPEN'", task));
    }

    /** The ladder as a line of states, lowest rung first. */
    String ladder(UUID task) {
        return text(
                "SELECT string_agg(s.state, ' ' ORDER BY s.ordinal) FROM alert_step s JOIN alert a ON a.id = s.alert_id WHERE a.task_id = ? AND a.phase = 'OPEN'",
                task);
    }
}
