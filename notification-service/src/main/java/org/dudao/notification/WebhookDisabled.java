package org.dudao.notification;

import java.time.Instant;
import java.util.UUID;

/** We turned a webhook off; said within the transaction that did it. */
public record WebhookDisabled(UUID webhookId, String unitId, String host, String reason, Instant at) {}
