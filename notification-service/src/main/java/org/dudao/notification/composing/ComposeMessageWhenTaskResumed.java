package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.TaskEvent.TaskResumed;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;

/** The responsible and the supporting units learn that the clock goes on, and of the day that follows from it. */
@ApplicationScoped
public class ComposeMessageWhenTaskResumed {

    private final ComposeMessages messages;

    ComposeMessageWhenTaskResumed(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<TaskResumed>> heard) {
        messages.compose(
                heard.stream().map(ComposeMessageWhenTaskResumed::notice).toList());
    }

    private static Notice notice(Heard<TaskResumed> heard) {
        TaskResumed e = heard.event();
        return Notice.of(
                heard,
                MessageKind.TASK_RESUMED,
                Addressees.unitsOf(e.task()),
                Map.of("formerDueOn", e.formerDueOn().toString(), "workingDays", String.valueOf(e.workingDays())));
    }
}
