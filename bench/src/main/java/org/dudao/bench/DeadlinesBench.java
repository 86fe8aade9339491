package org.dudao.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.dudao.contracts.WorkCalendar;
import org.dudao.task.watching.Firing;

/**
 * Many deadlines pass at one instant. Three contenders take turns on one PostgreSQL: task-service's statement among a large
 * future, the bare statement on the same rows, and task-service's statement among a small future.
 */
final class DeadlinesBench {

    static final int SMALL_FUTURE = 10_000;

    /** Many tasks fall due at one instant because a target was spread over all schools: their rows are neighbours. */
    static final int SCHOOLS = 60;

    record Settings(int due, int future, int rounds, int run, Path directory) {
        static Settings of(Arguments arguments) {
            arguments.knowing("due", "future", "rounds", "run", "dir");
            return new Settings(
                    arguments.number("due", 100_000, 1),
                    arguments.number("future", 1_000_000, 0),
                    arguments.number("rounds", 3, 1),
                    arguments.number("run", SCHOOLS, 1),
                    Path.of(arguments.text("dir", System.getProperty("java.io.tmpdir"))));
        }
    }

    private enum Contender {
        DUDAO("Dudao"),
        BARE("bare statement"),
        DUDAO_SMALL("Dudao, small future");

        private final String label;

        Contender(String label) {
            this.label = label;
        }
    }

    private interface Batch {
        int fire(Connection c) throws SQLException;
    }

    private final Settings settings;
    private final Report report;
    private final Map<Contender, Samples> perSecond = new EnumMap<>(Contender.class);
    private final Map<Contender, Samples> walBytes = new EnumMap<>(Contender.class);

    DeadlinesBench(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
        for (Contender contender : Contender.values()) {
            perSecond.put(contender, new Samples());
            walBytes.put(contender, new Samples());
        }
    }

    void run() throws IOException, SQLException {
        report.begin("deadlines");
        report.say(Machine.hardware());
        report.say(Machine.software());
        try (ThrowawayPostgres postgres = new ThrowawayPostgres(settings.directory())) {
            report.say("%s, disk %s", postgres.describe(), Machine.disk(postgres.directory()));
            try (CountyOfTasks large = filled(postgres, "large", settings.future());
                    CountyOfTasks small = filled(postgres, "small", SMALL_FUTURE)) {
                report.say("load before: " + Machine.load());
                for (int round = 1; round <= settings.rounds(); round++) {
                    for (Contender contender : turn(round)) {
                        measure(round, contender, contender == Contender.DUDAO_SMALL ? small : large, postgres);
                    }
                }
                report.say("load after: " + Machine.load());
            }
        }
        summarise();
    }

    private CountyOfTasks filled(ThrowawayPostgres postgres, String name, int future) throws SQLException {
        long started = System.nanoTime();
        CountyOfTasks county = CountyOfTasks.fill(postgres.create(name), settings.due(), future, settings.run());
        report.say(
                "%s: %,d tasks, %,d deadlines due at one instant in runs of %d, %,d in the future (filled in %.0f s)",
                name, county.tasks(), settings.due(), settings.run(), county.futureDeadlines(), secondsSince(started));
        return county;
    }

    /** Each round another one begins, so that none always follows the same neighbour. */
    private static List<Contender> turn(int round) {
        List<Contender> order = new ArrayList<>(List.of(Contender.values()));
        Collections.rotate(order, 1 - round);
        return order;
    }

    private void measure(int round, Contender contender, CountyOfTasks county, ThrowawayPostgres postgres)
            throws SQLException {
        county.fallDueAgain();
        postgres.checkpoint();
        boolean bare = contender == Contender.BARE;
        long audited = county.count("SELECT count(*) FROM audit") + (bare ? 0 : settings.due());
        long wal = wal(county);
        long started = System.nanoTime();
        fireAll(county.connection(), bare ? c -> BareStatement.fire(c, CountyOfTasks.OVER) : DeadlinesBench::tick);
        double seconds = secondsSince(started);
        double bytes = (wal(county) - wal) / (double) settings.due();
        county.hasFiredOnce(audited);
        of(perSecond, contender).add(settings.due() / seconds);
        of(walBytes, contender).add(bytes);
        report.say(
                "round %d  %-20s %8.3f s  %,8.0f per second  %,6.0f WAL bytes each",
                round, contender.label, seconds, settings.due() / seconds, bytes);
    }

    /** A transaction a batch, until one is not full, as the service's clockwork does it. */
    private static void fireAll(Connection c, Batch batch) throws SQLException {
        c.setAutoCommit(false);
        int fired;
        do {
            fired = batch.fire(c);
            c.commit();
        } while (fired == Firing.BATCH);
        c.setAutoCommit(true);
    }

    private static int tick(Connection c) throws SQLException {
        LocalDate today = LocalDate.ofInstant(CountyOfTasks.OVER, CountyOfTasks.ZONE);
        return Firing.isDue(c, CountyOfTasks.OVER)
                ? Firing.fire(c, CountyOfTasks.OVER, today, WorkCalendar.weekdays()).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum()
                : 0;
    }

    private static long wal(CountyOfTasks county) throws SQLException {
        return county.count("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");
    }

    private void summarise() {
        perSecond.forEach((contender, samples) -> report.say(
                "median of %d  %-20s %,8.0f per second  %6.1f µs each  %,6.0f WAL bytes each  (spread %.0f %%)",
                settings.rounds(),
                contender.label,
                samples.median(),
                1e6 / samples.median(),
                of(walBytes, contender).median(),
                samples.spread() * 100));
        double ours = rate(Contender.DUDAO);
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("per_second", String.format(Locale.ROOT, "%.0f", ours));
        figures.put("vs_bare", ratio(ours, rate(Contender.BARE)));
        figures.put("growth", ratio(rate(Contender.DUDAO_SMALL), ours));
        report.result(figures);
    }

    private double rate(Contender contender) {
        return of(perSecond, contender).median();
    }

    private static Samples of(Map<Contender, Samples> samples, Contender contender) {
        return Objects.requireNonNull(samples.get(contender), contender.label);
    }

    private static String ratio(double a, double b) {
        return String.format(Locale.ROOT, "%.2f", a / b);
    }

    private static double secondsSince(long started) {
        return (System.nanoTime() - started) / 1e9;
    }
}
