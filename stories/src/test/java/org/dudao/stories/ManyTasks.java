package org.dudao.stories;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A plan so large that no bureau would write it, said on Kafka as plan-service says it, and assigned to one office. */
final class ManyTasks {

    private ManyTasks() {}

    /** @return the plan's id, once all its tasks are assigned */
    static String assigned(Line line, int count, LocalDate dueOn) {
        UUID plan = UUID.randomUUID();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                line.stack.bootstrapServers(),
                "key.serializer",
                StringSerializer.class,
                "value.serializer",
                ByteArraySerializer.class,
                "acks",
                "all");
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(settings)) {
            for (int i = 1; i <= count; i++) {
                producer.send(targetPublished(plan, i, dueOn));
            }
        }
        awaitTotal(line, "/tasks?planId=" + plan, count);
        line.bureau
                .post(
                        "supervisor",
                        "task",
                        "/tasks/assignments",
                        Bureau.object().put("planId", plan.toString()).put("acceptProposals", true))
                .ok();
        awaitTotal(line, "/tasks?state=assigned&planId=" + plan, count);
        line.quiet.await(Duration.ofSeconds(120));
        return plan.toString();
    }

    static ProducerRecord<String, byte[]> targetPublished(UUID plan, int order, LocalDate dueOn) {
        ObjectNode target = Bureau.object();
        target.put("planId", plan.toString())
                .put("version", 1)
                .put("targetId", UUID.randomUUID().toString())
                .put("order", order)
                .put("planTitle", "大计划")
                .put("year", dueOn.getYear())
                .put("chapter", "一、基础教育")
                .put("measure", "(一)义务教育优质均衡发展")
                .put("quote", "义务教育学校建设第" + order + "项")
                .put("indicator", "义务教育学校建设")
                .put("comparator", "GE")
                .put("value", 1)
                .put("unit", "项")
                .put("dueOn", dueOn.toString())
                .put("dueInferred", false)
                .put("strength", "MUST")
                .put("universal", false);
        target.putObject("bureau").put("id", "yunxi").put("name", "云溪县教育局").put("path", "/yunxi/");
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                "dudao.plan", plan.toString(), target.toString().getBytes(UTF_8));
        record.headers()
                .add("ce_specversion", "1.0".getBytes(UTF_8))
                .add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8))
                .add("ce_type", "dudao.target.published.v1".getBytes(UTF_8))
                .add("ce_source", "/dudao/stories".getBytes(UTF_8))
                .add("ce_subject", plan.toString().getBytes(UTF_8))
                .add("ce_time", "2026-01-01T00:00:00Z".getBytes(UTF_8));
        return record;
    }

    static void awaitTotal(Line line, String path, long expected) {
        long deadline = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        long total;
        do {
            total = line.bureau
                    .get("supervisor", "task", path + "&limit=1")
                    .ok()
                    .path("total")
                    .asLong();
            if (System.nanoTime() > deadline) {
                throw new AssertionError("expected " + expected + " at " + path + ", found " + total);
            }
        } while (total != expected);
    }
}
