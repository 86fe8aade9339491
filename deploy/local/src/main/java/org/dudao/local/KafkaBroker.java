package org.dudao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real Kafka (KRaft, one node) as its own process; its data stays in the directory. */
public final class KafkaBroker {

    private final Path directory;
    private final Path log;
    private final int port;
    private final int controllerPort;
    private @Nullable Process process;

    public KafkaBroker(Path directory, Path log, int port, int controllerPort) {
        this.directory = directory.toAbsolutePath();
        this.log = log;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The command of the process; {@code flags} are the JVM's. */
    List<String> command(List<String> flags) {
        try {
            Files.createDirectories(directory);
            Files.writeString(properties(), settings());
            Files.deleteIfExists(directory.resolve("ready"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command = new ArrayList<>(List.of(Child.java()));
        command.addAll(flags);
        command.addAll(List.of(
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS",
                "-cp",
                Child.partsClasspath(),
                Broker.class.getName(),
                properties().toString()));
        return command;
    }

    boolean isReady() {
        return Files.exists(directory.resolve("ready"));
    }

    /** Starts it for the length of a test run: it ends when this JVM ends, and takes {@code others} along. */
    public void startForTests(List<Long> others) {
        List<String> command = command(List.of(
                "-Xms64m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xshare:auto"));
        command.add(String.valueOf(ProcessHandle.current().pid()));
        others.forEach(pid -> command.add(String.valueOf(pid)));
        Process started = Child.start(command, Map.of(), directory, log);
        process = started;
        Child.await("Kafka", started, log, Broker.PATIENCE, this::isReady);
    }

    public void kill() {
        if (process != null) {
            Child.end(process.toHandle(), Duration.ofMillis(1));
        }
    }

    private Path properties() {
        return directory.resolve("server.properties");
    }

    private String settings() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                auto.create.topics.enable=false
                num.partitions=1
                num.network.threads=2
                num.io.threads=2
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=8
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                log.cleaner.dedupe.buffer.size=16777216
                """.formatted(port, controllerPort, directory.resolve("data"));
    }
}
