package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.UnitRef;
import org.dudao.notification.MessageKind;
import org.dudao.notification.WebhookDisabled;
import org.dudao.outbox.Outbox;
import org.dudao.startup.KnownUnits;

/** The unit learns that its system is no longer called, and so does who looks after the platform. */
@ApplicationScoped
public class ComposeMessageWhenWebhookDisabled {

    private final ComposeMessages messages;
    private final KnownUnits units;

    ComposeMessageWhenWebhookDisabled(ComposeMessages messages, KnownUnits units) {
        this.messages = messages;
        this.units = units;
    }

    void react(@Observes WebhookDisabled off) {
        units.find(off.unitId()).ifPresent(unit -> messages.compose(List.of(notice(off, unit))));
    }

    private Notice notice(WebhookDisabled off, UnitRef unit) {
        return new Notice(
                Outbox.newId(),
                off.at(),
                MessageKind.WEBHOOK_DISABLED,
                off.webhookId(),
                null,
                Addressees.unitAndAdmins(unit, units.bureauOf(unit).orElse(unit)),
                "/webhooks/" + off.webhookId(),
                Map.of("unit", unit.name(), "host", off.host(), "reason", off.reason()));
    }
}
