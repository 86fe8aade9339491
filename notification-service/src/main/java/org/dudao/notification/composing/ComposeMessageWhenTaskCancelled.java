package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.TaskEvent.TaskCancelled;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;

/** The responsible and the supporting units learn that nobody asks for it any more, and why. */
@ApplicationScoped
public class ComposeMessageWhenTaskCancelled {

    private final ComposeMessages messages;

    ComposeMessageWhenTaskCancelled(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<TaskCancelled>> heard) {
        messages.compose(
                heard.stream().map(ComposeMessageWhenTaskCancelled::notice).toList());
    }

    private static Notice notice(Heard<TaskCancelled> heard) {
        TaskCancelled e = heard.event();
        return Notice.of(heard, MessageKind.TASK_CANCELLED, Addressees.unitsOf(e.task()), Map.of("reason", e.reason()));
    }
}
