package org.dudao.task;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.Event;
import org.dudao.contracts.EventTypes;
import org.dudao.contracts.PlanEvent.TargetPublished;
import org.dudao.contracts.Strength;
import org.dudao.contracts.UnitRef;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.local.testing.Tokens;
import org.dudao.outbox.EventCodec;

/** What the service's tests share: a small county, who calls, what is in the database, what is on Kafka. */
public final class World {

    public static final UnitRef BUREAU = new UnitRef("yunxi", "云溪县教育局", "/yunxi/");

    private World() {}

    public static RequestSpecification as(String username, String unit, String... roles) {
        return given().auth()
                .oauth2(Tokens.of(username, unit, roles))
                .contentType("application/json")
                .basePath("/api/task/v1");
    }

    public static RequestSpecification admin() {
        return as("admin", "yunxi", "admin");
    }

    public static RequestSpecification supervisor() {
        return as("supervisor", "yunxi", "supervisor");
    }

    public static RequestSpecification office() {
        return as("office", "o-basic", "office");
    }

    public static RequestSpecification school() {
        return as("school", "s-001", "school");
    }

    public static RequestSpecification otherSchool() {
        return as("school2", "s-002", "school");
    }

    public static void units() {
        admin().body("""
                {"units":[
                 {"id":"s-001","parentId":"t-01","name":"云溪县实验小学","kind":"SCHOOL"},
                 {"id":"yunxi","name":"云溪县教育局","kind":"BUREAU"},
                 {"id":"o-basic","parentId":"yunxi","name":"基础教育科","kind":"SECTION","functions":["近视","义务教育","招生"]},
                 {"id":"o-build","parentId":"yunxi","name":"项目建设办","kind":"SECTION","functions":["新改扩建","校舍","工程"]},
                 {"id":"t-01","parentId":"yunxi","name":"城关镇教育办","kind":"TOWNSHIP"},
                 {"id":"s-002","parentId":"t-01","name":"城关中学","kind":"SCHOOL"}]}
                """).put("/units").then().statusCode(200);
    }

    public static TargetPublished target(UUID plan, UUID id, String quote, LocalDate dueOn) {
        return new TargetPublished(
                plan,
                2,
                id,
                1,
                "云溪县教育局2026年工作要点",
                2026,
                BUREAU,
                "一、办好每一所学校",
                "办好民生实事：" + quote + "。",
                quote,
                "数量",
                Comparator.GE,
                null,
                null,
                "所",
                dueOn,
                false,
                Strength.MUST,
                false);
    }

    public static ValidatableResponse task(UUID id) {
        return supervisor().get("/tasks/" + id).then().statusCode(200);
    }

    /** A task in the table, assigned, as a use case would have left it. */
    public static UUID assignedTask(Connection c, LocalDate dueOn) throws SQLException {
        UUID id = UUID.randomUUID();
        try (PreparedStatement insert = c.prepareStatement("""
                INSERT INTO task (id, plan_id, target_id, place, plan_title, year, chapter, measure, title, quote, indicator,
                    comparator, strength, universal, bureau_id, unit_path, phase, lead_unit_id, due_on, due_inferred,
                    reminder_days, reminder_at, assigned_at, version)
                VALUES (?, ?, ?, 1, '要点', 2026, '一', '举措', '新改扩建中小学165所', '新改扩建中小学165所', '数量', 'GE', 'MUST', false,
                    'yunxi', '/yunxi/o-build/', 'assigned', 'o-build', ?, false, '{10,3,1}', '09:00', now(), 2)
                """)) {
            insert.setObject(1, id);
            insert.setObject(2, UUID.randomUUID());
            insert.setObject(3, UUID.randomUUID());
            insert.setObject(4, dueOn);
            insert.executeUpdate();
        }
        return id;
    }

    public static void deadline(Connection c, UUID task, String kind, Instant fireAt) throws SQLException {
        try (PreparedStatement insert =
                c.prepareStatement("INSERT INTO deadline (task_id, kind, fire_at) VALUES (?, ?, ?)")) {
            insert.setObject(1, task);
            insert.setString(2, kind);
            insert.setObject(3, fireAt.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    public static Connection database() throws SQLException {
        return DriverManager.getConnection(RealInfrastructure.jdbcUrl("task"), "task", "test");
    }

    public static long count(String sql, Object... parameters) {
        try (Connection c = database();
                PreparedStatement select = c.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void publish(Event event) {
        publish(
                EventTypes.topicOf(event),
                event.subject(),
                UUID.randomUUID(),
                EventTypes.typeOf(event.getClass()),
                EventCodec.write(event).getBytes(StandardCharsets.UTF_8));
    }

    public static void publish(String topic, String key, UUID id, String type, byte[] value) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", RealInfrastructure.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
            record.headers()
                    .add("ce_id", id.toString().getBytes(StandardCharsets.UTF_8))
                    .add("ce_type", type.getBytes(StandardCharsets.UTF_8))
                    .add("ce_time", "2026-01-05T01:00:00Z".getBytes(StandardCharsets.UTF_8));
            producer.send(record);
            producer.flush();
        }
    }

    public static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything on a topic so far. What was written by SQL must be what the record would have written. */
    public static List<Event> eventsOn(String topic) {
        List<Event> events = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", RealInfrastructure.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> parts = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(parts);
            consumer.seekToBeginning(parts);
            Map<TopicPartition, Long> ends = consumer.endOffsets(parts);
            while (parts.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<String, byte[]> r : consumer.poll(Duration.ofMillis(200))) {
                    String type = new String(r.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
                    Event event = EventCodec.read(type, r.value());
                    assertEquals(tree(EventCodec.write(event)), tree(new String(r.value(), StandardCharsets.UTF_8)));
                    events.add(event);
                }
            }
        }
        return events;
    }

    public static List<Event> eventsOf(UUID task) {
        return eventsOn("dudao.task").stream()
                .filter(e -> e.subject().equals(task.toString()))
                .toList();
    }
}
