package org.dudao.supervision;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dudao.contracts.Audience;
import org.dudao.contracts.Rung;
import org.jspecify.annotations.Nullable;

/** A ladder as it was written: copied onto each alert that is raised while it is in force. */
public record LadderPolicy(
        int version, LocalTime firesAt, Instant writtenAt, String writtenBy, String note, List<Step> rungs) {

    /**
     * One rung.
     *
     * @param workingDays after the first working day on which the task is late
     * @param automatic taken by itself, or proposed until a person with one of the roles {@code signers} signs
     * @param superiorAfter working days after the rung until the unit above hears of it, too
     * @param repeat how the rung is told again while nothing has changed
     */
    public record Step(
            int ordinal,
            Rung rung,
            int workingDays,
            boolean automatic,
            List<Audience> audience,
            List<String> signers,
            @Nullable Integer superiorAfter,
            @Nullable Repeat repeat) {

        /** The last working day on which it tells anything. */
        int lastDay() {
            int superior = superiorAfter == null ? 0 : superiorAfter;
            int repeated = repeat == null ? 0 : repeat.every() * repeat.times();
            return workingDays + Math.max(superior, repeated);
        }
    }

    /** Told again each {@code every} working days, {@code times} times at most. */
    public record Repeat(int every, int times) {}

    /** One thing that the ladder tells on one of its days. */
    public record Telling(Step rung, Tells tells, int workingDays) {

        boolean automatic() {
            return tells != Tells.RUNG || rung.automatic();
        }

        List<Audience> audience() {
            return tells == Tells.SUPERIOR ? List.of(Audience.SUPERIOR_UNIT) : rung.audience();
        }

        List<String> signers() {
            return tells == Tells.RUNG ? rung.signers() : List.of();
        }
    }

    /** Everything it tells, in the order in which it does. */
    public List<Telling> tellings() {
        List<Telling> all = new ArrayList<>();
        for (Step rung : rungs) {
            List<Telling> after = new ArrayList<>();
            if (rung.superiorAfter() != null) {
                after.add(new Telling(rung, Tells.SUPERIOR, rung.workingDays() + rung.superiorAfter()));
            }
            Repeat repeat = rung.repeat();
            for (int n = 1; repeat != null && n <= repeat.times(); n++) {
                after.add(new Telling(rung, Tells.REPEAT, rung.workingDays() + n * repeat.every()));
            }
            after.sort(Comparator.comparingInt(Telling::workingDays));
            all.add(new Telling(rung, Tells.RUNG, rung.workingDays()));
            all.addAll(after);
        }
        return all;
    }
}
