package org.dudao.notification.delivering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private static final Instant NOW = Instant.parse("2026-03-11T02:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(30);

    private final CircuitBreaker breaker = new CircuitBreaker(3, Duration.ofSeconds(30));

    private void fail(int times, Instant at) {
        for (int i = 0; i < times; i++) {
            breaker.failed(at);
        }
    }

    @Test
    void a_channel_that_works_takes_everything() {
        assertEquals(8, breaker.allows(8, NOW));
        assertFalse(breaker.isOpen());
    }

    @Test
    void only_failures_in_a_row_open_it() {
        fail(2, NOW);
        breaker.succeeded();
        fail(2, NOW);

        assertEquals(8, breaker.allows(8, NOW));
    }

    @Test
    void open_it_takes_nothing_until_the_pause_is_over() {
        fail(3, NOW);

        assertEquals(0, breaker.allows(8, NOW.plusSeconds(29)));
        assertEquals(LATER, breaker.opensAgainAt(NOW));
        assertTrue(breaker.isOpen());
    }

    @Test
    void after_the_pause_one_goes_ahead_as_a_probe() {
        fail(3, NOW);

        assertEquals(1, breaker.allows(8, LATER));
    }

    @Test
    void a_probe_that_fails_opens_it_again() {
        fail(3, NOW);
        breaker.failed(LATER);

        assertEquals(0, breaker.allows(8, LATER.plusSeconds(29)));
    }

    @Test
    void a_probe_that_succeeds_closes_it() {
        fail(3, NOW);
        breaker.succeeded();

        assertEquals(8, breaker.allows(8, LATER));
        assertFalse(breaker.isOpen());
    }
}
