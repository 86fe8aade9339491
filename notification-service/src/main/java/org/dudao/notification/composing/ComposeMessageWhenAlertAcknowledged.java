package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.SupervisionEvent.AlertAcknowledged;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;

/** The supervisors learn what the unit says. */
@ApplicationScoped
public class ComposeMessageWhenAlertAcknowledged {

    private final ComposeMessages messages;

    ComposeMessageWhenAlertAcknowledged(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<AlertAcknowledged>> heard) {
        messages.compose(
                heard.stream().map(ComposeMessageWhenAlertAcknowledged::notice).toList());
    }

    private static Notice notice(Heard<AlertAcknowledged> heard) {
        AlertAcknowledged e = heard.event();
        return Notice.of(
                heard,
                MessageKind.ALERT_ACKNOWLEDGED,
                null,
                Addressees.supervisorsOf(e.alert()),
                Map.of("note", e.note()));
    }
}
