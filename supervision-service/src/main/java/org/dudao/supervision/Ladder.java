package org.dudao.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dudao.supervision.StepState.Planned;
import org.dudao.supervision.StepState.Proposed;
import org.jspecify.annotations.Nullable;

/** An alert's own ladder: its steps in order, and the day they count from. */
record Ladder(List<AlertStep> steps, LocalDate from, LocalTime firesAt) {

    /** The whole ladder planned ahead, its first step at once. */
    static Ladder plan(UUID alertId, LadderPolicy policy, Instant raisedAt, BureauTime time) {
        LocalDate from = time.dayOf(raisedAt);
        List<AlertStep> steps = new ArrayList<>();
        for (LadderPolicy.Telling telling : policy.tellings()) {
            Instant at = steps.isEmpty() ? raisedAt : time.rungAt(from, telling.workingDays(), policy.firesAt());
            steps.add(new AlertStep(alertId, steps.size() + 1, telling, at));
        }
        return new Ladder(steps, from, policy.firesAt());
    }

    Optional<AlertStep> nextPlanned() {
        return steps.stream().filter(s -> s.phase() == AlertStep.Phase.PLANNED).findFirst();
    }

    /** The next one that is more than telling the present rung again. */
    Optional<AlertStep> nextRung() {
        return steps.stream()
                .filter(s -> s.phase() == AlertStep.Phase.PLANNED && s.tells() == Tells.RUNG)
                .findFirst();
    }

    Optional<AlertStep> waitingForSignature() {
        return steps.stream().filter(s -> s.phase() == AlertStep.Phase.PROPOSED).findFirst();
    }

    AlertStep proposed(int ordinal) {
        return steps.stream()
                .filter(s -> s.ordinal() == ordinal && s.phase() == AlertStep.Phase.PROPOSED)
                .findFirst()
                .orElseThrow(NothingToSign::new);
    }

    /** When a step comes due, with so many working days more. */
    Instant planned(AlertStep step, int days, BureauTime time) {
        return time.rungAt(from, step.workingDaysInAll() + days, firesAt);
    }

    /** Moves what is not settled by so many working days. */
    void delay(int days, StepBecause why, BureauTime time) {
        if (days == 0) {
            return;
        }
        for (AlertStep step : steps) {
            if (step.phase() == AlertStep.Phase.PLANNED || step.phase() == AlertStep.Phase.PROPOSED) {
                step.delay(days, why, planned(step, days, time));
            }
        }
    }

    /** What follows a rung moves by the working days that it waited for its signature. */
    void waited(AlertStep step, Instant now, BureauTime time) {
        int days = Math.max(0, time.workingDaysBetween(planned(step, 0, time), now));
        delay(days, StepBecause.SIGNATURE_AWAITED, time);
    }

    void dropAll(Instant now, @Nullable String by, StepBecause why) {
        steps.forEach(s -> drop(s, now, by, why));
    }

    /** What was still to be told of a rung is not, once it is left behind or will not be. */
    void dropTellings(List<AlertStep> of, Instant now, @Nullable String by, StepBecause why) {
        of.stream()
                .filter(s -> s.tells() != Tells.RUNG && s.phase() == AlertStep.Phase.PLANNED)
                .forEach(s -> drop(s, now, by, why));
    }

    /** Steps that only tell the rung before {@code step} again. */
    List<AlertStep> before(AlertStep step) {
        return steps.stream().filter(s -> s.ordinal() < step.ordinal()).toList();
    }

    List<AlertStep> of(AlertStep step) {
        return steps.stream().filter(s -> s.rung() == step.rung()).toList();
    }

    private static void drop(AlertStep step, Instant now, @Nullable String by, StepBecause why) {
        switch (step.state()) {
            case Planned planned -> step.become(planned.drop(now, by), why, null);
            case Proposed proposed -> step.become(proposed.drop(now, by), why, null);
            default -> {}
        }
    }
}
