package org.dudao.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** An event that cannot be handled is kept, shown, and replayed once its cause is mended; the others pass it by. */
class PoisonStory {

    private final Line line = Line.started();

    @Test
    void a_target_of_a_bureau_nobody_knows_yet_waits_until_the_bureau_is_known() {
        UUID plan = UUID.randomUUID();
        String bureau = "late-" + UUID.randomUUID().toString().substring(0, 8);
        ProducerRecord<String, byte[]> poison =
                ofBureau(ManyTasks.targetPublished(plan, 1, LocalDate.of(2026, 12, 31)), bureau);
        UUID wellPlan = UUID.randomUUID();
        send(poison, ManyTasks.targetPublished(wellPlan, 1, LocalDate.of(2026, 12, 31)));

        ManyTasks.awaitTotal(line, "/tasks?planId=" + wellPlan, 1);
        JsonNode letter = awaitLetter(plan.toString());
        assertEquals("dudao.target.published.v1", letter.path("type").asText());
        assertTrue(letter.path("cause").asText().length() > 10, letter.toString());

        String path = "/dead-letters/" + letter.path("id").asText();
        assertEquals(
                403,
                line.bureau
                        .put("supervisor", "task", path + "/replay", Bureau.object())
                        .status());
        assertEquals(
                409,
                line.bureau
                        .put("admin", "task", path + "/replay", Bureau.object())
                        .status(),
                "the cause stands");

        ObjectNode units = Bureau.object();
        units.putArray("units")
                .addObject()
                .put("id", bureau)
                .put("name", "新设教育局")
                .put("kind", "BUREAU");
        line.bureau.put("admin", "task", "/units", units).ok();
        JsonNode replayed = line.bureau
                .put("admin", "task", path + "/replay", Bureau.object())
                .ok();

        assertEquals("replayed", replayed.path("state").asText());
        assertEquals(1, line.ledger.count("task", "SELECT count(*) FROM task WHERE plan_id = ?", plan));
        assertEquals(
                409,
                line.bureau
                        .put("admin", "task", path + "/replay", Bureau.object())
                        .status(),
                "only once");
    }

    @Test
    void bytes_that_are_no_event_are_kept_by_every_service_that_hears_them_and_can_be_discarded() {
        String key = UUID.randomUUID().toString();
        ProducerRecord<String, byte[]> garbage = new ProducerRecord<>("dudao.unit", key, "<html>".getBytes(UTF_8));
        send(garbage);

        for (String service : new String[] {"plan", "supervision", "notification"}) {
            JsonNode letter = awaitLetter(service, key);
            assertTrue(letter.path("cause").asText().contains("ce_id"), letter.toString());
            String path = "/dead-letters/" + letter.path("id").asText();
            assertEquals(
                    422,
                    line.bureau
                            .put("admin", service, path + "/discard", Bureau.object())
                            .status());
            line.bureau
                    .put("admin", service, path + "/discard", Bureau.object().put("reason", "不是事件"))
                    .ok();
            assertEquals(
                    "discarded",
                    line.bureau.get("admin", service, path).ok().path("state").asText());
        }
    }

    private static ProducerRecord<String, byte[]> ofBureau(ProducerRecord<String, byte[]> record, String bureau) {
        String value = new String(record.value(), UTF_8)
                .replace("\"yunxi\"", "\"" + bureau + "\"")
                .replace("/yunxi/", "/" + bureau + "/");
        return new ProducerRecord<>(record.topic(), null, record.key(), value.getBytes(UTF_8), record.headers());
    }

    @SafeVarargs
    private void send(ProducerRecord<String, byte[]>... records) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", line.stack.bootstrapServers(),
                "key.serializer", StringSerializer.class,
                "value.serializer", ByteArraySerializer.class);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(settings)) {
            for (ProducerRecord<String, byte[]> record : records) {
                producer.send(record);
            }
        }
    }

    private JsonNode awaitLetter(String key) {
        return awaitLetter("task", key);
    }

    private JsonNode awaitLetter(String service, String key) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            for (JsonNode letter : line.bureau
                    .get("admin", service, "/dead-letters?limit=200")
                    .ok()
                    .path("items")) {
                if (letter.path("key").asText().equals(key)) {
                    return letter;
                }
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no dead letter of " + key + " in " + service);
            }
        }
    }
}
