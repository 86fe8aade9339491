package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.TaskEvent.TaskCompleted;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;

/** The responsible unit finds it in its inbox. */
@ApplicationScoped
public class ComposeMessageWhenTaskCompleted {

    private final ComposeMessages messages;

    ComposeMessageWhenTaskCompleted(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<TaskCompleted>> heard) {
        messages.compose(
                heard.stream().map(ComposeMessageWhenTaskCompleted::notice).toList());
    }

    private static Notice notice(Heard<TaskCompleted> heard) {
        TaskCompleted e = heard.event();
        return Notice.of(heard, MessageKind.TASK_COMPLETED, Addressees.leadUnitOf(e.task()), Map.of());
    }
}
