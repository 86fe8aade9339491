package org.dudao.supervision;

import java.time.Instant;
import org.dudao.contracts.ResolvedBecause;
import org.dudao.contracts.Rung;
import org.jspecify.annotations.Nullable;

/**
 * What an alert is.
 *
 * <pre>
 *             acknowledge, snooze, climb
 *               ┌──────┐
 * (raised) ──▶ Open ◀──┘
 *               ├── resolve ──▶ Resolved   the fact is gone
 *               └── close ────▶ Closed     a person ended it (销号)
 * </pre>
 *
 * Whether an open alert rests is derived from its snooze's window. Facts resolve alerts by the thousand: that
 * transition is one SQL statement, {@link Alerts#resolve}.
 */
public sealed interface AlertState {

    /** The highest rung taken. */
    Rung rung();

    record Acknowledgement(Instant at, String by, String note) {}

    record Snooze(Instant from, Instant until, String by, String reason) {
        public boolean activeAt(Instant now) {
            return now.isBefore(until);
        }
    }

    record Open(
            Rung rung,
            @Nullable Acknowledgement acknowledgement,
            @Nullable Snooze snooze) implements AlertState {
        Open acknowledge(Acknowledgement given) {
            return new Open(rung, given, snooze);
        }

        Open snooze(Snooze given) {
            return new Open(rung, acknowledgement, given);
        }

        Open climb(Rung higher) {
            return new Open(higher, acknowledgement, snooze);
        }

        Closed close(Instant at, String by, String reason) {
            return new Closed(rung, at, by, reason);
        }
    }

    record Resolved(Rung rung, Instant at, ResolvedBecause because) implements AlertState {}

    record Closed(Rung rung, Instant at, String by, String reason) implements AlertState {}
}
