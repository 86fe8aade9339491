package org.dudao.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.dudao.contracts.TaskEvent.TaskOverdue;
import org.dudao.contracts.TaskFacts;
import org.dudao.contracts.UnitRef;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.outbox.DeadLetters.DeadLetter;
import org.dudao.outbox.receiving.EffectDoor;
import org.junit.jupiter.api.Test;

/** From the outbox over a real Kafka into the inbox: in order, once, and with poison set aside. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "outbox"))
class SayOnceHearOnceIT {

    private static final UnitRef BUREAU = new UnitRef("b", "局", "/b/");

    @Inject
    Outbox outbox;

    @Inject
    Inbox inbox;

    @Inject
    DeadLetters deadLetters;

    @Inject
    DataSource database;

    private static TaskOverdue overdue(UUID task, long version, String title) {
        TaskFacts facts =
                new TaskFacts(task, task, task, null, title, BUREAU, BUREAU, List.of(), LocalDate.of(2026, 6, 30));
        return new TaskOverdue(facts, version, Instant.parse("2026-06-30T16:00:00Z"));
    }

    private void say(List<TaskOverdue> events) {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(events));
    }

    @Test
    void three_thousand_events_of_one_key_arrive_once_and_in_order() {
        UUID task = UUID.randomUUID();
        say(LongStream.rangeClosed(1, 3_000)
                .mapToObj(v -> overdue(task, v, "t"))
                .toList());

        await().atMost(Duration.ofSeconds(30)).until(() -> versions(task).size() >= 3_000);

        assertEquals(LongStream.rangeClosed(1, 3_000).boxed().toList(), versions(task));
        await().atMost(Duration.ofSeconds(5)).until(() -> count("SELECT count(*) FROM outbox") == 0);
    }

    @Test
    void what_is_rolled_back_is_never_said() {
        UUID task = UUID.randomUUID();
        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.append(overdue(task, 1, "t"));
                    throw new IllegalStateException("the use case failed");
                }));
        UUID later = UUID.randomUUID();
        say(List.of(overdue(later, 1, "t")));

        await().atMost(Duration.ofSeconds(10)).until(() -> versions(later).size() == 1);

        assertEquals(List.of(), versions(task));
    }

    @Test
    void the_same_event_delivered_three_times_has_one_effect() {
        UUID task = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        byte[] data = EventCodec.write(overdue(task, 1, "t")).getBytes(UTF_8);
        for (int i = 0; i < 3; i++) {
            send(task.toString(), id.toString(), "dudao.task.overdue.v1", data);
        }
        UUID last = UUID.randomUUID();
        send(
                task.toString(),
                last.toString(),
                "dudao.task.overdue.v1",
                EventCodec.write(overdue(task, 2, "t")).getBytes(UTF_8));

        await().atMost(Duration.ofSeconds(10)).until(() -> versions(task).contains(2L));

        assertEquals(List.of(1L, 2L), versions(task));
    }

    @Test
    void what_is_none_of_its_business_is_not_even_claimed() {
        UUID task = UUID.randomUUID();
        UUID unclaimed = UUID.randomUUID();
        send(
                task.toString(),
                unclaimed.toString(),
                "dudao.task.overdue.v1",
                EventCodec.write(overdue(task, 1, "none of our business")).getBytes(UTF_8));
        UUID claimed = UUID.randomUUID();
        send(
                task.toString(),
                claimed.toString(),
                "dudao.task.overdue.v1",
                EventCodec.write(overdue(task, 2, "t")).getBytes(UTF_8));

        await().atMost(Duration.ofSeconds(10)).until(() -> versions(task).contains(2L));

        assertEquals(List.of(2L), versions(task));
        assertEquals(1, count("SELECT count(*) FROM inbox WHERE event_id = '" + claimed + "'"));
        assertEquals(0, count("SELECT count(*) FROM inbox WHERE event_id = '" + unclaimed + "'"));
    }

    @Test
    void one_poison_event_in_a_batch_is_set_aside_told_and_replayed_once_mended() {
        List<TaskOverdue> events = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            events.add(overdue(UUID.randomUUID(), 1, i == 77 ? "poison" : "t"));
        }
        EffectDoor.mended = false;
        say(events);

        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        events.stream().filter(e -> versions(e).size() == 1).count() == 199);
        TaskOverdue poison = events.get(77);
        await().atMost(Duration.ofSeconds(5)).until(() -> letterOf(poison.subject()) != null);
        DeadLetter letter = letterOf(poison.subject());
        assertTrue(letter.cause().contains("this one cannot be handled"), letter.cause());
        assertEquals(List.of(), versions(poison));

        assertTrue(inbox.replay(letter.id(), "admin").isPresent(), "it must still fail");
        assertEquals(1, deadLetters.find(letter.id()).orElseThrow().attempts());
        EffectDoor.mended = true;
        assertEquals(java.util.Optional.empty(), inbox.replay(letter.id(), "admin"));
        assertEquals(List.of(1L), versions(poison));
        assertEquals("replayed", deadLetters.find(letter.id()).orElseThrow().state());
    }

    @Test
    void what_is_no_event_at_all_is_kept_with_its_cause() {
        String key = UUID.randomUUID().toString();
        send(key, "not-a-uuid", "dudao.task.overdue.v1", "{}".getBytes(UTF_8));

        await().atMost(Duration.ofSeconds(10)).until(() -> letterOf(key) != null);

        assertTrue(letterOf(key).cause().contains("ce_id"), letterOf(key).cause());
    }

    @Test
    void a_passing_fault_is_tried_again_and_skips_nothing() {
        EffectDoor.PASSING_FAULTS.set(3);
        UUID task = UUID.randomUUID();
        say(List.of(overdue(task, 1, "passing"), overdue(task, 2, "t")));

        await().atMost(Duration.ofSeconds(15)).until(() -> versions(task).size() >= 2);

        assertEquals(List.of(1L, 2L), versions(task));
        assertEquals(null, letterOf(task.toString()));
    }

    private DeadLetter letterOf(String key) {
        return deadLetters.page("waiting", 100, null).items().stream()
                .filter(l -> key.equals(l.key()))
                .findFirst()
                .orElse(null);
    }

    private List<Long> versions(TaskOverdue event) {
        return versions(event.task().taskId());
    }

    private List<Long> versions(UUID task) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement("SELECT version FROM effect WHERE subject = ? ORDER BY seq")) {
            select.setString(1, task.toString());
            List<Long> versions = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    versions.add(rows.getLong(1));
                }
            }
            return versions;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private long count(String sql) {
        try (Connection c = database.getConnection();
                ResultSet rows = c.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static void send(String key, String id, String type, byte[] data) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", RealInfrastructure.bootstrapServers(),
                "key.serializer", StringSerializer.class,
                "value.serializer", ByteArraySerializer.class);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(settings)) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>("dudao.task", key, data);
            record.headers()
                    .add("ce_id", id.getBytes(UTF_8))
                    .add("ce_type", type.getBytes(UTF_8))
                    .add("ce_time", "2026-06-30T16:00:00Z".getBytes(UTF_8));
            producer.send(record);
        }
    }
}
