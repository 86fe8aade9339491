package org.dudao.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Processes: starting one with its log, waiting for it, ending it together with what it started. */
final class Child {

    private static final @Nullable String SETSID = Stream.of("/usr/bin/setsid", "/bin/setsid")
            .filter(p -> new File(p).canExecute())
            .findFirst()
            .orElse(null);

    private Child() {}

    /** Starts a process that outlives this JVM and the terminal. */
    static Process startApart(List<String> command, Map<String, String> environment, Path directory, Path log) {
        List<String> words = new ArrayList<>();
        if (SETSID != null) {
            words.add(SETSID);
        }
        words.addAll(command);
        return start(words, environment, directory, log);
    }

    static Process start(List<String> command, Map<String, String> environment, Path directory, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs to the end; the log's last lines are the exception's message when it fails. */
    static void run(List<String> command, Map<String, String> environment, Path directory, Path log) {
        Process process = start(command, environment, directory, log);
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new Trouble(command.getFirst() + " ended with " + code + ": " + lastLines(log, 5), "see " + log);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static boolean succeeds(List<String> prefix, String... words) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(words));
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static String lastLines(Path log, int count) {
        try (Stream<String> lines = Files.lines(log, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            List<String> all = lines.filter(l -> !l.isBlank()).toList();
            return String.join(" | ", all.subList(Math.max(0, all.size() - count), all.size()));
        } catch (IOException e) {
            return "";
        }
    }

    /** Waits until the condition holds, or says which process ended first or took too long. */
    static void await(String what, @Nullable Process process, Path log, Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (process != null && !process.isAlive()) {
                throw new Trouble(what + " ended while it started: " + lastLines(log, 3), "see " + log);
            }
            if (System.nanoTime() > end) {
                throw new Trouble(what + " was not ready within " + patience.toSeconds() + " s", "see " + log);
            }
            pause(50);
        }
    }

    static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** SIGTERM, then after the grace SIGKILL, to the process and all it started. */
    static void end(ProcessHandle process, Duration grace) {
        List<ProcessHandle> tree =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        process.destroy();
        awaitEnd(tree, grace);
        kill9(tree);
    }

    static void kill9(List<ProcessHandle> tree) {
        tree.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(tree, Duration.ofSeconds(10));
    }

    /** @return whether all ended in time */
    static boolean awaitEnd(List<ProcessHandle> processes, Duration grace) {
        long end = System.nanoTime() + grace.toNanos();
        while (processes.stream().anyMatch(Child::isAlive)) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause(20);
        }
        return true;
    }

    /** A process that ended but that nobody has asked for is not alive; in a container without an init it stays so. */
    static boolean isAlive(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            String stat = Files.readString(
                    Path.of("/proc/" + process.pid() + "/stat"), java.nio.charset.StandardCharsets.ISO_8859_1);
            return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException e) {
            return process.isAlive();
        }
    }

    /** The java command of this very JVM, so that AOT caches fit. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The classpath of the parts that run as processes of their own; written by the build. */
    static String partsClasspath() {
        try (var in = Child.class.getResourceAsStream("/parts.classpath")) {
            if (in == null) {
                throw new IllegalStateException("parts.classpath is missing: build deploy/local");
            }
            return ownCode()
                    + File.pathSeparator
                    + new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The jar or directory that this class comes from; only a jar can have an AOT cache. */
    static Path ownCode() {
        try {
            return Path.of(Child.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
