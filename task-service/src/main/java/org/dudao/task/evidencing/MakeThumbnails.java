package org.dudao.task.evidencing;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dudao.startup.ClockDriven;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Draws what lists show of a file, after its upload and one at a time. Drawing has ten seconds; a file that takes
 * longer, or more memory than there is, has no picture and is none the worse for it.
 */
@ApplicationScoped
public class MakeThumbnails implements ClockDriven {

    private static final Logger LOG = Logger.getLogger(MakeThumbnails.class);
    private static final int SECONDS = 10;

    private final Contents contents;
    private final EvidenceSettings settings;
    private final Clock clock;

    MakeThumbnails(Contents contents, EvidenceSettings settings, Clock clock) {
        this.contents = contents;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String channel() {
        return "thumbnail";
    }

    @Override
    public Instant tick() {
        Optional<String> next = contents.nextWithoutThumbnail();
        if (next.isEmpty()) {
            return contents.nextThumbnail();
        }
        try {
            make(next.get());
        } catch (IOException e) {
            LOG.warnf("thumbnail of %s is tried again: %s", next.get(), e);
        }
        return clock.instant();
    }

    private void make(String sha256) throws IOException {
        if (contents.givenUp(sha256)) {
            contents.thumbnail(sha256, null);
            return;
        }
        Files.createDirectories(settings.incoming());
        Path file = Files.createTempFile(settings.incoming(), "draw-", null);
        Path drawn = Files.createTempFile(settings.incoming(), "drawn-", null);
        try {
            try (InputStream bytes = contents.open(sha256, 0, Long.MAX_VALUE / 2)) {
                Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
            }
            contents.thumbnail(sha256, draw(sha256, file, drawn));
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(drawn);
        }
    }

    private static @Nullable Path draw(String sha256, Path file, Path drawn) {
        FutureTask<Path> drawing = new FutureTask<>(() -> Thumbnail.draw(file, drawn));
        Thread.ofVirtual().name("thumbnail").start(drawing);
        try {
            return drawing.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.infof("no thumbnail of %s: %s", sha256, e);
        }
        drawing.cancel(true);
        return null;
    }
}
