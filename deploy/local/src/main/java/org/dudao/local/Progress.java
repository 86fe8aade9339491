package org.dudao.local;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** What is told to the person who waits, line by line, with the time each step took. */
public final class Progress {

    private final Consumer<String> out;

    public Progress(Consumer<String> out) {
        this.out = out;
    }

    /** For whoever wants to hear nothing. */
    public static Progress silent() {
        return new Progress(line -> {});
    }

    public void note(String line) {
        out.accept("  · " + line);
    }

    void done(String what, long sinceNanos) {
        out.accept(String.format(Locale.ROOT, "  ✓ %-32s %6.1f s", what, seconds(sinceNanos)));
    }

    static double seconds(long sinceNanos) {
        return Duration.ofNanos(System.nanoTime() - sinceNanos).toMillis() / 1000.0;
    }
}
