package org.dudao.supervision.setting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.dudao.contracts.Audience;
import org.dudao.contracts.Rung;
import org.dudao.supervision.Labels;
import org.dudao.supervision.LadderPolicies.Enactment;
import org.dudao.supervision.LadderPolicy;
import org.jspecify.annotations.Nullable;

/** Ladders as the API says them. */
@ApplicationScoped
class LadderViews {

    private final Labels labels;

    LadderViews(Labels labels) {
        this.labels = labels;
    }

    /**
     * A ladder.
     *
     * @param firesAt time of the working day at which a rung comes due, in the bureau's zone
     * @param writtenAt absent for the one that ships
     * @param inForce whether new alerts climb it
     * @param enacted each time that it came into force, newest first
     */
    public record LadderView(
            int version,
            LocalTime firesAt,
            String note,
            String writtenBy,
            @Nullable Instant writtenAt,
            boolean inForce,
            List<EnactmentView> enacted,
            List<RungView> rungs) {}

    /** @param at absent for the one that ships */
    public record EnactmentView(@Nullable Instant at, String by, String note) {}

    /**
     * A rung of a ladder.
     *
     * @param workingDays after the first working day on which the task is late
     * @param signers roles that may sign it; empty when it is automatic
     * @param superiorAfter working days after the rung until the unit above hears of it
     * @param repeatEvery told again after so many working days each
     * @param repeatTimes how often at most
     */
    public record RungView(
            int ordinal,
            Rung rung,
            String label,
            int workingDays,
            boolean automatic,
            List<Audience> audience,
            List<String> signers,
            @Nullable Integer superiorAfter,
            @Nullable Integer repeatEvery,
            @Nullable Integer repeatTimes) {}

    LadderView of(LadderPolicy ladder, int inForce, List<Enactment> enactments, boolean chinese) {
        return new LadderView(
                ladder.version(),
                ladder.firesAt(),
                ladder.note(),
                ladder.writtenBy(),
                told(ladder.writtenAt()),
                ladder.version() == inForce,
                enactments.stream()
                        .filter(e -> e.version() == ladder.version())
                        .map(e -> new EnactmentView(told(e.at()), e.by(), e.note()))
                        .toList(),
                ladder.rungs().stream().map(r -> rung(r, chinese)).toList());
    }

    private RungView rung(LadderPolicy.Step r, boolean chinese) {
        LadderPolicy.Repeat repeat = r.repeat();
        return new RungView(
                r.ordinal(),
                r.rung(),
                labels.of(r.rung(), chinese),
                r.workingDays(),
                r.automatic(),
                r.audience(),
                r.signers(),
                r.superiorAfter(),
                repeat == null ? null : repeat.every(),
                repeat == null ? null : repeat.times());
    }

    /** What ships was always there. */
    private static @Nullable Instant told(Instant at) {
        return at.isBefore(Instant.EPOCH) ? null : at;
    }
}
