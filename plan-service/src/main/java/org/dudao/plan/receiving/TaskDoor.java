package org.dudao.plan.receiving;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.dudao.contracts.TaskEvent;
import org.dudao.contracts.TaskEvent.TaskAccepted;
import org.dudao.contracts.TaskEvent.TaskAssigned;
import org.dudao.contracts.TaskEvent.TaskCancelled;
import org.dudao.contracts.TaskEvent.TaskCompleted;
import org.dudao.contracts.TaskEvent.TaskDueSoon;
import org.dudao.contracts.TaskEvent.TaskExtended;
import org.dudao.contracts.TaskEvent.TaskOverdue;
import org.dudao.contracts.TaskEvent.TaskReported;
import org.dudao.contracts.TaskEvent.TaskReturned;
import org.dudao.contracts.TaskEvent.TaskSubmitted;
import org.dudao.outbox.Door;
import org.dudao.outbox.Inbox;
import org.dudao.outbox.Run;
import org.dudao.outbox.UnreadableEvent;
import org.dudao.plan.tracking.TrackAttainmentWhenTaskReported;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of tasks. */
@ApplicationScoped
public class TaskDoor implements Door {

    private final Inbox inbox;
    private final TrackAttainmentWhenTaskReported track;

    public TaskDoor(Inbox inbox, TrackAttainmentWhenTaskReported track) {
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
        if (!(run.sample() instanceof TaskEvent fact)) {
            throw new UnreadableEvent(
                    "no fact about a task: " + run.sample().getClass().getSimpleName(), null);
        }
        switch (fact) {
            case TaskAssigned a -> track.assigned(run.events(TaskAssigned.class));
            case TaskReported r -> track.reported(run.events(TaskReported.class));
            case TaskCompleted c -> track.completed(run.events(TaskCompleted.class));
            case TaskAccepted a -> {}
            case TaskDueSoon d -> {}
            case TaskOverdue o -> {}
            case TaskSubmitted s -> {}
            case TaskReturned r -> {}
            case TaskExtended e -> {}
            case TaskCancelled c -> {}
        }
    }
}
