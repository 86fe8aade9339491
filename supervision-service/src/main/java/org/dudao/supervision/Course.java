package org.dudao.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dudao.contracts.Rung;
import org.dudao.contracts.SupervisionEvent;
import org.dudao.contracts.TaskFacts;
import org.jspecify.annotations.Nullable;

/**
 * The course that an alert would take if nobody touched it but to sign: the alert's own transitions, played ahead of the
 * clock. Nothing of it is stored or sent.
 *
 * @param rung the highest rung reached
 * @param proposed the rung that waits for a signature at the end
 */
public record Course(List<Said> said, Rung rung, @Nullable Rung proposed) {

    private static final UUID NOBODYS = new UUID(0, 0);

    /** What would be said, and when. */
    public record Said(Instant at, SupervisionEvent event) {}

    /**
     * @param raisedAt when the task became late
     * @param until when the fact goes away or nobody looks any further; the course ends before it
     * @param signedAfter working days after which a proposed rung is signed; null: it never is
     */
    public static Course of(
            TaskFacts task,
            LadderPolicy ladder,
            BureauTime time,
            Instant raisedAt,
            Instant until,
            @Nullable Integer signedAfter) {
        Alert alert = Alert.raise(NOBODYS, task, 0, raisedAt, ladder, time);
        List<Said> said = new ArrayList<>();
        said.add(new Said(raisedAt, alert.raised()));
        for (Optional<Said> next = next(alert, ladder, time, until, signedAfter);
                next.isPresent();
                next = next(alert, ladder, time, until, signedAfter)) {
            said.add(next.get());
        }
        return new Course(
                said,
                alert.rung(),
                alert.waitingForSignature().map(AlertStep::rung).orElse(null));
    }

    private static Optional<Said> next(
            Alert alert, LadderPolicy ladder, BureauTime time, Instant until, @Nullable Integer signedAfter) {
        Optional<AlertStep> waiting = alert.waitingForSignature();
        if (waiting.isPresent()) {
            if (signedAfter == null) {
                return Optional.empty();
            }
            Instant due = waiting.get().plannedAt();
            Instant at = signedAfter == 0 ? due : time.rungAt(time.dayOf(due), signedAfter, ladder.firesAt());
            return at.isBefore(until)
                    ? Optional.of(new Said(at, alert.sign(waiting.get().ordinal(), "", at, time)))
                    : Optional.empty();
        }
        Instant at = alert.nextStepAt();
        return at != null && at.isBefore(until) ? Optional.of(new Said(at, alert.moveByClock(at))) : Optional.empty();
    }
}
