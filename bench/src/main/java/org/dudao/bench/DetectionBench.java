package org.dudao.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** From the instant at which a deadline passes to its event on Kafka: task-service as a process, idle and busy. */
final class DetectionBench {

    private static final int WARM_UP = 1_000;

    record Settings(int idle, int busy, int perSecond, Path directory) {
        static Settings of(Arguments arguments) {
            arguments.knowing("idle", "busy", "per-second", "dir");
            return new Settings(
                    arguments.number("idle", 300, 1),
                    arguments.number("busy", 20_000, 1),
                    arguments.number("per-second", 1_000, 1),
                    Path.of(arguments.text("dir", System.getProperty("java.io.tmpdir"))));
        }
    }

    private final Settings settings;
    private final Report report;
    private final Path project;

    DetectionBench(Settings settings, Report report, Path project) {
        this.settings = settings;
        this.report = report;
        this.project = project;
    }

    void run() throws IOException, SQLException {
        report.begin("detection");
        report.say(Machine.hardware());
        report.say(Machine.software());
        Map<String, String> figures = new LinkedHashMap<>();
        try (ServiceLine line = new ServiceLine(project, settings.directory())) {
            report.say(
                    "%s, disk %s",
                    line.postgres().describe(), Machine.disk(line.postgres().directory()));
            line.start("task", "task", Map.of());
            try (Connection task = line.connect("task")) {
                County.fillTasks(task, settings.idle() + settings.busy() + WARM_UP, 60, County.YESTERDAY);
                // The first thousand warm the service up and are not counted.
                measure(line, task, "warming up", WARM_UP, 0, 0.005);
                report.say("load before: " + Machine.load());
                tell(figures, "idle", measure(line, task, "idle", settings.idle(), WARM_UP, 0.3));
                tell(
                        figures,
                        "busy",
                        measure(
                                line,
                                task,
                                "busy",
                                settings.busy(),
                                WARM_UP + settings.idle(),
                                1.0 / settings.perSecond()));
                report.say("load after: " + Machine.load());
            }
        }
        report.result(figures);
    }

    private static void tell(Map<String, String> figures, String name, Samples ms) {
        figures.put(name + "_p50_ms", String.format(Locale.ROOT, "%.1f", ms.at(0.50)));
        figures.put(name + "_p99_ms", String.format(Locale.ROOT, "%.1f", ms.at(0.99)));
    }

    private Samples measure(ServiceLine line, Connection task, String name, int count, int after, double apart)
            throws SQLException {
        Map<String, Long> arrived = new ConcurrentHashMap<>();
        try (Listener listener = new Listener(line.brokers(), "dudao.task", arrived::putIfAbsent)) {
            Map<String, Long> due = fallDue(task, count, after, apart);
            long end = System.nanoTime()
                    + Duration.ofSeconds(60 + (long) (count * apart)).toNanos();
            while (arrived.size() < count && System.nanoTime() < end) {
                LockSupport.parkNanos(20_000_000);
            }
            Samples ms = new Samples();
            due.forEach((id, at) -> {
                Long heard = arrived.get(id);
                if (heard == null) {
                    throw new Bench.Wrong(
                            "of " + count + " deadlines " + (count - arrived.size()) + " were not heard of");
                }
                if (heard < at) {
                    throw new Bench.Wrong("a deadline was said before it had passed");
                }
                ms.add((heard - at) / 1e6);
            });
            report.say(
                    "%-10s %,7d deadlines  p50 %6.1f ms  p95 %6.1f ms  p99 %6.1f ms  max %6.1f ms",
                    name, count, ms.at(0.5), ms.at(0.95), ms.at(0.99), ms.at(1));
            return ms;
        }
    }

    /** All are written before the first passes, so that it is the clock which wakes the service, not the writing. */
    private static Map<String, Long> fallDue(Connection task, int count, int after, double apart) throws SQLException {
        Map<String, Long> due = new HashMap<>();
        try (Statement s = task.createStatement();
                ResultSet rows = s.executeQuery("""
                        INSERT INTO deadline (task_id, kind, fire_at)
                        SELECT id, 'overdue', now() + interval '2 seconds' + (place - 1) * %s * interval '1 second'
                          FROM (SELECT id, row_number() OVER () AS place FROM
                                   (SELECT id FROM task ORDER BY id OFFSET %d LIMIT %d) t) t
                        RETURNING task_id::text, (extract(epoch FROM fire_at) * 1000000)::bigint
                        """.formatted(apart, after, count))) {
            while (rows.next()) {
                due.put(rows.getString(1), rows.getLong(2) * 1_000);
            }
        }
        return due;
    }
}
