package org.dudao.outbox;

import java.time.Instant;
import java.util.UUID;
import org.dudao.contracts.Event;

/**
 * An event as it arrived, claimed.
 *
 * @param id CloudEvents id
 * @param time business time of the fact
 */
public record Heard<E extends Event>(UUID id, Instant time, E event) {}
