package org.dudao.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** Quartz with its tables in PostgreSQL, clustered as it must be for more than one replica, one trigger a deadline. */
final class QuartzScheduler implements Peer {

    private static final String NAME = "bench";
    /** Quartz makes its jobs itself. */
    private static volatile @Nullable HikariDataSource pool;

    private final Scheduler scheduler;

    QuartzScheduler(HikariDataSource dataSource) {
        pool = dataSource;
        Properties settings = new Properties();
        settings.put("org.quartz.scheduler.instanceName", NAME);
        settings.put("org.quartz.scheduler.instanceId", "AUTO");
        settings.put("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", String.valueOf(THREADS));
        settings.put("org.quartz.threadPool.threadCount", String.valueOf(THREADS));
        settings.put("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        settings.put("org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        settings.put("org.quartz.jobStore.isClustered", "true");
        settings.put("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        // Late is not missed: all of them are late by design.
        settings.put("org.quartz.jobStore.misfireThreshold", "36000000");
        settings.put("org.quartz.jobStore.dataSource", NAME);
        DBConnectionManager.getInstance().addConnectionProvider(NAME, new FromPool());
        try {
            scheduler = new StdSchedulerFactory(settings).getScheduler();
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connection() throws SQLException {
        return Objects.requireNonNull(pool).getConnection();
    }

    private static final class FromPool implements ConnectionProvider {
        @Override
        public Connection getConnection() throws SQLException {
            return connection();
        }

        @Override
        public void shutdown() {}

        @Override
        public void initialize() {}
    }

    /** Its trigger is named like the task. */
    public static final class Overdue implements Job {
        @Override
        public void execute(JobExecutionContext context) throws JobExecutionException {
            try (Connection c = connection()) {
                Peer.fire(c, UUID.fromString(context.getTrigger().getKey().getName()));
            } catch (SQLException e) {
                throw new JobExecutionException(e);
            }
        }
    }

    @Override
    public void prepare(Connection c, int future) throws SQLException {
        try (InputStream tables =
                Scheduler.class.getResourceAsStream("/org/quartz/impl/jdbcjobstore/tables_postgres.sql")) {
            Peer.run(c, new String(Objects.requireNonNull(tables).readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Peer.run(c, """
                INSERT INTO qrtz_job_details (sched_name, job_name, job_group, job_class_name, is_durable, is_nonconcurrent,
                                              is_update_data, requests_recovery)
                VALUES ('%s', 'overdue', 'bench', '%s', true, false, false, false)
                """.formatted(NAME, Overdue.class.getName()));
        Peer.run(
                c,
                triggers(
                        "uuidv7()::text",
                        "now() + interval '30 days' + n * interval '40 seconds'",
                        "generate_series(1, " + future + ") n"));
        Peer.run(c, "VACUUM ANALYZE");
    }

    @Override
    public void fallDue(Connection c, int due) throws SQLException {
        Peer.run(
                c,
                triggers(
                        "id::text",
                        "now()",
                        "(SELECT id FROM task WHERE due_on = '" + CountyOfTasks.DUE + "' ORDER BY id LIMIT " + due
                                + ") t"));
        Peer.run(c, "VACUUM ANALYZE qrtz_triggers, qrtz_simple_triggers");
    }

    private static String triggers(String name, String at, String from) {
        return """
                WITH made AS (
                    INSERT INTO qrtz_triggers (sched_name, trigger_name, trigger_group, job_name, job_group, next_fire_time,
                        prev_fire_time, priority, trigger_state, trigger_type, start_time, end_time, misfire_instr)
                    SELECT '%1$s', %2$s, 'bench', 'overdue', 'bench', (extract(epoch FROM %3$s) * 1000)::bigint, -1, 5,
                           'WAITING', 'SIMPLE', (extract(epoch FROM %3$s) * 1000)::bigint, 0, 0 FROM %4$s
                    RETURNING trigger_name)
                INSERT INTO qrtz_simple_triggers (sched_name, trigger_name, trigger_group, repeat_count, repeat_interval,
                                                  times_triggered)
                SELECT '%1$s', trigger_name, 'bench', 0, 0, 0 FROM made
                """.formatted(NAME, name, at, from);
    }

    @Override
    public void start() {
        try {
            scheduler.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }
}
