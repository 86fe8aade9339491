package org.dudao.supervision.simulating;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.dudao.supervision.BureauTime;

/** How late a year's tasks were, from what this service knows: done without an alert is done on time. */
@ApplicationScoped
class ReadLastYear {

    private final DataSource database;

    ReadLastYear(DataSource database) {
        this.database = database;
    }

    /** Empty when no task of that year is known. */
    Optional<LastYear> before(int year, String scope, BureauTime time) {
        Map<String, List<Integer>> lateness = new HashMap<>();
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("""
                        SELECT k.facts -> 'leadUnit' ->> 'id' AS unit, k.due_on, k.phase,
                               (SELECT max(a.ended_at) FROM alert a
                                 WHERE a.task_id = k.task_id AND a.resolved_because = 'TASK_COMPLETED') AS done_late_at
                          FROM known_task k
                         WHERE k.due_on BETWEEN ? AND ? AND k.phase <> 'CANCELLED'
                           AND starts_with(k.facts -> 'leadUnit' ->> 'path', ?)
                        """)) {
            select.setObject(1, LocalDate.of(year - 1, 1, 1));
            select.setObject(2, LocalDate.of(year - 1, 12, 31));
            select.setString(3, scope);
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    OffsetDateTime done = r.getObject("done_late_at", OffsetDateTime.class);
                    int late = r.getString("phase").equals("COMPLETED")
                            ? done == null ? 0 : late(r.getObject("due_on", LocalDate.class), done.toInstant(), time)
                            : LastYear.NEVER;
                    lateness.computeIfAbsent(r.getString("unit"), u -> new ArrayList<>())
                            .add(late);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
        Map<String, int[]> byUnit = new HashMap<>();
        lateness.forEach((unit, days) -> byUnit.put(
                unit, days.stream().mapToInt(Integer::intValue).sorted().toArray()));
        return byUnit.isEmpty() ? Optional.empty() : Optional.of(new LastYear(byUnit));
    }

    private static int late(LocalDate dueOn, Instant done, BureauTime time) {
        return Math.max(1, time.calendar().workingDaysBetween(dueOn, time.dayOf(done)));
    }
}
