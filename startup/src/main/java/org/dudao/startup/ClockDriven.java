package org.dudao.startup;

import java.time.Instant;

/** Work that the clock drives: due deadlines, ladder steps, deliveries. Each bean gets its own thread. */
public interface ClockDriven {

    /**
     * Does what is due, at most one batch, in its own transaction.
     *
     * @return when to be called next: an instant not in the future when more is waiting already; {@link Instant#MAX}
     *     when nothing is planned
     */
    Instant tick();

    /** PostgreSQL channel whose notices mean that something may be due earlier than known. */
    String channel();
}
