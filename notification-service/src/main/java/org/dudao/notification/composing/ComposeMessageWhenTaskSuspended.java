package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.TaskEvent.TaskSuspended;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;

/** The responsible and the supporting units learn that the clock stands still, and why. */
@ApplicationScoped
public class ComposeMessageWhenTaskSuspended {

    private final ComposeMessages messages;

    ComposeMessageWhenTaskSuspended(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<TaskSuspended>> heard) {
        messages.compose(
                heard.stream().map(ComposeMessageWhenTaskSuspended::notice).toList());
    }

    private static Notice notice(Heard<TaskSuspended> heard) {
        TaskSuspended e = heard.event();
        return Notice.of(
                heard,
                MessageKind.TASK_SUSPENDED,
                Addressees.unitsOf(e.task()),
                Map.of(
                        "reason",
                        e.reason(),
                        "expectedUntil",
                        e.expectedUntil() == null ? "" : e.expectedUntil().toString()));
    }
}
