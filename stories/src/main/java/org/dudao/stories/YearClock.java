package org.dudao.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Moves the clock that all processes of a stack read from one file (ADR-0008). */
public final class YearClock {

    public static final ZoneId BUREAU_ZONE = ZoneId.of("Asia/Shanghai");

    private final Path file;
    private final Clock real;

    public YearClock(Path file) {
        this(file, Clock.systemUTC());
    }

    YearClock(Path file, Clock real) {
        this.file = file;
        this.real = real;
    }

    /** The services' present. */
    public Instant now() {
        return real.instant().plus(offset());
    }

    public LocalDate today() {
        return now().atZone(BUREAU_ZONE).toLocalDate();
    }

    public void moveTo(LocalDate day, LocalTime time) {
        moveTo(day.atTime(time).atZone(BUREAU_ZONE).toInstant());
    }

    /** Writes beside and renames, so that no process reads half a duration. */
    public void moveTo(Instant then) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, Duration.between(real.instant(), then).toString());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Duration offset() {
        try {
            return Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
