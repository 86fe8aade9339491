package org.dudao.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a step of a ladder stands.
 *
 * <pre>
 * Planned ──take──▶ Taken
 *    ├────propose─▶ Proposed ──sign──▶ Signed
 *    └────drop────▶ Dropped ◀──drop────┘
 * </pre>
 */
public sealed interface StepState {

    /** Comes due at {@code at}. */
    record Planned(Instant at) implements StepState {
        Taken take(Instant now, @Nullable String by) {
            return new Taken(now, by);
        }

        Proposed propose() {
            return new Proposed();
        }

        Dropped drop(Instant now, @Nullable String by) {
            return new Dropped(now, by);
        }
    }

    /** Took effect; {@code by} is null when the clock took it. */
    record Taken(Instant at, @Nullable String by) implements StepState {}

    /** Waits for a signature; nothing happened to the unit. */
    record Proposed() implements StepState {
        Signed sign(Instant now, String by) {
            return new Signed(now, by);
        }

        Dropped drop(Instant now, @Nullable String by) {
            return new Dropped(now, by);
        }
    }

    /** Took effect by a person's signature. */
    record Signed(Instant at, String by) implements StepState {}

    /** Will not happen. */
    record Dropped(Instant at, @Nullable String by) implements StepState {}
}
