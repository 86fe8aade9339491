package org.dudao.notification.subscribing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dudao.notification.Webhook;
import org.dudao.startup.Caller;
import org.dudao.startup.Can;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as who looks after it sees it; the secret is never shown again.
 *
 * @param disabledBecause why it was turned off by itself
 * @param formerSecretUntil until when the secret before the present one signs as well
 * @param failures failed calls in a row
 */
public record WebhookView(
        UUID id,
        String unitId,
        String unit,
        String url,
        List<String> kinds,
        boolean enabled,
        @Nullable String disabledBecause,
        @Nullable Instant formerSecretUntil,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant succeededAt,
        Instant createdAt,
        long version,
        List<String> can,
        List<Can.Cannot> cannot) {

    static WebhookView of(Webhook w, String unit, Caller caller, Instant now, boolean chinese) {
        String refusal = caller.is(WebhooksResource.KEEPERS.toArray(String[]::new))
                ? null
                : chinese ? "由学校或系统管理员管理。" : "The school or the administrator looks after it.";
        Can acts = new Can();
        List.of("test", "change", "rotate", "replay", "remove").forEach(act -> acts.add(act, refusal));
        Instant former = w.formerUntil();
        return new WebhookView(
                w.id(),
                w.unitId(),
                unit,
                w.url(),
                w.kinds(),
                w.enabled(),
                w.disabledBecause(),
                former != null && former.isAfter(now) ? former : null,
                w.failures(),
                w.failingSince(),
                w.succeededAt(),
                w.createdAt(),
                w.version(),
                acts.can(),
                acts.cannot());
    }
}
