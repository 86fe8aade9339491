package org.dudao.supervision.setting;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.contracts.AlertFacts;
import org.dudao.contracts.Rung;
import org.dudao.contracts.TaskFacts;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.WorkCalendars;
import org.dudao.supervision.Alerts;
import org.dudao.supervision.BureauTime;
import org.dudao.supervision.Course;
import org.dudao.supervision.LadderPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Where today's open alerts would stand if they had been raised under another ladder. They keep the one they have; this
 * is for judging the other before it is put in force.
 */
@ApplicationScoped
class PreviewLadder {

    private static final int MOST = 20_000;
    private static final int SHOWN = 200;

    private final DataSource database;
    private final WorkCalendars calendars;
    private final Clock clock;

    PreviewLadder(DataSource database, WorkCalendars calendars, Clock clock) {
        this.database = database;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * What would be otherwise today.
     *
     * @param open how many alerts are open, at most 20,000 of the oldest
     * @param higher how many of them would stand higher
     * @param lower how many would stand lower
     * @param byRung how many stand at each rung, and would
     * @param moved those that would stand elsewhere, at most 200
     */
    public record Preview(int open, int same, int higher, int lower, List<RungThen> byRung, List<Moved> moved) {}

    public record RungThen(Rung rung, int now, int then) {}

    /** @param proposed the rung that would wait for a signature */
    public record Moved(
            UUID alertId,
            String title,
            String unitName,
            Rung now,
            Rung then,
            @Nullable Rung proposed) {}

    Preview of(LadderPolicy ladder, String scope) {
        BureauTime time = new BureauTime(calendars.current(), clock.getZone());
        Instant now = clock.instant();
        // A course follows from the instant at which it began; alerts raised together share it.
        Map<Instant, Course> courses = new HashMap<>();
        int[] at = new int[Rung.values().length];
        int[] would = new int[Rung.values().length];
        int higher = 0;
        int lower = 0;
        List<Moved> moved = new ArrayList<>();
        List<Standing> open = open(scope);
        for (Standing alert : open) {
            Course course = courses.computeIfAbsent(
                    alert.raisedAt(), raised -> Course.of(alert.task(), ladder, time, raised, now.plusNanos(1), null));
            at[alert.rung().ordinal()]++;
            would[course.rung().ordinal()]++;
            int step = course.rung().compareTo(alert.rung());
            higher += step > 0 ? 1 : 0;
            lower += step < 0 ? 1 : 0;
            if (step != 0 && moved.size() < SHOWN) {
                moved.add(new Moved(
                        alert.id(),
                        alert.task().title(),
                        alert.task().leadUnit().name(),
                        alert.rung(),
                        course.rung(),
                        course.proposed()));
            }
        }
        List<RungThen> byRung = new ArrayList<>();
        for (Rung rung : Rung.values()) {
            byRung.add(new RungThen(rung, at[rung.ordinal()], would[rung.ordinal()]));
        }
        return new Preview(open.size(), open.size() - higher - lower, higher, lower, byRung, moved);
    }

    private record Standing(UUID id, TaskFacts task, Rung rung, Instant raisedAt) {}

    private List<Standing> open(String scope) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("""
                        SELECT * FROM alert WHERE phase = 'OPEN' AND starts_with(unit_path, ?)
                         ORDER BY raised_at, id LIMIT ?
                        """)) {
            select.setString(1, scope);
            select.setInt(2, MOST);
            List<Standing> open = new ArrayList<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    open.add(new Standing(
                            r.getObject("id", UUID.class),
                            task(Alerts.facts(r)),
                            Rung.valueOf(r.getString("rung")),
                            r.getObject("raised_at", OffsetDateTime.class).toInstant()));
                }
            }
            return open;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static TaskFacts task(AlertFacts a) {
        return new TaskFacts(
                a.taskId(),
                a.planId(),
                a.taskId(),
                null,
                a.title(),
                a.bureau(),
                a.unit(),
                a.supportingUnits(),
                a.dueOn());
    }
}
