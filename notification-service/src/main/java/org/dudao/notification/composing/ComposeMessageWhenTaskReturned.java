package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.TaskEvent.TaskReturned;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;

/** The responsible unit learns why its work came back. */
@ApplicationScoped
public class ComposeMessageWhenTaskReturned {

    private final ComposeMessages messages;

    ComposeMessageWhenTaskReturned(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<TaskReturned>> heard) {
        messages.compose(
                heard.stream().map(ComposeMessageWhenTaskReturned::notice).toList());
    }

    private static Notice notice(Heard<TaskReturned> heard) {
        TaskReturned e = heard.event();
        return Notice.of(
                heard, MessageKind.TASK_RETURNED, Addressees.leadUnitOf(e.task()), Map.of("reason", e.reason()));
    }
}
