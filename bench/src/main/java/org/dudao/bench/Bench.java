package org.dudao.bench;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code ./dudao bench NAME}: runs one benchmark, prints it and keeps a dated file of it. */
public final class Bench {

    static final String USAGE = """
            ./dudao bench deadlines [--due 100000] [--future 1000000] [--huge 5000000] [--peer-due 20000] [--quartz-due 2000]
                                    [--rounds 3] [--run 60] [--dir DIRECTORY]
                how fast deadlines fire that pass at one instant, against the bare statement, db-scheduler and Quartz, and
                among a small and a huge future; 0 leaves the huge future or a peer out;
                --run: how many due tasks lie next to each other, 1 is the worst case for the cache;
                the database lies in DIRECTORY (default: the system's temporary one) and is deleted afterwards
            ./dudao bench storm [--tasks 100000] [--recipients 2000] [--replicas 1] [--dir DIRECTORY]
                all tasks become overdue at one instant: how long until everybody has the message, with one process of each
                service and, unless --replicas 0, with two or three
            ./dudao bench detection [--idle 300] [--busy 20000] [--per-second 1000] [--dir DIRECTORY]
                from the instant at which a deadline passes to its event on Kafka
            ./dudao bench outbox [--events 100000] [--single 500] [--rounds 3] [--dir DIRECTORY]
                how fast a backlog of events reaches Kafka, against a bare producer, and how soon a single one
            ./dudao bench lists [--tasks 1000000] [--larger 5000000] [--requests 40] [--dir DIRECTORY]
                the ten lists that people open most, over HTTP; --larger 0 leaves the second size out
            """;

    /** Held, for a level is forgotten with its logger. */
    private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

    private Bench() {}

    public static void main(String[] args) throws Exception {
        MIGRATIONS.setLevel(Level.WARNING);
        System.exit(run(args));
    }

    private static int run(String... args) throws Exception {
        Report report = new Report(System.out, Clock.systemUTC());
        try {
            Arguments arguments = Arguments.parse(args);
            switch (arguments.benchmark()) {
                case "deadlines" -> new DeadlinesBench(DeadlinesBench.Settings.of(arguments), report).run();
                case "detection" -> new DetectionBench(DetectionBench.Settings.of(arguments), report, project()).run();
                case "lists" -> new ListsBench(ListsBench.Settings.of(arguments), report, project()).run();
                case "outbox" -> new OutboxBench(OutboxBench.Settings.of(arguments), report, project()).run();
                case "storm" -> new StormBench(StormBench.Settings.of(arguments), report, project()).run();
                default -> throw new Arguments.Refused("there is no benchmark " + arguments.benchmark());
            }
            report.keep(results());
            return 0;
        } catch (Arguments.Refused e) {
            System.err.print(USAGE);
            System.err.println("bench: " + e.getMessage());
            return 2;
        } catch (Wrong e) {
            System.err.println("bench: the run is void: " + e.getMessage());
            return 1;
        }
    }

    private static Path results() throws URISyntaxException {
        return project().resolve("bench/results");
    }

    /** Wherever it lies. */
    static Path project() throws URISyntaxException {
        Path classes = Path.of(
                Bench.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return classes.resolve("../../..").normalize();
    }

    /** What was measured did not do its work, so its speed says nothing. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message);
        }
    }
}
