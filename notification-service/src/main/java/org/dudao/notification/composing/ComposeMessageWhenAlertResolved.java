package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.SupervisionEvent.AlertResolved;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;

/** Who had been told of the alert is told of its end. */
@ApplicationScoped
public class ComposeMessageWhenAlertResolved {

    private final ComposeMessages messages;

    ComposeMessageWhenAlertResolved(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<AlertResolved>> heard) {
        messages.compose(
                heard.stream().map(ComposeMessageWhenAlertResolved::notice).toList());
    }

    private static Notice notice(Heard<AlertResolved> heard) {
        AlertResolved e = heard.event();
        return Notice.of(
                heard,
                MessageKind.ALERT_RESOLVED,
                null,
                Addressees.whoWasToldOf(e.alert()),
                Map.of("because", e.because().name()));
    }
}
