package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.TaskEvent.TaskDueSoon;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;

/** The responsible unit is reminded. */
@ApplicationScoped
public class ComposeMessageWhenTaskDueSoon {

    private final ComposeMessages messages;

    ComposeMessageWhenTaskDueSoon(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<TaskDueSoon>> heard) {
        messages.compose(
                heard.stream().map(ComposeMessageWhenTaskDueSoon::notice).toList());
    }

    private static Notice notice(Heard<TaskDueSoon> heard) {
        TaskDueSoon e = heard.event();
        return Notice.of(
                heard,
                MessageKind.TASK_DUE_SOON,
                Addressees.leadUnitOf(e.task()),
                Map.of("daysLeft", String.valueOf(e.workingDaysLeft())));
    }
}
