package org.dudao.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.dudao.bench.DeadlinesBench.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A small run, so that the benchmark follows the schema and the statement it measures. */
@Timeout(180)
class DeadlinesBenchIT {

    @Test
    void a_small_run_fires_everything_once_and_ends_with_a_result(@TempDir Path results)
            throws IOException, SQLException {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        Report report = new Report(new PrintStream(screen, true, StandardCharsets.UTF_8), Clock.systemUTC());
        Settings settings = Settings.of(Arguments.parse(
                "deadlines --due 1500 --future 2000 --huge 4000 --peer-due 200 --quartz-due 50 --rounds 1".split(" ")));
        new DeadlinesBench(settings, report).run();
        report.keep(results);
        List<String> lines = screen.toString(StandardCharsets.UTF_8).lines().toList();
        assertTrue(
                lines.getLast()
                        .matches("RESULT deadlines per_second=\\d+ vs_bare=\\d+\\.\\d\\d vs_db_scheduler=\\d+\\.\\d\\d"
                                + " vs_quartz=\\d+\\.\\d\\d growth=\\d+\\.\\d\\d vs_bare_same_rows=\\d+\\.\\d\\d"),
                lines.getLast());
        try (Stream<Path> kept = Files.list(results)) {
            assertEquals(1, kept.count());
        }
    }
}
