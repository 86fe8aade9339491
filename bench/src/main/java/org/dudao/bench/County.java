package org.dudao.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** A county with a head in each school and one supervisor, as task-service and notification-service know it. */
final class County {

    private static final String UNITS = """
            INSERT INTO unit (id, parent_id, path, name, kind, open, version)
            VALUES ('yunxi', NULL, '/yunxi/', '云溪县教育局', 'BUREAU', true, 1);
            INSERT INTO unit (id, parent_id, path, name, kind, open, version)
            SELECT 's-' || n, 'yunxi', '/yunxi/s-' || n || '/', '云溪县第' || n || '小学', 'SCHOOL', true, 1
              FROM generate_series(1, %d) n;
            """;

    static final String YESTERDAY = "(now() AT TIME ZONE 'Asia/Shanghai')::date - 1";

    private County() {}

    static void fill(Connection task, Connection notification, int tasks, int recipients) throws SQLException {
        int schools = recipients - 1;
        Peer.run(notification, UNITS.formatted(schools));
        Peer.run(notification, """
                INSERT INTO person (id, unit_id, username, name, duty, active, version)
                SELECT 'p-' || n, 's-' || n, 'p-' || n, '校长' || n, 'HEAD', true, 1 FROM generate_series(1, %d) n;
                INSERT INTO person (id, unit_id, username, name, duty, active, version)
                VALUES ('p-0', 'yunxi', 'p-0', '督导员', 'SUPERVISOR', true, 1);
                """.formatted(schools));
        Peer.run(notification, "VACUUM ANALYZE person, unit");
        fillTasks(task, tasks, schools, YESTERDAY);
    }

    /** @param dueOn SQL for the due day of task number n */
    static void fillTasks(Connection task, int tasks, int schools, String dueOn) throws SQLException {
        Peer.run(task, UNITS.formatted(schools));
        Peer.run(task, """
                INSERT INTO task (id, plan_id, target_id, place, plan_title, year, chapter, measure, title, quote, indicator,
                    comparator, target_value, value_unit, strength, universal, bureau_id, unit_path, phase, lead_unit_id,
                    due_on, due_inferred, reminder_days, reminder_at, assigned_at, version)
                SELECT uuidv7(), md5((n / 100)::text)::uuid, uuidv7(), n %% 100 + 1, '云溪县教育局工作要点', 2026,
                       '二、推进基础教育扩优提质', '加大学位供给，优化城乡布局。新改扩建中小学' || n || '所，年底前完成项目验收。',
                       '新改扩建中小学' || n || '所', '新改扩建中小学' || n || '所', '新改扩建中小学', 'GE', n, '所', 'MUST',
                       false, 'yunxi', u.path, 'assigned', u.id, %3$s, false,
                       '{10,3,1}', '09:00', now() - interval '90 days', 2
                  FROM generate_series(1, %1$d) n JOIN unit u ON u.id = 's-' || n %% %2$d + 1
                 ORDER BY n
                """.formatted(tasks, schools, dueOn));
        Peer.run(task, "VACUUM ANALYZE task, unit");
    }

    /** All of them, now. */
    static void fallDue(Connection task) throws SQLException {
        Peer.run(task, "INSERT INTO deadline (task_id, kind, fire_at) SELECT id, 'overdue', now() FROM task");
    }
}
