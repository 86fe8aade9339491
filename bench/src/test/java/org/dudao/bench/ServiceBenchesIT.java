package org.dudao.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Small runs of the benchmarks that start services, so that they follow the services; each checks its own counts. */
@Timeout(300)
class ServiceBenchesIT {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final Report report = new Report(new PrintStream(screen, true, StandardCharsets.UTF_8), Clock.systemUTC());

    @TempDir
    Path results;

    private static Path project() throws Exception {
        Path project = Bench.project();
        for (String service : new String[] {"task", "supervision", "notification"}) {
            assumeTrue(
                    Files.exists(project.resolve(service + "-service/target/quarkus-app/quarkus-run.jar")),
                    service + "-service is not packaged");
        }
        return project;
    }

    private void endsWith(String result) throws Exception {
        report.keep(results);
        String last = screen.toString(StandardCharsets.UTF_8).lines().toList().getLast();
        assertTrue(last.matches(result), last);
    }

    private static Arguments arguments(String line) {
        return Arguments.parse(line.split(" "));
    }

    @Test
    void a_small_storm_reaches_everybody_once() throws Exception {
        new StormBench(
                        StormBench.Settings.of(arguments("storm --tasks 500 --recipients 20 --replicas 0")),
                        report,
                        project())
                .run();
        endsWith("RESULT storm seconds=[\\d.]+ alerts=500 messages=1000 lost=0 doubled=0");
    }

    @Test
    void a_few_deadlines_are_detected() throws Exception {
        new DetectionBench(
                        DetectionBench.Settings.of(arguments("detection --idle 3 --busy 200 --per-second 100")),
                        report,
                        project())
                .run();
        endsWith("RESULT detection idle_p50_ms=[\\d.]+ idle_p99_ms=[\\d.]+ busy_p50_ms=[\\d.]+ busy_p99_ms=[\\d.]+");
    }

    @Test
    void a_small_backlog_is_relayed() throws Exception {
        new OutboxBench(
                        OutboxBench.Settings.of(arguments("outbox --events 1000 --single 5 --rounds 1")),
                        report,
                        project())
                .run();
        endsWith("RESULT outbox per_second=\\d+ vs_producer=[\\d.]+ p50_ms=[\\d.]+ p99_ms=[\\d.]+");
    }

    @Test
    void ten_lists_are_asked_for() throws Exception {
        new ListsBench(
                        ListsBench.Settings.of(arguments("lists --tasks 4000 --larger 0 --requests 2")),
                        report,
                        project())
                .run();
        endsWith("RESULT lists under_10_ms=\\d+/10 slowest_p95_ms=[\\d.]+ page_1000_vs_1=[\\d.]+");
    }
}
