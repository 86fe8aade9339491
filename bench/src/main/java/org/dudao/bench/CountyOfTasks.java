package org.dudao.bench;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.dudao.contracts.WorkCalendar;
import org.dudao.task.ReminderPolicy;
import org.flywaydb.core.Flyway;

/**
 * A database of task-service as its own migrations make it, with tasks that are under way: some due on {@link #DUE}, their
 * reminders said, in runs spread evenly among those that are due later, whose deadlines the service's own policy planned.
 */
final class CountyOfTasks implements AutoCloseable {

    static final LocalDate DUE = LocalDate.of(2026, 6, 30);
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** The instant at which {@link #DUE} is over. */
    static final Instant OVER = DUE.plusDays(1).atStartOfDay(ZONE).toInstant();

    private static final ReminderPolicy POLICY = new ReminderPolicy(List.of(10, 3, 1), LocalTime.of(9, 0));
    static final int DEADLINES_OF_A_TASK = POLICY.workingDaysBefore().size() + 1;

    /** Far enough ahead for every reminder to be ahead, too. */
    private static final LocalDate FIRST_LATER = LocalDate.of(2026, 8, 1);

    private static final int LATER_DAYS = 500;

    private static final String UNITS = """
            INSERT INTO unit (id, parent_id, path, name, kind, open, version)
            VALUES ('yunxi', NULL, '/yunxi/', '云溪县教育局', 'BUREAU', true, 1);
            INSERT INTO unit (id, parent_id, path, name, kind, open, version)
            SELECT 'o-' || n, 'yunxi', '/yunxi/o-' || n || '/', '第' || n || '科', 'SECTION', true, 1 FROM generate_series(0, 9) n;
            INSERT INTO unit (id, parent_id, path, name, kind, open, version)
            SELECT 't-' || n, 'yunxi', '/yunxi/t-' || n || '/', '第' || n || '镇教育办', 'TOWNSHIP', true, 1
              FROM generate_series(0, 5) n;
            INSERT INTO unit (id, parent_id, path, name, kind, open, version)
            SELECT 's-' || n, 't-' || n % 6, '/yunxi/t-' || n % 6 || '/s-' || n || '/', '云溪县第' || n || '小学', 'SCHOOL', true, 1
              FROM generate_series(0, 59) n;
            """;

    /**
     * The tasks are cut into stretches, each with its even part of the due ones at its beginning: exactly as many as asked
     * for, in runs of the wanted length, evenly spread.
     */
    private static final String TASKS = """
            INSERT INTO task (id, plan_id, target_id, place, plan_title, year, chapter, measure, title, quote, indicator,
                comparator, target_value, value_unit, strength, universal, bureau_id, unit_path, phase, lead_unit_id,
                supporting_unit_ids, due_on, due_inferred, reminder_days, reminder_at, value, assigned_at, accepted_at,
                accepted_by, version)
            SELECT uuidv7(), md5((n / 100)::text)::uuid, uuidv7(), n % 100 + 1, '云溪县教育局2026年工作要点', 2026,
                   '二、推进基础教育扩优提质',
                   '加大学位供给，优化城乡布局。新改扩建中小学' || n % 300 || '所，新增学位' || n % 9000
                       || '个，义务教育大班额全面消除，公办园在园幼儿占比持续提高，年底前完成项目验收并投入使用。',
                   '新改扩建中小学' || n % 300 || '所', '新改扩建中小学' || n % 300 || '所，新增学位' || n % 9000 || '个',
                   '新改扩建中小学', 'GE', n % 300, '所', 'MUST', false, 'yunxi', u.path,
                   (ARRAY['assigned', 'accepted', 'under_way'])[n % 3 + 1], u.id,
                   CASE WHEN n % 4 = 0 THEN ARRAY['o-' || n % 10, 't-' || n % 6] ELSE '{}' END,
                   CASE WHEN (n - 1) % k.stretch < least(n - 1 - (n - 1) % k.stretch + k.stretch, k.tasks) * k.due / k.tasks
                                                   - (n - 1 - (n - 1) % k.stretch) * k.due / k.tasks
                        THEN ?::date ELSE ?::date + (n * 7919 % ?)::int END,
                   false, ?::int[], ?, CASE n % 3 WHEN 2 THEN n % 200 END, timestamptz '2026-01-08 02:00Z',
                   CASE WHEN n % 3 > 0 THEN timestamptz '2026-01-09 02:00Z' END, CASE WHEN n % 3 > 0 THEN 'school' END, 2
              FROM (SELECT ?::bigint AS tasks, ?::bigint AS due, ?::bigint AS stretch) k
             CROSS JOIN generate_series(1, k.tasks) n JOIN unit u ON u.id = 's-' || n % 60
             ORDER BY n
            """;

    private static final String LATER_DEADLINES = """
            INSERT INTO deadline (task_id, kind, fire_at)
            SELECT t.id, p.kind, p.fire_at
              FROM task t
              JOIN unnest(?::date[], ?::text[], ?::timestamptz[]) AS p (due_on, kind, fire_at) ON p.due_on = t.due_on
             ORDER BY t.id
            """;

    private final Connection connection;
    private final int due;
    private final int later;

    private CountyOfTasks(Connection connection, int due, int later) {
        this.connection = connection;
        this.due = due;
        this.later = later;
    }

    /**
     * @param future deadlines to come, rounded up to whole tasks
     * @param run how many due tasks lie next to each other
     */
    static CountyOfTasks fill(String url, int due, int future, int run) throws SQLException {
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/outbox", "classpath:db/startup", "classpath:db/migration")
                .load()
                .migrate();
        int later = Math.ceilDiv(future, DEADLINES_OF_A_TASK);
        CountyOfTasks county = new CountyOfTasks(DriverManager.getConnection(url), due, later);
        county.insertTasks(run);
        county.planLaterDeadlines();
        county.execute("VACUUM ANALYZE");
        return county;
    }

    Connection connection() {
        return connection;
    }

    int tasks() {
        return due + later;
    }

    int futureDeadlines() {
        return later * DEADLINES_OF_A_TASK;
    }

    /** The due tasks' overdue deadlines are pending again, nothing has been said of them. */
    void fallDueAgain() throws SQLException {
        execute("TRUNCATE outbox");
        execute("DELETE FROM deadline WHERE fire_at <= '%s'".formatted(OVER));
        execute("UPDATE task SET version = 2, overdue_said_at = NULL WHERE version > 2");
        execute("INSERT INTO deadline (task_id, kind, fire_at) SELECT id, 'overdue', '%s' FROM task WHERE due_on = '%s'"
                .formatted(OVER, DUE));
        execute("VACUUM ANALYZE task, deadline, outbox, audit");
    }

    /** Returns once the outbox holds so many events. */
    void awaitFacts(int expected, Duration patience) throws SQLException {
        long end = System.nanoTime() + patience.toNanos();
        while (count("SELECT count(*) FROM outbox") < expected) {
            if (System.nanoTime() > end) {
                throw new Bench.Wrong("not done within " + patience);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Every fired task was said once, nothing else, and the future is untouched. */
    void hasFiredOnce(int fired, long audited) throws SQLException {
        holds("facts in the outbox", "SELECT count(*) FROM outbox", fired);
        holds("tasks in the outbox", "SELECT count(DISTINCT aggregateid) FROM outbox", fired);
        holds(
                "tasks known as overdue",
                "SELECT count(*) FROM task WHERE overdue_said_at IS NOT NULL AND version = 3",
                fired);
        holds("audit rows", "SELECT count(*) FROM audit", audited);
        long untouched = count("SELECT count(*) FROM deadline WHERE fire_at > '" + OVER + "'");
        if (untouched != futureDeadlines()) {
            throw new Bench.Wrong("deadlines left: " + untouched + " instead of " + futureDeadlines());
        }
    }

    private void holds(String what, String query, long expected) throws SQLException {
        long found = count(query);
        if (found != expected) {
            throw new Bench.Wrong(what + ": " + found + " instead of " + expected);
        }
    }

    long count(String query) throws SQLException {
        try (Statement s = connection.createStatement();
                ResultSet row = s.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void insertTasks(int run) throws SQLException {
        execute(UNITS);
        long stretch = Math.ceilDiv((long) tasks() * run, due);
        try (PreparedStatement insert = connection.prepareStatement(TASKS)) {
            Array days =
                    connection.createArrayOf("int", POLICY.workingDaysBefore().toArray());
            Object[] values = {DUE, FIRST_LATER, LATER_DAYS, days, POLICY.at(), tasks(), due, stretch};
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }

    private void planLaterDeadlines() throws SQLException {
        List<String> days = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<String> instants = new ArrayList<>();
        for (int i = 0; i < LATER_DAYS; i++) {
            LocalDate day = FIRST_LATER.plusDays(i);
            for (ReminderPolicy.Planned p : POLICY.plan(day, OVER, ZONE, WorkCalendar.weekdays())) {
                days.add(day.toString());
                kinds.add(p.kind().word());
                instants.add(p.fireAt().toString());
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(LATER_DEADLINES)) {
            insert.setArray(1, connection.createArrayOf("date", days.toArray()));
            insert.setArray(2, connection.createArrayOf("text", kinds.toArray()));
            insert.setArray(3, connection.createArrayOf("timestamptz", instants.toArray()));
            insert.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement s = connection.createStatement()) {
            s.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
