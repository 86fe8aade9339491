package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.SupervisionEvent.AlertAnswered;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;

/** The supervisors learn what the unit says. */
@ApplicationScoped
public class ComposeMessageWhenAlertAnswered {

    private final ComposeMessages messages;

    ComposeMessageWhenAlertAnswered(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<AlertAnswered>> heard) {
        messages.compose(
                heard.stream().map(ComposeMessageWhenAlertAnswered::notice).toList());
    }

    private static Notice notice(Heard<AlertAnswered> heard) {
        AlertAnswered e = heard.event();
        return Notice.of(
                heard, MessageKind.ALERT_ANSWERED, null, Addressees.supervisorsOf(e.alert()), Map.of("note", e.text()));
    }
}
