package org.dudao.task.evidencing;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.dudao.startup.ClockDriven;

/** Once an hour removes what nothing needs: bytes that no evidence names any more, and files whose writer was killed. */
@ApplicationScoped
public class SweepEvidence implements ClockDriven {

    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_ONCE = 100;

    private final Contents contents;
    private final EvidenceSettings settings;
    private final Clock clock;
    private volatile Instant next = Instant.MIN;

    SweepEvidence(Contents contents, EvidenceSettings settings, Clock clock) {
        this.contents = contents;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String channel() {
        return "evidence";
    }

    @Override
    public Instant tick() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return next;
        }
        int swept = 0;
        while (swept < AT_ONCE && contents.sweepOne()) {
            swept++;
        }
        if (swept == AT_ONCE) {
            return now;
        }
        sweepIncoming(now.minus(Contents.LEFT_ALONE));
        next = now.plus(EVERY);
        return next;
    }

    private void sweepIncoming(Instant before) {
        Path incoming = settings.incoming();
        if (!Files.isDirectory(incoming)) {
            return;
        }
        try (Stream<Path> all = Files.list(incoming)) {
            List<Path> files = all.toList();
            for (Path file : files) {
                removeIfOlder(file, before);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeIfOlder(Path file, Instant before) throws IOException {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // its writer was quicker
        }
    }
}
