package org.dudao.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as its recipient reads it.
 *
 * @param seq position in the recipient's stream, also the event id there
 * @param link path in the console
 */
public record MessageView(
        UUID id,
        long seq,
        String kind,
        String title,
        String body,
        @Nullable String link,
        boolean urgent,
        Instant createdAt,
        @Nullable Instant readAt,
        Subject subject) {

    /** What it is about: task, alert or plan. */
    public record Subject(String type, UUID id) {}
}
