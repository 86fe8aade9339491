package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.TaskEvent.TaskBlocked;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;

/** The supervision office learns what a unit cannot get past by itself. */
@ApplicationScoped
public class ComposeMessageWhenTaskBlocked {

    private final ComposeMessages messages;

    ComposeMessageWhenTaskBlocked(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<TaskBlocked>> heard) {
        messages.compose(
                heard.stream().map(ComposeMessageWhenTaskBlocked::notice).toList());
    }

    private static Notice notice(Heard<TaskBlocked> heard) {
        TaskBlocked e = heard.event();
        return Notice.of(
                heard, MessageKind.TASK_BLOCKED, Addressees.supervisorsOf(e.task()), Map.of("reason", e.reason()));
    }
}
