package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.TaskEvent.TaskAssigned;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;

/** The responsible and the supporting units learn of their task. */
@ApplicationScoped
public class ComposeMessageWhenTaskAssigned {

    private final ComposeMessages messages;

    ComposeMessageWhenTaskAssigned(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<TaskAssigned>> heard) {
        messages.compose(
                heard.stream().map(ComposeMessageWhenTaskAssigned::notice).toList());
    }

    private static Notice notice(Heard<TaskAssigned> heard) {
        TaskAssigned e = heard.event();
        return Notice.of(heard, MessageKind.TASK_ASSIGNED, Addressees.unitsOf(e.task()), Map.of());
    }
}
