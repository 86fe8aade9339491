package org.dudao.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts about alerts. Topic {@code dudao.supervision}, key {@code alertId}. */
public sealed interface SupervisionEvent extends Event {

    AlertFacts alert();

    @Override
    default String subject() {
        return alert().alertId().toString();
    }

    /** A deadline passed and an alert was opened on the ladder's first rung. */
    @EventType("dudao.alert.raised.v1")
    record AlertRaised(AlertFacts alert, long version, Rung rung, List<Audience> audience)
            implements SupervisionEvent {}

    /** The alert reached a higher rung: by its policy, or by the person in {@code signedBy}. */
    @EventType("dudao.alert.escalated.v1")
    record AlertEscalated(
            AlertFacts alert,
            long version,
            Rung rung,
            List<Audience> audience,
            @Nullable String signedBy,
            @Nullable String reason)
            implements SupervisionEvent {}

    /** A high rung came due and waits for a person's signature; nothing has happened to the unit. */
    @EventType("dudao.alert.rung-proposed.v1")
    record RungProposed(AlertFacts alert, long version, Rung rung, List<Audience> audience)
            implements SupervisionEvent {}

    /** The same rung was told again: by its policy, or by the person in {@code by}. */
    @EventType("dudao.alert.reminded.v1")
    record AlertReminded(
            AlertFacts alert,
            long version,
            Rung rung,
            List<Audience> audience,
            RemindedBecause because,
            @Nullable String by,
            @Nullable String note)
            implements SupervisionEvent {}

    /** The responsible unit said that it knows. The ladder goes on. */
    @EventType("dudao.alert.acknowledged.v1")
    record AlertAcknowledged(AlertFacts alert, long version, String note, String acknowledgedBy)
            implements SupervisionEvent {}

    /** The responsible unit said what it does about it. The ladder goes on. */
    @EventType("dudao.alert.answered.v1")
    record AlertAnswered(AlertFacts alert, long version, String text, String answeredBy) implements SupervisionEvent {}

    /** The ladder rests until the given instant. */
    @EventType("dudao.alert.snoozed.v1")
    record AlertSnoozed(AlertFacts alert, long version, Instant until, String reason, String snoozedBy)
            implements SupervisionEvent {}

    /** The fact that raised it is gone. */
    @EventType("dudao.alert.resolved.v1")
    record AlertResolved(AlertFacts alert, long version, Rung rung, ResolvedBecause because)
            implements SupervisionEvent {}

    /** A person closed it (销号) though the task is still open. */
    @EventType("dudao.alert.closed.v1")
    record AlertClosed(AlertFacts alert, long version, Rung rung, String reason, String closedBy)
            implements SupervisionEvent {}
}
