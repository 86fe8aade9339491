package org.dudao.notification.delivering;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Spares a channel that is down, and the attempts of what waits for it.
 *
 * <pre>
 * closed ──failures in a row──▶ open ──pause──▶ half open ──success──▶ closed
 *                                 ▲                  └─────failure──────┘ (open again)
 * </pre>
 */
final class CircuitBreaker {

    private final int failuresToOpen;
    private final Duration pause;
    private int failures;
    private @Nullable Instant openUntil;

    CircuitBreaker(int failuresToOpen, Duration pause) {
        this.failuresToOpen = failuresToOpen;
        this.pause = pause;
    }

    /** How many of {@code wanted} may be tried now: all, none, or one as a probe. */
    synchronized int allows(int wanted, Instant now) {
        if (openUntil == null) {
            return wanted;
        }
        return now.isBefore(openUntil) ? 0 : Math.min(1, wanted);
    }

    /** When to ask again; the past or present when it may be tried now. */
    synchronized Instant opensAgainAt(Instant now) {
        return openUntil == null ? now : openUntil;
    }

    synchronized void succeeded() {
        failures = 0;
        openUntil = null;
    }

    synchronized void failed(Instant now) {
        failures++;
        if (failures >= failuresToOpen) {
            openUntil = now.plus(pause);
        }
    }

    synchronized boolean isOpen() {
        return openUntil != null;
    }
}
