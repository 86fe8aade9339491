package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.SupervisionEvent.RungProposed;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;

/** Who may sign is asked; the unit hears nothing yet. */
@ApplicationScoped
public class ComposeMessageWhenRungProposed {

    private final ComposeMessages messages;

    ComposeMessageWhenRungProposed(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<RungProposed>> heard) {
        messages.compose(
                heard.stream().map(ComposeMessageWhenRungProposed::notice).toList());
    }

    private static Notice notice(Heard<RungProposed> heard) {
        RungProposed e = heard.event();
        return Notice.of(
                heard,
                MessageKind.RUNG_PROPOSED,
                e.rung(),
                Addressees.signersOf(e.alert()),
                Map.of("rung", e.rung().name()));
    }
}
