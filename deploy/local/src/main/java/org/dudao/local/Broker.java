package org.dudao.local;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * The main class of the Kafka process: formats the storage when it is new, starts broker and controller, creates the
 * topics and leaves a file {@code ready} beside the properties. One JVM for what the distribution's scripts do in three.
 */
public final class Broker {

    private Broker() {}

    /** {@code Broker server.properties [pid…]}: ends itself when the first pid ends, and ends the others with it. */
    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        if (!Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"))) {
            int code = StorageTool.execute(
                    new String[] {
                        "format", "--ignore-formatted", "-t", Uuid.randomUuid().toString(), "-c", file.toString()
                    },
                    System.out);
            if (code != 0) {
                System.exit(code);
            }
        }
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        server.startup();
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-shutdown"));
        Topics.createAt(properties.getProperty("advertised.listeners").replace("PLAINTEXT://", ""));
        Files.writeString(
                file.resolveSibling("ready"),
                String.valueOf(ProcessHandle.current().pid()));
        if (args.length > 1) {
            endWith(List.of(args).subList(1, args.length).stream()
                    .map(Long::parseLong)
                    .toList());
        }
        server.awaitShutdown();
    }

    /** A test JVM that is killed must not leave its broker and its database behind. */
    private static void endWith(List<Long> pids) {
        Thread.ofPlatform().daemon().name("end-with-parent").start(() -> {
            ProcessHandle.of(pids.getFirst())
                    .ifPresent(parent -> parent.onExit().join());
            pids.stream()
                    .skip(1)
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .forEach(ProcessHandle::destroyForcibly);
            Runtime.getRuntime().halt(0);
        });
    }

    /** How long a broker may take on a busy machine. */
    static final Duration PATIENCE = Duration.ofSeconds(120);
}
