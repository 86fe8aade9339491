package org.dudao.supervision.simulating;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.contracts.TaskFacts;
import org.dudao.contracts.UnitRef;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.startup.WorkCalendars;
import org.dudao.supervision.BureauTime;
import org.dudao.supervision.KnownTasks;
import org.dudao.supervision.LadderPolicies;
import org.dudao.supervision.LadderPolicy;
import org.dudao.supervision.NotYourLadder;
import org.jspecify.annotations.Nullable;

/** Plays a year ahead with the code that runs it. Reads only; asked twice it answers the same. */
@ApplicationScoped
class SimulateYear {

    /** A county's year is some thousand; a province simulates a plan or a unit at a time. */
    static final int MOST_TASKS = 30_000;

    private final KnownTasks tasks;
    private final LadderPolicies ladders;
    private final WorkCalendars calendars;
    private final ReadLastYear lastYear;
    private final DataSource database;
    private final Clock clock;

    SimulateYear(
            KnownTasks tasks,
            LadderPolicies ladders,
            WorkCalendars calendars,
            ReadLastYear lastYear,
            DataSource database,
            Clock clock) {
        this.tasks = tasks;
        this.ladders = ladders;
        this.calendars = calendars;
        this.lastYear = lastYear;
        this.database = database;
        this.clock = clock;
    }

    /** What is given: the tasks, and how the year goes. */
    record Given(
            int year,
            @Nullable UUID planId,
            boolean likeLastYear,
            @Nullable Integer signedAfter) {}

    /** @param against the same year under another ladder */
    record Played(
            int tasks,
            BureauTime time,
            PlayedYear year,
            @Nullable PlayedYear against,
            @Nullable LastYear lastYear) {}

    /** @param ladder its version; null: the one in force */
    Played play(Caller caller, Given given, @Nullable Integer ladder, @Nullable Integer against) {
        String bureau = caller.bureau().id();
        LadderPolicy inForce = ladders.inForce(bureau, clock.instant());
        LadderPolicy one = ladder == null ? inForce : written(bureau, ladder);
        LadderPolicy other = against == null ? null : written(bureau, against);
        BureauTime time = new BureauTime(calendars.current(), clock.getZone());
        List<TaskFacts> due = tasks.due(
                caller.unitPath(),
                LocalDate.of(given.year(), 1, 1),
                LocalDate.of(given.year(), 12, 31),
                given.planId(),
                MOST_TASKS + 1);
        if (due.size() > MOST_TASKS) {
            throw new Problem(
                    422,
                    "too-many-tasks",
                    "一次最多推演 " + MOST_TASKS + " 项任务，请选择一个计划。",
                    "At most " + MOST_TASKS + " tasks at once; choose a plan.");
        }
        Optional<LastYear> past = lastYear.before(given.year(), caller.unitPath(), time);
        if (given.likeLastYear() && past.isEmpty()) {
            throw Problem.conflict(
                    "no-last-year",
                    given.year() - 1 + " 年没有任务数据，无法按上年情况推演。",
                    "No tasks of " + (given.year() - 1) + " are known; the year cannot go like it.");
        }
        Map<UUID, Integer> lateness = given.likeLastYear() ? past.get().lateness(due) : null;
        Recipients recipients = new Recipients(units());
        return new Played(
                due.size(),
                time,
                PlayedYear.play(due, one, time, recipients, lateness, given.signedAfter()),
                other == null ? null : PlayedYear.play(due, other, time, recipients, lateness, given.signedAfter()),
                past.orElse(null));
    }

    private LadderPolicy written(String bureau, int version) {
        return ladders.written(bureau, version).orElseThrow(() -> new NotYourLadder(version));
    }

    private Map<String, UnitRef> units() {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("SELECT id, name, path FROM unit");
                ResultSet r = select.executeQuery()) {
            Map<String, UnitRef> units = new HashMap<>();
            while (r.next()) {
                units.put(r.getString(3), new UnitRef(r.getString(1), r.getString(2), r.getString(3)));
            }
            return units;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
