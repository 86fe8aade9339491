package org.dudao.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/** db-scheduler with lock-and-fetch, the quicker of its two ways on PostgreSQL. */
final class DbScheduler implements Peer {

    private final HikariDataSource pool;
    private final Scheduler scheduler;

    DbScheduler(HikariDataSource pool) {
        this.pool = pool;
        OneTimeTask<Void> overdue = Tasks.oneTime("overdue").execute((instance, context) -> fireOne(instance.getId()));
        this.scheduler = Scheduler.create(pool, overdue)
                .threads(THREADS)
                .pollUsingLockAndFetch(1.0, 8.0)
                .pollingInterval(Duration.ofMillis(100))
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
    }

    private void fireOne(String id) {
        try (Connection c = pool.getConnection()) {
            Peer.fire(c, UUID.fromString(id));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void prepare(Connection c, int future) throws SQLException {
        Peer.run(c, """
                CREATE TABLE IF NOT EXISTS scheduled_tasks (
                    task_name text NOT NULL, task_instance text NOT NULL, task_data bytea,
                    execution_time timestamptz NOT NULL, picked boolean NOT NULL, picked_by text,
                    last_success timestamptz, last_failure timestamptz, consecutive_failures int,
                    last_heartbeat timestamptz, version bigint NOT NULL, priority smallint,
                    PRIMARY KEY (task_name, task_instance));
                CREATE INDEX IF NOT EXISTS scheduled_tasks_time ON scheduled_tasks (execution_time);
                CREATE INDEX IF NOT EXISTS scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                SELECT 'overdue', uuidv7()::text, now() + interval '30 days' + n * interval '40 seconds', false, 1
                  FROM generate_series(1, %d) n ON CONFLICT DO NOTHING;
                """.formatted(future));
        Peer.run(c, "VACUUM ANALYZE scheduled_tasks");
    }

    @Override
    public void fallDue(Connection c, int due) throws SQLException {
        Peer.run(c, """
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                SELECT 'overdue', id::text, now(), false, 1 FROM task WHERE due_on = '%s' ORDER BY id LIMIT %d
                """.formatted(CountyOfTasks.DUE, due));
        Peer.run(c, "VACUUM ANALYZE scheduled_tasks");
    }

    @Override
    public void start() {
        scheduler.start();
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
