package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.SupervisionEvent.AlertRaised;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;

/** Whom the first rung is for. */
@ApplicationScoped
public class ComposeMessageWhenAlertRaised {

    private final ComposeMessages messages;

    ComposeMessageWhenAlertRaised(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<AlertRaised>> heard) {
        messages.compose(
                heard.stream().map(ComposeMessageWhenAlertRaised::notice).toList());
    }

    private static Notice notice(Heard<AlertRaised> heard) {
        AlertRaised e = heard.event();
        return Notice.of(
                heard,
                MessageKind.ALERT_RAISED,
                e.rung(),
                Addressees.of(e.alert(), e.audience()),
                Map.of("rung", e.rung().name()));
    }
}
