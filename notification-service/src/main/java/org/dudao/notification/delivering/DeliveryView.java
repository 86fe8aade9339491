package org.dudao.notification.delivering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dudao.notification.Delivery;
import org.dudao.startup.Can;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as who looks after it sees it. Personal data: recipient, recipientName.
 *
 * @param recipient the address it went to, or would go to now
 */
public record DeliveryView(
        UUID id,
        UUID messageId,
        String channel,
        String state,
        String kind,
        String title,
        @Nullable String recipient,
        String recipientName,
        Instant dueAt,
        int attempts,
        @Nullable String lastError,
        Instant createdAt,
        @Nullable Instant sentAt,
        List<String> can,
        List<Can.Cannot> cannot) {

    static DeliveryView of(Delivery d, boolean chinese) {
        String refusal =
                d.state().equals("failed") ? null : chinese ? "只有失败的投递可以重发。" : "Only what failed can be sent again.";
        Can acts = new Can().add("resend", refusal);
        return new DeliveryView(
                d.id(),
                d.message().id(),
                d.channel(),
                d.state(),
                d.message().kind().word(),
                d.message().title(),
                d.sentTo() == null ? d.person().email() : d.sentTo(),
                d.person().name(),
                d.dueAt(),
                d.attempts(),
                d.lastError(),
                d.queuedAt(),
                d.state().equals("sent") ? d.settledAt() : null,
                acts.can(),
                acts.cannot());
    }
}
