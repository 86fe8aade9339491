package org.dudao.task.receiving;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.dudao.contracts.TaskEvent;
import org.dudao.outbox.Door;
import org.dudao.outbox.Inbox;
import org.dudao.outbox.Run;
import org.dudao.task.feeding.FeedChangesWhenTaskTold;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what this service told of its own tasks, to feed it to those who ask. */
@ApplicationScoped
public class TaskDoor implements Door {

    private final Inbox inbox;
    private final FeedChangesWhenTaskTold feed;

    public TaskDoor(Inbox inbox, FeedChangesWhenTaskTold feed) {
        this.inbox = inbox;
        this.feed = feed;
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
        // What is told of several tasks at once is about no one task.
        if (run.sample() instanceof TaskEvent) {
            feed.react(run.heard(TaskEvent.class));
        }
    }
}
