package org.dudao.notification.delivering;

import java.time.Instant;
import java.util.UUID;
import org.dudao.notification.WebhookCall;
import org.jspecify.annotations.Nullable;

/**
 * One call as who looks after the webhook sees it.
 *
 * @param eventId sent as webhook-id
 * @param status HTTP status of the last answer
 * @param answer how the last answer began
 * @param lastError why the last attempt failed
 */
public record WebhookCallView(
        UUID id,
        UUID eventId,
        String kind,
        String state,
        int attempts,
        @Nullable Integer status,
        @Nullable String answer,
        @Nullable Integer tookMs,
        @Nullable String lastError,
        Instant createdAt,
        Instant dueAt,
        @Nullable Instant triedAt) {

    static WebhookCallView of(WebhookCall c) {
        return new WebhookCallView(
                c.id(),
                c.eventId(),
                c.kind(),
                c.state(),
                c.attempts(),
                c.status(),
                c.answer(),
                c.tookMs(),
                c.lastError(),
                c.queuedAt(),
                c.dueAt(),
                c.triedAt());
    }
}
