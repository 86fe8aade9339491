package org.dudao.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Many tasks become overdue at one instant, and everybody who must hear of it hears of it: through task-service, Kafka,
 * supervision-service, Kafka and notification-service, each a process of its own.
 */
final class StormBench {

    private static final String SAID =
            "SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence('outbox', 'seq')), 0)";

    private static final String TOLD =
            "SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence('message', 'seq')), 0)";

    record Settings(int tasks, int recipients, int replicas, Path directory) {
        static Settings of(Arguments arguments) {
            arguments.knowing("tasks", "recipients", "replicas", "dir");
            return new Settings(
                    arguments.number("tasks", 100_000, 1),
                    arguments.number("recipients", 2_000, 2),
                    arguments.number("replicas", 1, 0),
                    Path.of(arguments.text("dir", System.getProperty("java.io.tmpdir"))));
        }
    }

    /** What one run came to. */
    private record Outcome(double seconds, long alerts, long messages, long lost, long doubled) {}

    private final Settings settings;
    private final Report report;
    private final Path project;

    StormBench(Settings settings, Report report, Path project) {
        this.settings = settings;
        this.report = report;
        this.project = project;
    }

    void run() throws IOException, SQLException {
        report.begin("storm");
        report.say(Machine.hardware());
        report.say(Machine.software());
        report.say("%,d tasks overdue at one instant, %,d recipients", settings.tasks(), settings.recipients());
        Outcome one = storm(false);
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("seconds", figure(one.seconds()));
        figures.put("alerts", String.valueOf(one.alerts()));
        figures.put("messages", String.valueOf(one.messages()));
        figures.put("lost", String.valueOf(one.lost()));
        figures.put("doubled", String.valueOf(one.doubled()));
        if (settings.replicas() > 0) {
            Outcome many = storm(true);
            figures.put("replicas_seconds", figure(many.seconds()));
            figures.put("replicas_lost", String.valueOf(many.lost()));
            figures.put("replicas_doubled", String.valueOf(many.doubled()));
        }
        report.result(figures);
    }

    private static String figure(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds);
    }

    private Outcome storm(boolean replicas) throws IOException, SQLException {
        try (ServiceLine line = new ServiceLine(project, settings.directory())) {
            report.say(
                    "%s, disk %s",
                    line.postgres().describe(), Machine.disk(line.postgres().directory()));
            line.start("task", "task", Map.of());
            line.start("supervision", "supervision", Map.of());
            line.start("notification", "notification", Map.of());
            if (replicas) {
                line.start("task", "task, second", Map.of());
                line.start("task", "task, relay alone", Map.of("DUDAO_CLOCKWORK_ENABLED", "false"));
                line.start("supervision", "supervision, second", Map.of());
            }
            report.say(
                    replicas ? "-- three relays, two of task-service, two of supervision-service" : "-- one of each");
            try (Connection task = line.connect("task");
                    Connection supervision = line.connect("supervision");
                    Connection notification = line.connect("notification")) {
                County.fill(task, notification, settings.tasks(), settings.recipients());
                return measure(line, task, supervision, notification);
            }
        }
    }

    private Outcome measure(ServiceLine line, Connection task, Connection supervision, Connection notification)
            throws IOException, SQLException {
        line.postgres().checkpoint();
        report.say("load before: " + Machine.load());
        Map<String, Double> before = line.processorSeconds();
        List<Stage> stages = List.of(
                new Stage(
                        "fired", settings.tasks(), () -> settings.tasks() - one(task, "SELECT count(*) FROM deadline")),
                new Stage("on Kafka", settings.tasks(), () -> one(task, SAID) - waiting(task)),
                new Stage("alerts", settings.tasks(), () -> one(supervision, SAID)),
                new Stage("alerts on Kafka", settings.tasks(), () -> one(supervision, SAID) - waiting(supervision)),
                new Stage("messages", 2L * settings.tasks(), () -> one(notification, TOLD)));
        Waits waits = new Waits(line.postgres());
        long started = System.nanoTime();
        County.fallDue(task);
        long end = started + Duration.ofMinutes(10).toNanos();
        while (stages.stream().anyMatch(s -> !s.isDone())) {
            if (System.nanoTime() > end) {
                break;
            }
            for (Stage stage : stages) {
                stage.look((System.nanoTime() - started) / 1e9);
            }
            waits.look();
            LockSupport.parkNanos(50_000_000);
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        for (Stage stage : stages) {
            report.say(stage.told());
        }
        waits.told().forEach(report::say);
        Map<String, Double> after = line.processorSeconds();
        Map<String, Long> memory = line.peakMemory();
        after.forEach((name, s) -> report.say(
                "%-20s %6.1f s of processor  %,6d MiB at its highest",
                name, s - before.getOrDefault(name, 0.0), memory.getOrDefault(name, 0L)));
        report.say("all done after %.1f s, load after: %s", seconds, Machine.load());
        return checked(seconds, task, supervision, notification);
    }

    private Outcome checked(double seconds, Connection task, Connection supervision, Connection notification)
            throws SQLException {
        long said = one(task, "SELECT count(*) FROM audit WHERE act = 'became-overdue'");
        long alerts = one(supervision, "SELECT count(*) FROM alert");
        long alerted = one(supervision, "SELECT count(DISTINCT task_id) FROM alert");
        long messages = one(notification, "SELECT count(*) FROM message");
        long told = one(notification, "SELECT count(*) FROM (SELECT DISTINCT subject_id, person_id FROM message) m");
        long lost = 3L * settings.tasks() - Math.min(said, settings.tasks()) - alerted - told + settings.tasks();
        long doubled = Math.max(0, said - settings.tasks()) + alerts - alerted + messages - told;
        report.say(
                "%,d overdue said, %,d alerts of %,d tasks, %,d messages to %,d pairs of alert and person: %,d lost, %,d doubled",
                said, alerts, alerted, messages, told, lost, doubled);
        if (lost != 0 || doubled != 0) {
            throw new Bench.Wrong(lost + " lost, " + doubled + " doubled");
        }
        return new Outcome(seconds, alerts, messages, lost, doubled);
    }

    private static long waiting(Connection c) throws SQLException {
        return one(c, "SELECT count(*) FROM outbox");
    }

    static long one(Connection c, String sql) throws SQLException {
        try (Statement s = c.createStatement();
                ResultSet row = s.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    interface Count {
        long now() throws SQLException;
    }

    /** How far one stage of the line is. */
    static final class Stage {
        private final String name;
        private final long all;
        private final Count count;
        private long done;
        private double begun = -1;
        private double ended;

        Stage(String name, long all, Count count) {
            this.name = name;
            this.all = all;
            this.count = count;
        }

        void look(double at) throws SQLException {
            if (isDone()) {
                return;
            }
            done = count.now();
            if (done > 0 && begun < 0) {
                begun = at;
            }
            ended = at;
        }

        boolean isDone() {
            return done >= all;
        }

        String told() {
            return String.format(
                    Locale.ROOT,
                    "%-16s %,9d of %,9d  from %6.1f s to %6.1f s  %,8.0f a second",
                    name,
                    done,
                    all,
                    begun,
                    ended,
                    done / Math.max(0.05, ended - Math.max(0, begun)));
        }
    }

    /** What the databases' sessions wait for, looked at again and again. */
    static final class Waits {
        private final ThrowawayPostgres postgres;
        private final Map<String, Integer> seen = new LinkedHashMap<>();
        private int looks;

        Waits(ThrowawayPostgres postgres) {
            this.postgres = postgres;
        }

        void look() throws SQLException {
            looks++;
            for (String what : postgres.activities()) {
                seen.merge(what, 1, Integer::sum);
            }
        }

        List<String> told() {
            List<String> lines = new ArrayList<>();
            seen.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .limit(12)
                    .forEach(e -> lines.add(
                            String.format(Locale.ROOT, "busy %5.1f %%  %s", 100.0 * e.getValue() / looks, e.getKey())));
            return lines;
        }
    }
}
