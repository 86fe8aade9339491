package org.dudao.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    @Test
    void what_is_said_is_kept_in_a_dated_file_and_the_last_line_is_for_machines(@TempDir Path results)
            throws IOException {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T04:05:06Z"), ZoneOffset.UTC);
        Report report = new Report(new PrintStream(screen, true, StandardCharsets.UTF_8), clock);
        report.begin("deadlines");
        report.say("%,d rows", 1_000);
        report.result(Map.of("per_second", "7"));
        report.keep(results);
        assertEquals(
                List.of("deadlines, 2026-03-01 04:05 UTC", "1,000 rows", "RESULT deadlines per_second=7"),
                Files.readAllLines(results.resolve("2026-03-01T0405Z-deadlines.txt")));
        assertEquals(
                "RESULT deadlines per_second=7",
                screen.toString(StandardCharsets.UTF_8).lines().toList().getLast());
    }
}
