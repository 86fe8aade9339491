package org.dudao.outbox;

import org.jspecify.annotations.Nullable;

/** A record on Kafka that is no event of ours; no retry will mend it. */
public class UnreadableEvent extends RuntimeException {
    public UnreadableEvent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
