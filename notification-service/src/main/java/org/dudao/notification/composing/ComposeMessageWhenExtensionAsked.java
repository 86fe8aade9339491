package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.TaskEvent.ExtensionAsked;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;

/** Who may grant it learns that a unit asks for time. */
@ApplicationScoped
public class ComposeMessageWhenExtensionAsked {

    private final ComposeMessages messages;

    ComposeMessageWhenExtensionAsked(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<ExtensionAsked>> heard) {
        messages.compose(
                heard.stream().map(ComposeMessageWhenExtensionAsked::notice).toList());
    }

    private static Notice notice(Heard<ExtensionAsked> heard) {
        ExtensionAsked e = heard.event();
        return Notice.of(
                heard,
                MessageKind.EXTENSION_ASKED,
                Addressees.supervisorsOf(e.task()),
                Map.of("wantedDueOn", e.wantedDueOn().toString(), "reason", e.reason()));
    }
}
