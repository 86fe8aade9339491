package org.dudao.notification.delivering;

import java.util.List;
import java.util.UUID;
import org.dudao.notification.WebhookSecret;

/**
 * A call that is leased to be made.
 *
 * @param secrets the present one, and the former one while it holds
 * @param attempt which one this is, from 1
 * @param counts false for a test, which tells nothing of the webhook's health
 */
record DueCall(
        UUID id,
        UUID webhookId,
        UUID eventId,
        String url,
        List<WebhookSecret> secrets,
        String body,
        int attempt,
        boolean counts) {}
