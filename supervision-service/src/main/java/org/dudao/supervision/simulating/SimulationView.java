package org.dudao.supervision.simulating;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.contracts.Rung;
import org.dudao.contracts.UnitRef;
import org.dudao.supervision.simulating.PlayedYear.Word;
import org.dudao.supervision.simulating.Recipients.Group;
import org.jspecify.annotations.Nullable;

/**
 * A year played ahead. Messages are counted by receiving unit, however many people of it read them.
 *
 * @param tasks how many fall due in the year
 * @param weeks the Monday of each week in which something happens, without gaps; every {@code byWeek} follows it
 * @param against the same year under another ladder
 * @param lastYear what is known of the year before; absent when nothing is
 * @param millis how long it took
 */
public record SimulationView(
        int year,
        int tasks,
        List<LocalDate> weeks,
        Outcome ladder,
        @Nullable Outcome against,
        @Nullable Past lastYear,
        long millis) {

    /**
     * What a ladder leads to.
     *
     * @param late tasks that get an alert
     * @param waiting tasks that wait for a signature at the end
     * @param loads who hears how much, most first
     * @param rungs how far it goes, each rung of the ladder
     * @param units who stands where at the end, highest first
     */
    public record Outcome(
            int version,
            String note,
            int late,
            int messages,
            int waiting,
            List<Load> loads,
            List<AtRung> rungs,
            List<UnitStanding> units) {}

    /** @param recipient what {@code recipient} of the messages takes */
    public record Load(String recipient, Group group, String name, int total, List<Integer> byWeek) {}

    /**
     * @param tasks that ever reach it
     * @param units that answer for them
     * @param byWeek how many tasks stand at it, and at no higher one, when the week ends
     */
    public record AtRung(Rung rung, String label, int tasks, int units, List<Integer> byWeek) {}

    /** @param byRung how many of its tasks end at each rung of the ladder, in its order */
    public record UnitStanding(UnitRef unit, int tasks, Rung highest, List<Integer> byRung) {}

    /** @param late how many of them were not done on time */
    public record Past(int year, int tasks, int late) {}

    /** One message. */
    public record MessageLine(
            String id,
            Instant at,
            String recipient,
            Group group,
            String recipientName,
            Word word,
            Rung rung,
            String rungLabel,
            UUID taskId,
            String title,
            UnitRef unit) {}

    /**
     * One late task.
     *
     * @param rung the highest it reaches
     * @param reachedAt when it does
     * @param proposed the rung that waits for a signature at the end
     * @param settledAt when it is done; absent when it never is
     */
    public record TaskLine(
            UUID id,
            String title,
            UnitRef unit,
            LocalDate dueOn,
            Rung rung,
            String rungLabel,
            Instant reachedAt,
            @Nullable Rung proposed,
            @Nullable Instant settledAt) {}
}
