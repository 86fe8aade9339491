package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.SupervisionEvent.AlertEscalated;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;

/** Whom the new rung is for. */
@ApplicationScoped
public class ComposeMessageWhenAlertEscalated {

    private final ComposeMessages messages;

    ComposeMessageWhenAlertEscalated(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<AlertEscalated>> heard) {
        messages.compose(
                heard.stream().map(ComposeMessageWhenAlertEscalated::notice).toList());
    }

    private static Notice notice(Heard<AlertEscalated> heard) {
        AlertEscalated e = heard.event();
        return Notice.of(
                heard,
                MessageKind.ALERT_ESCALATED,
                e.rung(),
                Addressees.of(e.alert(), e.audience()),
                Map.of("rung", e.rung().name()));
    }
}
