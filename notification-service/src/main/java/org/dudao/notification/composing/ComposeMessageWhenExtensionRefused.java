package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.TaskEvent.ExtensionRefused;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;

/** The unit that asked learns that its day stays, and why. */
@ApplicationScoped
public class ComposeMessageWhenExtensionRefused {

    private final ComposeMessages messages;

    ComposeMessageWhenExtensionRefused(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<ExtensionRefused>> heard) {
        messages.compose(
                heard.stream().map(ComposeMessageWhenExtensionRefused::notice).toList());
    }

    private static Notice notice(Heard<ExtensionRefused> heard) {
        ExtensionRefused e = heard.event();
        return Notice.of(
                heard,
                MessageKind.EXTENSION_REFUSED,
                Addressees.leadUnitOf(e.task()),
                Map.of("wantedDueOn", e.wantedDueOn().toString(), "reason", e.reason()));
    }
}
