package org.dudao.notification.delivering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(30), Duration.ofHours(1));

    @Test
    void each_wait_is_twice_the_last() {
        assertEquals(Duration.ofSeconds(30), backoff.after(1, 0.5));
        assertEquals(Duration.ofSeconds(60), backoff.after(2, 0.5));
        assertEquals(Duration.ofSeconds(240), backoff.after(4, 0.5));
    }

    @Test
    void no_wait_is_longer_than_the_longest() {
        assertEquals(Duration.ofHours(1), backoff.after(9, 0.5));
        assertEquals(Duration.ofHours(1), backoff.after(10_000, 0.5));
    }

    @Test
    void chance_spreads_the_waits_by_a_fifth() {
        assertEquals(Duration.ofSeconds(24), backoff.after(1, 0));
        assertEquals(Duration.ofSeconds(36), backoff.after(1, 1));
    }
}
