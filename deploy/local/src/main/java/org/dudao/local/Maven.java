package org.dudao.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs Maven and tells which module it is at; the whole output goes to the log. */
final class Maven {

    private static final Pattern BUILDING = Pattern.compile("\\[INFO\\] Building ((?!jar:)\\S+) .*");
    private static final long HEARTBEAT = Duration.ofSeconds(15).toNanos();

    private Maven() {}

    static void run(Path project, List<String> words, Path log, Progress progress) {
        List<String> command = new ArrayList<>(
                List.of(Optional.ofNullable(System.getenv("DUDAO_MVN")).orElse("mvn"), "-B"));
        command.addAll(words);
        try {
            Files.createDirectories(log.getParent());
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process maven = builder.start();
            List<String> errors = follow(maven, log, progress);
            if (maven.waitFor() != 0) {
                throw new Trouble(
                        "the build failed: "
                                + errors.stream()
                                        .limit(3)
                                        .reduce((a, b) -> a + " | " + b)
                                        .orElse("no reason given"),
                        "see " + log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> follow(Process maven, Path log, Progress progress) throws IOException {
        List<String> errors = new ArrayList<>();
        String module = "";
        int fetched = 0;
        long told = System.nanoTime();
        try (BufferedReader in =
                        new BufferedReader(new InputStreamReader(maven.getInputStream(), StandardCharsets.UTF_8));
                Writer out = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.contains("Downloading from")) {
                    continue;
                }
                out.write(line);
                out.write('\n');
                Matcher building = BUILDING.matcher(line);
                if (building.matches()) {
                    module = building.group(1);
                    progress.note("building " + module);
                    told = System.nanoTime();
                } else if (line.contains("Downloaded from")) {
                    fetched++;
                } else if (line.startsWith("[ERROR]") && line.length() > 8) {
                    errors.add(line.substring(8));
                }
                if (System.nanoTime() - told > HEARTBEAT) {
                    progress.note("still at " + module + (fetched > 0 ? ", " + fetched + " files fetched" : ""));
                    told = System.nanoTime();
                }
            }
        }
        return errors;
    }
}
