package org.dudao.local;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the services and their dead letters; {@code dudao.unit} is compacted. */
public final class Topics {

    private static final List<String> AGGREGATES = List.of("plan", "task", "unit", "supervision");

    /** Enough to spread a province's work; the order within a key does not depend on it. */
    private static final int PARTITIONS = 3;

    private Topics() {}

    /** Creates those that are missing. */
    public static void createAt(String bootstrapServers) throws InterruptedException {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        try (Admin admin = Admin.create(settings)) {
            for (var created : admin.createTopics(all()).values().entrySet()) {
                try {
                    created.getValue().get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("Kafka would not create " + created.getKey(), e.getCause());
                    }
                }
            }
        }
    }

    private static List<NewTopic> all() {
        return AGGREGATES.stream().flatMap(Topics::withDeadLetters).toList();
    }

    private static Stream<NewTopic> withDeadLetters(String aggregate) {
        NewTopic topic = new NewTopic("dudao." + aggregate, PARTITIONS, (short) 1)
                .configs(
                        aggregate.equals("unit")
                                ? Map.of("cleanup.policy", "compact")
                                : Map.of("retention.ms", String.valueOf(30L * 24 * 60 * 60 * 1000)));
        NewTopic deadLetters =
                new NewTopic("dudao." + aggregate + ".dlq", 1, (short) 1).configs(Map.of("retention.ms", "-1"));
        return Stream.of(topic, deadLetters);
    }
}
