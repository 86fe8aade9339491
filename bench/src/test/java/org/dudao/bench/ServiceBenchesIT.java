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
}
