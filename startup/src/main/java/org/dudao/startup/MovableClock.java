package org.dudao.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * The system's clock plus an offset that stands in a file, so that a demo or a test can move all services through a
 * year. The file holds an ISO-8601 duration; it is looked at again at most every 200 ms. No file, no offset.
 */
final class MovableClock extends Clock {

    private static final Logger LOG = Logger.getLogger(MovableClock.class);
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(200).toNanos();

    private final Clock system;
    private final Path file;
    private final AtomicLong lookedAt = new AtomicLong(System.nanoTime() - LOOK_AGAIN_NANOS - 1);
    private volatile Duration offset = Duration.ZERO;

    MovableClock(Clock system, Path file) {
        this.system = system;
        this.file = file;
    }

    @Override
    public Instant instant() {
        long last = lookedAt.get();
        long now = System.nanoTime();
        if (now - last > LOOK_AGAIN_NANOS && lookedAt.compareAndSet(last, now)) {
            offset = read();
        }
        return system.instant().plus(offset);
    }

    private Duration read() {
        try {
            String text = Files.readString(file).strip();
            return text.isEmpty() ? Duration.ZERO : Duration.parse(text);
        } catch (NoSuchFileException e) {
            return Duration.ZERO;
        } catch (IOException | DateTimeException e) {
            LOG.warnf("clock file %s is unreadable, keeping the last offset: %s", file, e.getMessage());
            return offset;
        }
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MovableClock(system.withZone(zone), file);
    }
}
