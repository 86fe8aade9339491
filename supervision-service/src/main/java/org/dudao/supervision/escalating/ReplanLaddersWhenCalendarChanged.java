package org.dudao.supervision.escalating;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.WorkCalendars;
import org.dudao.supervision.AlertHistory;
import org.dudao.supervision.BureauTime;

/** Steps that are still planned follow the calendar; each that moved says so. */
@ApplicationScoped
public class ReplanLaddersWhenCalendarChanged {

    private final DataSource database;
    private final WorkCalendars calendars;
    private final AlertHistory history;
    private final Clock clock;

    public ReplanLaddersWhenCalendarChanged(
            DataSource database, WorkCalendars calendars, AlertHistory history, Clock clock) {
        this.database = database;
        this.calendars = calendars;
        this.history = history;
        this.clock = clock;
    }

    /** What decides a step's date: few values, however many alerts there are. */
    private record Place(LocalDate from, LocalTime firesAt, int days) {}

    public void react() {
        BureauTime time = new BureauTime(calendars.current(), clock.getZone());
        try (Connection c = database.getConnection()) {
            lockOpen(c);
            List<Place> places = places(c);
            List<UUID> moved = move(
                    c,
                    places,
                    places.stream()
                            .map(p -> time.rungAt(p.from(), p.days(), p.firesAt()))
                            .toList());
            follow(c, moved);
            history.record(moved.stream()
                    .map(id -> new AlertHistory.Entry(id, "replanned", Map.of("because", "CALENDAR_CHANGED")))
                    .toList());
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static void lockOpen(Connection c) throws SQLException {
        try (Statement lock = c.createStatement()) {
            lock.execute("SELECT id FROM alert WHERE phase = 'OPEN' ORDER BY id FOR UPDATE");
        }
    }

    private static List<Place> places(Connection c) throws SQLException {
        try (PreparedStatement select = c.prepareStatement("""
                        SELECT DISTINCT a.ladder_from, a.fires_at, s.working_days + s.delay_days
                          FROM alert_step s JOIN alert a ON a.id = s.alert_id WHERE s.state = 'PLANNED'
                        """);
                ResultSet r = select.executeQuery()) {
            List<Place> places = new ArrayList<>();
            while (r.next()) {
                places.add(new Place(r.getObject(1, LocalDate.class), r.getObject(2, LocalTime.class), r.getInt(3)));
            }
            return places;
        }
    }

    private static List<UUID> move(Connection c, List<Place> places, List<Instant> at) throws SQLException {
        try (PreparedStatement update = c.prepareStatement("""
                WITH moved AS (
                    UPDATE alert_step s SET planned_at = p.at, because = 'CALENDAR_CHANGED'
                      FROM alert a, unnest(?::date[], ?::time[], ?::int[], ?::timestamptz[]) AS p (ladder_from, fires_at, days, at)
                     WHERE a.id = s.alert_id AND s.state = 'PLANNED' AND a.ladder_from = p.ladder_from
                       AND a.fires_at = p.fires_at AND s.working_days + s.delay_days = p.days AND s.planned_at <> p.at
                    RETURNING s.alert_id)
                SELECT DISTINCT alert_id FROM moved
                """)) {
            update.setArray(
                    1,
                    c.createArrayOf(
                            "date",
                            places.stream().map(p -> p.from().toString()).toArray()));
            update.setArray(
                    2,
                    c.createArrayOf(
                            "time",
                            places.stream().map(p -> p.firesAt().toString()).toArray()));
            update.setArray(
                    3, c.createArrayOf("int4", places.stream().map(Place::days).toArray()));
            update.setArray(
                    4,
                    c.createArrayOf(
                            "timestamptz", at.stream().map(Instant::toString).toArray()));
            List<UUID> moved = new ArrayList<>();
            try (ResultSet r = update.executeQuery()) {
                while (r.next()) {
                    moved.add(r.getObject(1, UUID.class));
                }
            }
            return moved;
        }
    }

    private static void follow(Connection c, List<UUID> moved) throws SQLException {
        if (moved.isEmpty()) {
            return;
        }
        try (PreparedStatement update = c.prepareStatement("""
                UPDATE alert a SET version = version + 1,
                       next_step_at = CASE WHEN a.next_step_at IS NOT NULL THEN
                           (SELECT greatest(s.planned_at, a.snoozed_until) FROM alert_step s
                             WHERE s.alert_id = a.id AND s.state = 'PLANNED' ORDER BY s.ordinal LIMIT 1) END
                 WHERE a.id = ANY(?)
                """)) {
            update.setArray(1, c.createArrayOf("uuid", moved.toArray()));
            update.executeUpdate();
        }
    }
}
