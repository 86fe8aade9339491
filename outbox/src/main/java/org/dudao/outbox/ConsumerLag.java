package org.dudao.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How many events of each topic this service has not settled yet. Asked of the broker and not of the consumer: one that
 * stands still knows nothing of what has come since.
 */
@ApplicationScoped
public class ConsumerLag {

    private static final Logger LOG = Logger.getLogger(ConsumerLag.class);
    private static final int PATIENCE_MS = 3_000;

    private final String brokers;
    private final String group;
    private final Instance<Door> doors;
    private final MeterRegistry metrics;
    private @Nullable Admin admin;

    public ConsumerLag(
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @Any Instance<Door> doors,
            MeterRegistry metrics) {
        this.brokers = brokers;
        this.group = service;
        this.doors = doors;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent started) {
        for (Door door : doors) {
            String topic = door.topic();
            Gauge.builder("consumer_lag", () -> of(topic))
                    .tag("topic", topic)
                    .description("Events on Kafka that this service has not settled")
                    .register(metrics);
        }
    }

    synchronized void stop(@Observes ShutdownEvent stopping) {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    private synchronized Number of(String topic) {
        try {
            Admin asked = admin == null
                    ? admin = Admin.create(Map.of(
                            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                            brokers,
                            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                            PATIENCE_MS,
                            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                            PATIENCE_MS))
                    : admin;
            return lag(asked, topic);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Double.NaN;
        } catch (ExecutionException | TimeoutException e) {
            LOG.debugf("lag of %s unknown: %s", topic, Faults.reason(e));
            return Double.NaN;
        }
    }

    private long lag(Admin asked, String topic) throws ExecutionException, InterruptedException, TimeoutException {
        TopicDescription described = Objects.requireNonNull(asked.describeTopics(List.of(topic))
                .allTopicNames()
                .get(PATIENCE_MS, TimeUnit.MILLISECONDS)
                .get(topic));
        List<TopicPartition> partitions = described.partitions().stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
        Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(asked, partitions, OffsetSpec.latest());
        Map<TopicPartition, ListOffsetsResultInfo> beginnings = offsets(asked, partitions, OffsetSpec.earliest());
        Map<TopicPartition, OffsetAndMetadata> settled = asked.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        long lag = 0;
        for (TopicPartition p : partitions) {
            OffsetAndMetadata heard = settled.get(p);
            long from = heard == null ? offset(beginnings, p) : heard.offset();
            lag += Math.max(0, offset(ends, p) - from);
        }
        return lag;
    }

    private static long offset(Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition p) {
        return Objects.requireNonNull(offsets.get(p)).offset();
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
            Admin asked, List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> wanted = partitions.stream().collect(Collectors.toMap(p -> p, p -> which));
        return asked.listOffsets(wanted).all().get(PATIENCE_MS, TimeUnit.MILLISECONDS);
    }
}
