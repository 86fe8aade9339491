package org.dudao.stories;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.dudao.local.Stack;

/** Counts in the databases and on the topics themselves: what an API says could be wrong in the same way as the code. */
final class Ledger {

    private final Stack stack;

    Ledger(Stack stack) {
        this.stack = stack;
    }

    long count(String database, String sql, Object... values) {
        return ((Number) rows(database, sql, values).getFirst().getFirst()).longValue();
    }

    List<List<Object>> rows(String database, String sql, Object... values) {
        try (Connection c = DriverManager.getConnection(stack.jdbcUrl(database));
                PreparedStatement select = c.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<List<Object>> rows = new ArrayList<>();
            try (ResultSet r = select.executeQuery()) {
                int columns = r.getMetaData().getColumnCount();
                while (r.next()) {
                    List<Object> row = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        row.add(r.getObject(i));
                    }
                    rows.add(row);
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(database + ": " + sql, e);
        }
    }

    /** The alerts of a plan, as a list for {@code = ANY(string_to_array(?, ',')::uuid[])} in another database. */
    String alertsOf(UUID plan) {
        return rows("supervision", "SELECT id::text FROM alert WHERE plan_id = ?", plan).stream()
                .map(row -> (String) row.getFirst())
                .collect(Collectors.joining(","));
    }

    /** Per key the events of one type on a topic, id and time, from its beginning: a repeat of an id is one event. */
    Map<String, Map<String, Instant>> events(String topic, String type) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                stack.bootstrapServers(),
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class);
        Map<String, Map<String, Instant>> events = new HashMap<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<String, byte[]> r : consumer.poll(Duration.ofMillis(500))) {
                    if (type.equals(header(r, "ce_type"))) {
                        events.computeIfAbsent(r.key(), k -> new HashMap<>())
                                .put(header(r, "ce_id"), Instant.parse(header(r, "ce_time")));
                    }
                }
            }
        }
        return events;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value());
    }
}
