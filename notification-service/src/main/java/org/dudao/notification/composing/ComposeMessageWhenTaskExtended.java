package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.TaskEvent.TaskExtended;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;

/** The responsible and the supporting units learn of the new date. */
@ApplicationScoped
public class ComposeMessageWhenTaskExtended {

    private final ComposeMessages messages;

    ComposeMessageWhenTaskExtended(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<TaskExtended>> heard) {
        messages.compose(
                heard.stream().map(ComposeMessageWhenTaskExtended::notice).toList());
    }

    private static Notice notice(Heard<TaskExtended> heard) {
        TaskExtended e = heard.event();
        return Notice.of(
                heard,
                MessageKind.TASK_EXTENDED,
                Addressees.unitsOf(e.task()),
                Map.of("formerDueOn", e.formerDueOn().toString(), "reason", e.reason()));
    }
}
