package org.dudao.plan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Whose hand changed something, and when. */
public record Hand(String who, Instant at) {

    public Hand {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
