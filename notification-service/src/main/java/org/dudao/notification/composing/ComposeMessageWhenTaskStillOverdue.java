package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.TaskEvent.TaskStillOverdue;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;

/** The responsible unit is reminded of what it still owes. */
@ApplicationScoped
public class ComposeMessageWhenTaskStillOverdue {

    private final ComposeMessages messages;

    ComposeMessageWhenTaskStillOverdue(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<TaskStillOverdue>> heard) {
        messages.compose(
                heard.stream().map(ComposeMessageWhenTaskStillOverdue::notice).toList());
    }

    private static Notice notice(Heard<TaskStillOverdue> heard) {
        TaskStillOverdue e = heard.event();
        return Notice.of(
                heard,
                MessageKind.TASK_STILL_OVERDUE,
                Addressees.leadUnitOf(e.task()),
                Map.of("daysLate", String.valueOf(e.workingDaysLate())));
    }
}
