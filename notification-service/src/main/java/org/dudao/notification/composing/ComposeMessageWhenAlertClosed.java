package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.SupervisionEvent.AlertClosed;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;

/** Who had been told of the alert is told that a person closed it. */
@ApplicationScoped
public class ComposeMessageWhenAlertClosed {

    private final ComposeMessages messages;

    ComposeMessageWhenAlertClosed(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<AlertClosed>> heard) {
        messages.compose(
                heard.stream().map(ComposeMessageWhenAlertClosed::notice).toList());
    }

    private static Notice notice(Heard<AlertClosed> heard) {
        AlertClosed e = heard.event();
        return Notice.of(
                heard,
                MessageKind.ALERT_CLOSED,
                null,
                Addressees.whoWasToldOf(e.alert()),
                Map.of("reason", e.reason()));
    }
}
