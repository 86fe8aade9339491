package org.dudao.startup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one clock of a service, in the bureau's zone. It can be moved only where {@code dudao.clock.file} is set. */
@ApplicationScoped
class ClockProducer {

    @Produces
    @Singleton
    Clock clock(
            @ConfigProperty(name = "dudao.zone") ZoneId zone,
            @ConfigProperty(name = "dudao.clock.file") Optional<Path> file) {
        Clock system = Clock.system(zone);
        return file.<Clock>map(f -> new MovableClock(system, f)).orElse(system);
    }
}
