package org.dudao.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.dudao.contracts.WorkCalendar;
import org.dudao.task.watching.Firing;

/**
 * Many deadlines pass at one instant. The contenders take turns on one PostgreSQL: task-service's statement among futures of
 * three sizes, the bare statement with and without the same rows, and two schedulers from the registry.
 */
final class DeadlinesBench {

    static final int SMALL_FUTURE = 10_000;

    /** Many tasks fall due at one instant because a target was spread over all schools: their rows are neighbours. */
    static final int SCHOOLS = 60;

    private static final String OURS = "Dudao";
    private static final String BARE = "bare statement";
    private static final String SAME_ROWS = "bare, same rows";
    private static final String SMALL = "Dudao, small future";
    private static final String HUGE = "Dudao, huge future";
    private static final String DB_SCHEDULER = "db-scheduler";
    private static final String QUARTZ = "Quartz";

    /** @param huge 0 leaves the largest future out; {@code peerDue} and {@code quartzDue} 0 leave the peers out */
    record Settings(int due, int future, int huge, int peerDue, int quartzDue, int rounds, int run, Path directory) {
        static Settings of(Arguments arguments) {
            arguments.knowing("due", "future", "huge", "peer-due", "quartz-due", "rounds", "run", "dir");
            int due = arguments.number("due", 100_000, 1);
            return new Settings(
                    due,
                    arguments.number("future", 1_000_000, 0),
                    arguments.number("huge", 5_000_000, 0),
                    Math.min(due, arguments.number("peer-due", 20_000, 0)),
                    Math.min(due, arguments.number("quartz-due", 2_000, 0)),
                    arguments.number("rounds", 3, 1),
                    arguments.number("run", SCHOOLS, 1),
                    Path.of(arguments.text("dir", System.getProperty("java.io.tmpdir"))));
        }
    }

    /** Fires what is due and says how many it were. */
    private interface Contender {
        int fire() throws SQLException;
    }

    private interface Batch {
        int fire(Connection c) throws SQLException;
    }

    private final Settings settings;
    private final Report report;
    private final Map<String, Samples> perSecond = new LinkedHashMap<>();
    private final Map<String, Samples> walBytes = new LinkedHashMap<>();

    DeadlinesBench(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
    }

    void run() throws IOException, SQLException {
        report.begin("deadlines");
        report.say(Machine.hardware());
        report.say(Machine.software());
        try (ThrowawayPostgres postgres = new ThrowawayPostgres(settings.directory())) {
            report.say("%s, disk %s", postgres.describe(), Machine.disk(postgres.directory()));
            String url = postgres.create("large");
            try (CountyOfTasks large = filled(url, "large", settings.future());
                    CountyOfTasks small = filled(postgres.create("small"), "small", SMALL_FUTURE);
                    HikariDataSource pool = pool(url)) {
                List<Turn> turns = new ArrayList<>(List.of(
                        statement(OURS, large, DeadlinesBench::tick),
                        statement(BARE, large, c -> BareStatement.fire(c, CountyOfTasks.OVER)),
                        statement(SAME_ROWS, large, c -> BareStatement.fireAndTell(c, CountyOfTasks.OVER)),
                        statement(SMALL, small, DeadlinesBench::tick)));
                if (settings.peerDue() > 0) {
                    turns.add(peer(DB_SCHEDULER, large, settings.peerDue(), pool, DbScheduler::new));
                }
                if (settings.quartzDue() > 0) {
                    turns.add(peer(QUARTZ, large, settings.quartzDue(), pool, QuartzScheduler::new));
                }
                rounds(postgres, turns);
            }
        }
        summarise();
    }

    private void rounds(ThrowawayPostgres postgres, List<Turn> turns) throws SQLException {
        if (settings.huge() == 0) {
            measureAll(postgres, turns);
            return;
        }
        try (CountyOfTasks huge = filled(postgres.create("huge"), "huge", settings.huge())) {
            turns.add(statement(HUGE, huge, DeadlinesBench::tick));
            measureAll(postgres, turns);
        }
    }

    private record Turn(String label, CountyOfTasks county, int due, boolean audited, Runnable arm, Contender fire) {}

    private Turn statement(String label, CountyOfTasks county, Batch batch) {
        return new Turn(label, county, settings.due(), !label.equals(BARE), () -> {}, () -> {
            fireAll(county.connection(), batch);
            return settings.due();
        });
    }

    private Turn peer(
            String label, CountyOfTasks county, int due, HikariDataSource pool, Function<HikariDataSource, Peer> make)
            throws SQLException {
        try (Peer once = make.apply(pool)) {
            once.prepare(county.connection(), settings.future());
        }
        return new Turn(
                label,
                county,
                due,
                false,
                () -> {
                    try (Peer once = make.apply(pool)) {
                        once.fallDue(county.connection(), due);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                },
                () -> {
                    try (Peer peer = make.apply(pool)) {
                        peer.start();
                        county.awaitFacts(due, Duration.ofMinutes(15));
                    }
                    return due;
                });
    }

    private void measureAll(ThrowawayPostgres postgres, List<Turn> turns) throws SQLException {
        report.say("load before: " + Machine.load());
        for (int round = 1; round <= settings.rounds(); round++) {
            // Each round another one begins, so that none always follows the same neighbour.
            List<Turn> order = new ArrayList<>(turns);
            Collections.rotate(order, 1 - round);
            for (Turn turn : order) {
                measure(round, turn, postgres);
            }
        }
        report.say("load after: " + Machine.load());
    }

    private CountyOfTasks filled(String url, String name, int future) throws SQLException {
        long started = System.nanoTime();
        CountyOfTasks county = CountyOfTasks.fill(url, settings.due(), future, settings.run());
        report.say(
                "%s: %,d tasks, %,d deadlines due at one instant in runs of %d, %,d in the future (filled in %.0f s)",
                name, county.tasks(), settings.due(), settings.run(), county.futureDeadlines(), secondsSince(started));
        return county;
    }

    private static HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(Peer.THREADS + 4);
        return pool;
    }

    private void measure(int round, Turn turn, ThrowawayPostgres postgres) throws SQLException {
        CountyOfTasks county = turn.county();
        county.fallDueAgain();
        turn.arm().run();
        postgres.checkpoint();
        long audited = county.count("SELECT count(*) FROM audit") + (turn.audited() ? settings.due() : 0);
        long wal = wal(county);
        long started = System.nanoTime();
        int fired = turn.fire().fire();
        double seconds = secondsSince(started);
        double bytes = (wal(county) - wal) / (double) fired;
        county.hasFiredOnce(fired, audited);
        perSecond.computeIfAbsent(turn.label(), l -> new Samples()).add(fired / seconds);
        walBytes.computeIfAbsent(turn.label(), l -> new Samples()).add(bytes);
        report.say(
                "round %d  %-20s %,8d in %8.3f s  %,8.0f per second  %,6.0f WAL bytes each",
                round, turn.label(), fired, seconds, fired / seconds, bytes);
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
        perSecond.forEach((label, samples) -> report.say(
                "median of %d  %-20s %,8.0f per second  %8.1f µs each  %,6.0f WAL bytes each  (spread %.0f %%)",
                settings.rounds(),
                label,
                samples.median(),
                1e6 / samples.median(),
                of(walBytes, label).median(),
                samples.spread() * 100));
        double ours = rate(OURS);
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("per_second", String.format(Locale.ROOT, "%.0f", ours));
        figures.put("vs_bare", ratio(ours, rate(BARE)));
        if (settings.peerDue() > 0) {
            figures.put("vs_db_scheduler", ratio(ours, rate(DB_SCHEDULER)));
        }
        if (settings.quartzDue() > 0) {
            figures.put("vs_quartz", ratio(ours, rate(QUARTZ)));
        }
        figures.put("growth", ratio(rate(SMALL), settings.huge() > 0 ? rate(HUGE) : ours));
        figures.put("vs_bare_same_rows", ratio(ours, rate(SAME_ROWS)));
        report.result(figures);
    }

    private double rate(String label) {
        return of(perSecond, label).median();
    }

    private static Samples of(Map<String, Samples> samples, String label) {
        return Objects.requireNonNull(samples.get(label), label);
    }

    private static String ratio(double a, double b) {
        return String.format(Locale.ROOT, "%.2f", a / b);
    }

    private static double secondsSince(long started) {
        return (System.nanoTime() - started) / 1e9;
    }
}
