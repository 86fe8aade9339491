package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.TaskEvent.TaskSubmitted;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.Heard;

/** The supervisors who verify, and the unit that handed it in, learn of it. */
@ApplicationScoped
public class ComposeMessageWhenTaskSubmitted {

    private final ComposeMessages messages;

    ComposeMessageWhenTaskSubmitted(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<TaskSubmitted>> heard) {
        messages.compose(
                heard.stream().map(ComposeMessageWhenTaskSubmitted::notice).toList());
    }

    private static Notice notice(Heard<TaskSubmitted> heard) {
        TaskSubmitted e = heard.event();
        return Notice.of(heard, MessageKind.TASK_SUBMITTED, Addressees.leadUnitAndSupervisorsOf(e.task()), Map.of());
    }
}
