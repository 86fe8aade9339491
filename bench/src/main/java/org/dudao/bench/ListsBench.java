package org.dudao.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.dudao.local.testing.Tokens;

/** The ten lists that people open most, asked of task-service over HTTP as the console asks. */
final class ListsBench {

    record Settings(int tasks, int larger, int requests, Path directory) {
        static Settings of(Arguments arguments) {
            arguments.knowing("tasks", "larger", "requests", "dir");
            return new Settings(
                    arguments.number("tasks", 1_000_000, 2_000),
                    arguments.number("larger", 5_000_000, 0),
                    arguments.number("requests", 40, 1),
                    Path.of(arguments.text("dir", System.getProperty("java.io.tmpdir"))));
        }
    }

    private static final int WARM_UP = 20;
    private static final int SCHOOLS = 2_000;
    private static final String BUREAU = Tokens.of("supervisor", "yunxi", "supervisor");
    private static final String SCHOOL = Tokens.of("school", "s-7", "school");

    private record Ask(String name, String token, String path) {}

    private final Settings settings;
    private final Report report;
    private final Path project;
    private final HttpClient http = HttpClient.newHttpClient();

    ListsBench(Settings settings, Report report, Path project) {
        this.settings = settings;
        this.report = report;
        this.project = project;
    }

    void run() throws IOException, SQLException {
        report.begin("lists");
        report.say(Machine.hardware());
        report.say(Machine.software());
        Map<String, String> figures = new LinkedHashMap<>();
        ask(settings.tasks(), "", figures);
        if (settings.larger() > 0) {
            ask(settings.larger(), "larger_", figures);
        }
        report.result(figures);
    }

    private void ask(int tasks, String prefix, Map<String, String> figures) throws IOException, SQLException {
        try (ServiceLine line = new ServiceLine(project, settings.directory())) {
            report.say(
                    "%s, disk %s",
                    line.postgres().describe(), Machine.disk(line.postgres().directory()));
            int port = line.start("task", "task", Map.of());
            try (Connection task = line.connect("task")) {
                County.fillTasks(task, tasks, SCHOOLS, "current_date + (n * 7919 % 700)::int - 350");
                report.say("%,d tasks of %,d schools; load before: %s", tasks, SCHOOLS, Machine.load());
                Map<String, Samples> ms = new LinkedHashMap<>();
                Map<String, Ask> asks = asks(task, tasks);
                for (int i = 0; i < settings.requests() + WARM_UP; i++) {
                    for (Ask ask : asks.values()) {
                        double took = millis(port, ask);
                        if (i >= WARM_UP) {
                            ms.computeIfAbsent(ask.name(), n -> new Samples()).add(took);
                        }
                    }
                }
                ms.forEach((name, s) -> report.say("%-28s p50 %8.1f ms  p95 %8.1f ms", name, s.at(0.5), s.at(0.95)));
                int quick = 0;
                double slowest = 0;
                for (Samples s : ms.values()) {
                    quick += s.at(0.95) < 10 ? 1 : 0;
                    slowest = Math.max(slowest, s.at(0.95));
                }
                figures.put(prefix + "under_10_ms", quick + "/" + ms.size());
                figures.put(prefix + "slowest_p95_ms", String.format(Locale.ROOT, "%.1f", slowest));
                figures.put(
                        prefix + "page_1000_vs_1",
                        String.format(
                                Locale.ROOT, "%.2f", median(ms, "bureau, page 1,000") / median(ms, "bureau, page 1")));
                report.say("load after: " + Machine.load());
            }
        }
    }

    private static double median(Map<String, Samples> ms, String name) {
        return ms.getOrDefault(name, new Samples()).median();
    }

    private static Map<String, Ask> asks(Connection task, int tasks) throws SQLException {
        String plan = text(task, "SELECT plan_id::text FROM task ORDER BY id LIMIT 1");
        String one = text(task, "SELECT id::text FROM task WHERE lead_unit_id = 's-7' LIMIT 1");
        String place = text(
                task,
                "SELECT due_on || chr(31) || id || chr(31) || " + tasks + " FROM task ORDER BY due_on, id OFFSET "
                        + Math.min(50_000, tasks / 2) + " LIMIT 1");
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
        LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), CountyOfTasks.ZONE);
        Map<String, Ask> asks = new LinkedHashMap<>();
        for (Ask ask : new Ask[] {
            new Ask("school, open", SCHOOL, "/tasks?state=open&limit=50"),
            new Ask("school, overdue", SCHOOL, "/tasks?overdue=true&limit=50"),
            new Ask("school, counts", SCHOOL, "/tasks/summary"),
            new Ask("one task", SCHOOL, "/tasks/" + one),
            new Ask("bureau, page 1", BUREAU, "/tasks?limit=50"),
            new Ask("bureau, page 1,000", BUREAU, "/tasks?limit=50&cursor=" + cursor),
            new Ask("bureau, a unit's", BUREAU, "/tasks?unitId=s-7&limit=50"),
            new Ask("bureau, a plan's", BUREAU, "/tasks?planId=" + plan + "&limit=50"),
            new Ask(
                    "bureau, due this week",
                    BUREAU,
                    "/tasks?state=open&limit=50&dueFrom=" + today + "&dueBefore=" + today.plusDays(7)),
            new Ask("bureau, words", BUREAU, "/tasks?q=" + "165%E6%89%80" + "&limit=50")
        }) {
            asks.put(ask.name(), ask);
        }
        return asks;
    }

    private double millis(int port, Ask ask) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/task/v1" + ask.path()))
                .header("Authorization", "Bearer " + ask.token())
                .build();
        try {
            long started = System.nanoTime();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            double ms = (System.nanoTime() - started) / 1e6;
            if (answer.statusCode() != 200) {
                throw new Bench.Wrong(ask.name() + " got " + answer.statusCode() + ": " + answer.body());
            }
            return ms;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(Connection c, String sql) throws SQLException {
        try (Statement s = c.createStatement();
                ResultSet row = s.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
