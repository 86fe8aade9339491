package org.dudao.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a run says, on the screen and in its dated file; the last line is for machines. */
final class Report {

    private final PrintStream out;
    private final Clock clock;
    private final List<String> lines = new ArrayList<>();
    private @Nullable String name;
    private @Nullable String result;

    Report(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    void begin(String benchmark) {
        name = benchmark;
        say(benchmark + ", " + now().format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)));
    }

    void say(String line) {
        lines.add(line);
        out.println(line);
    }

    void say(String format, Object... values) {
        say(String.format(Locale.ROOT, format, values));
    }

    /** Said last, after the file is written. */
    void result(Map<String, String> figures) {
        result = figures.entrySet().stream()
                .map(f -> f.getKey() + "=" + f.getValue())
                .collect(Collectors.joining(" ", "RESULT " + name + " ", ""));
    }

    void keep(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve(
                now().format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmm'Z'", Locale.ROOT)) + "-" + name + ".txt");
        String last = Objects.requireNonNull(result, "a run ends with a result");
        Files.writeString(file, String.join("\n", lines) + "\n" + last + "\n");
        out.println("kept in bench/results/" + file.getFileName());
        out.println(last);
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(ZoneOffset.UTC);
    }
}
