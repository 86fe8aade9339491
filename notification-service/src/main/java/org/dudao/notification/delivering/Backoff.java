package org.dudao.notification.delivering;

import java.time.Duration;

/** How long to wait before the next attempt: doubling, at most {@code longest}, spread by ±20 % so that nothing marches in step. */
record Backoff(Duration first, Duration longest) {

    private static final double SPREAD = 0.2;

    /**
     * @param attempts how many failed so far, from 1
     * @param chance between 0 and 1
     */
    Duration after(int attempts, double chance) {
        int doublings = Math.min(Math.max(attempts - 1, 0), 30);
        long plain = Math.min(first.toMillis() << doublings, longest.toMillis());
        if (plain < 0) {
            plain = longest.toMillis();
        }
        return Duration.ofMillis(Math.round(plain * (1 - SPREAD + 2 * SPREAD * chance)));
    }
}
