package org.dudao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One process of the stack. What is known of it between two commands stands in its pid file, with the moment of its
 * start, so that a pid that the system gave to somebody else is never taken for ours.
 */
final class Part {

    private final String name;
    private final int port;
    private final Path home;
    private final Supplier<List<String>> command;
    private final Supplier<Map<String, String>> environment;
    private final BooleanSupplier ready;
    private final Duration patience;

    Part(
            String name,
            int port,
            Path home,
            Duration patience,
            Supplier<Map<String, String>> environment,
            BooleanSupplier ready,
            Supplier<List<String>> command) {
        this.name = name;
        this.port = port;
        this.home = home;
        this.patience = patience;
        this.environment = environment;
        this.ready = ready;
        this.command = command;
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    Path log() {
        return home.resolve("logs").resolve(name + ".log");
    }

    boolean isReady() {
        return ready.getAsBoolean();
    }

    Optional<ProcessHandle> running() {
        try {
            if (!Files.exists(pidFile())) {
                return Optional.empty();
            }
            String[] words = Files.readString(pidFile()).strip().split(" ");
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(Child::isAlive)
                    .filter(p -> String.valueOf(startOf(p)).equals(words[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Starts the process when it does not run; does not wait for it. */
    void launch() {
        if (running().isPresent()) {
            return;
        }
        keepLogSmall();
        Process process = Child.startApart(command.get(), environment.get(), home, log());
        try {
            Files.createDirectories(pidFile().getParent());
            Files.writeString(pidFile(), process.pid() + " " + startOf(process.toHandle()) + "\n");
        } catch (IOException e) {
            process.destroyForcibly();
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        ProcessHandle process = running().orElseThrow(() -> endedEarly());
        long end = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            if (!Child.isAlive(process)) {
                throw endedEarly();
            }
            if (System.nanoTime() > end) {
                throw new Trouble(name + " was not ready within " + patience.toSeconds() + " s", "see " + log());
            }
            Child.pause(100);
        }
    }

    private Trouble endedEarly() {
        return new Trouble(name + " ended while it started: " + Child.lastLines(log(), 2), "see " + log());
    }

    /** Asks it to end, and makes it end when it does not. */
    void stop(Duration grace) {
        running().ifPresent(process -> {
            List<ProcessHandle> tree =
                    Stream.concat(Stream.of(process), process.descendants()).toList();
            if (name.equals("postgres")) {
                // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for its clients.
                Child.succeeds(List.of("kill", "-INT", String.valueOf(process.pid())));
            } else {
                process.destroy();
            }
            Child.awaitEnd(tree, grace);
            Child.kill9(tree);
        });
        forget();
    }

    /** As a power cut would end it. */
    void kill9() {
        running()
                .ifPresent(process -> Child.kill9(
                        Stream.concat(Stream.of(process), process.descendants()).toList()));
        forget();
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path pidFile() {
        return home.resolve("run").resolve(name + ".pid");
    }

    private static long startOf(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(java.time.Instant::toEpochMilli)
                .orElse(0L);
    }

    private void keepLogSmall() {
        try {
            if (Files.exists(log()) && Files.size(log()) > 20L * 1024 * 1024) {
                Files.move(
                        log(),
                        log().resolveSibling(name + ".log.1"),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
