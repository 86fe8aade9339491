package org.dudao.task.receiving;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.dudao.contracts.PlanEvent;
import org.dudao.contracts.PlanEvent.PlanPublished;
import org.dudao.contracts.PlanEvent.PlanWithdrawn;
import org.dudao.contracts.PlanEvent.TargetAmended;
import org.dudao.contracts.PlanEvent.TargetPublished;
import org.dudao.contracts.PlanEvent.TargetWithdrawn;
import org.dudao.outbox.Door;
import org.dudao.outbox.Inbox;
import org.dudao.outbox.Run;
import org.dudao.outbox.UnreadableEvent;
import org.dudao.task.assigning.AmendTaskWhenTargetAmended;
import org.dudao.task.assigning.AssignTasksWhenPlanPublished;
import org.dudao.task.assigning.CancelTaskWhenTargetWithdrawn;
import org.dudao.task.assigning.CancelTasksWhenPlanWithdrawn;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what becomes of plans. */
@ApplicationScoped
public class PlanDoor implements Door {

    private final Inbox inbox;
    private final AssignTasksWhenPlanPublished assign;
    private final AmendTaskWhenTargetAmended amend;
    private final CancelTaskWhenTargetWithdrawn cancelOne;
    private final CancelTasksWhenPlanWithdrawn cancel;

    public PlanDoor(
            Inbox inbox,
            AssignTasksWhenPlanPublished assign,
            AmendTaskWhenTargetAmended amend,
            CancelTaskWhenTargetWithdrawn cancelOne,
            CancelTasksWhenPlanWithdrawn cancel) {
        this.inbox = inbox;
        this.assign = assign;
        this.amend = amend;
        this.cancelOne = cancelOne;
        this.cancel = cancel;
    }

    @Incoming("plan")
    @Blocking
    public void hear(ConsumerRecords<String, byte[]> batch) {
        inbox.hear(batch, this);
    }

    @Override
    public String topic() {
        return "dudao.plan";
    }

    @Override
    public void react(Run run) {
        if (!(run.sample() instanceof PlanEvent sample)) {
            throw new UnreadableEvent(
                    "no fact about a plan: " + run.sample().getClass().getSimpleName(), null);
        }
        switch (sample) {
            // Its targets follow, each with all that a task needs.
            case PlanPublished p -> {}
            case TargetPublished t -> assign.react(run.events(TargetPublished.class));
            case TargetAmended a -> amend.react(run.events(TargetAmended.class));
            case TargetWithdrawn w -> cancelOne.react(run.events(TargetWithdrawn.class));
            case PlanWithdrawn w -> cancel.react(run.events(PlanWithdrawn.class));
        }
    }
}
