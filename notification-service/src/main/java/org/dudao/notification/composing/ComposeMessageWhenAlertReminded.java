package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dudao.contracts.SupervisionEvent.AlertReminded;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;

/** Who hears once more that nothing has changed. */
@ApplicationScoped
public class ComposeMessageWhenAlertReminded {

    private final ComposeMessages messages;

    ComposeMessageWhenAlertReminded(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<AlertReminded>> heard) {
        messages.compose(
                heard.stream().map(ComposeMessageWhenAlertReminded::notice).toList());
    }

    private static Notice notice(Heard<AlertReminded> heard) {
        AlertReminded e = heard.event();
        return Notice.of(
                heard,
                MessageKind.ALERT_REMINDED,
                e.rung(),
                Addressees.of(e.alert(), e.audience()),
                Map.of("rung", e.rung().name(), "note", Objects.requireNonNullElse(e.note(), "")));
    }
}
