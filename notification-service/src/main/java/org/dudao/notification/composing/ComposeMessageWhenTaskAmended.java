package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.TaskEvent.TaskAmended;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;

/** The responsible and the supporting units learn once of all that was changed. */
@ApplicationScoped
public class ComposeMessageWhenTaskAmended {

    private final ComposeMessages messages;

    ComposeMessageWhenTaskAmended(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<TaskAmended>> heard) {
        messages.compose(
                heard.stream().map(ComposeMessageWhenTaskAmended::notice).toList());
    }

    private static Notice notice(Heard<TaskAmended> heard) {
        TaskAmended e = heard.event();
        return Notice.of(
                heard,
                MessageKind.TASK_AMENDED,
                Addressees.unitsOf(e.task()),
                Map.of("change", e.change(), "reason", e.reason()));
    }
}
