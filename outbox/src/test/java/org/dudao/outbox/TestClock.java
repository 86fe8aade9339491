package org.dudao.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

@ApplicationScoped
class TestClock {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
