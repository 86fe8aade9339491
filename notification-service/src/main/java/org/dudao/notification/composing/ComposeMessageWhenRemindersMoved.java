package org.dudao.notification.composing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.dudao.contracts.UnitTasksEvent.RemindersMoved;
import org.dudao.outbox.Heard;

/** Each person of the unit hears once of a changed calendar, not once per task (T6). */
@ApplicationScoped
public class ComposeMessageWhenRemindersMoved {

    private final ComposeMessages messages;

    ComposeMessageWhenRemindersMoved(ComposeMessages messages) {
        this.messages = messages;
    }

    public void react(List<Heard<RemindersMoved>> heard) {
        messages.compose(heard.stream().map(Notice::of).toList());
    }
}
