package org.dudao.plan.receiving;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.dudao.contracts.TaskEvent;
import org.dudao.contracts.UnitTasksEvent;
import org.dudao.outbox.Door;
import org.dudao.outbox.Inbox;
import org.dudao.outbox.Run;
import org.dudao.outbox.UnreadableEvent;
import org.dudao.plan.tracking.TrackAttainmentWhenTaskTold;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of tasks. */
@ApplicationScoped
public class TaskDoor implements Door {

    private final Inbox inbox;
    private final TrackAttainmentWhenTaskTold track;

    public TaskDoor(Inbox inbox, TrackAttainmentWhenTaskTold track) {
        this.inbox = inbox;
        this.track = track;
    }

    @Incoming("task")
    @Blocking
    public void hear(ConsumerRecords<String, byte[]> batch) {
        inbox.hear(batch, this);
    }

    @Override
    public String topic() {
        return "dudao.task";
    }

    @Override
    public void react(Run run) {
        switch (run.sample()) {
            // Every fact about a task says something of a unit's share; ShareNews has the switch.
            case TaskEvent fact -> track.react(run.heard(TaskEvent.class));
            // Reminders say nothing of attainment.
            case UnitTasksEvent reminders -> {}
            default ->
                throw new UnreadableEvent(
                        "no fact about a task: " + run.sample().getClass().getSimpleName(), null);
        }
    }
}
