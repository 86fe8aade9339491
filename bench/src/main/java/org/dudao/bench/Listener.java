package org.dudao.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Hears a topic from now on and notes when each record arrived. */
final class Listener implements AutoCloseable {

    private final AtomicBoolean listening = new AtomicBoolean(true);
    private final Thread thread;

    /** @param arrived the record's key and the system's clock in nanoseconds since the epoch */
    Listener(String brokers, String topic, BiConsumer<String, Long> arrived) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "fetch.max.wait.ms", 500, "max.poll.records", 5000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> parts = consumer.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
        consumer.assign(parts);
        consumer.seekToEnd(parts);
        parts.forEach(consumer::position);
        thread = Thread.ofPlatform().name("listener").start(() -> {
            try (consumer) {
                while (listening.get()) {
                    for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                        arrived.accept(record.key(), Samples.nanosNow());
                    }
                }
            }
        });
    }

    @Override
    public void close() {
        listening.set(false);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
