package org.dudao.supervision.receiving;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.dudao.contracts.TaskEvent;
import org.dudao.contracts.TaskEvent.ExtensionAsked;
import org.dudao.contracts.TaskEvent.ExtensionRefused;
import org.dudao.contracts.TaskEvent.MilestonesChanged;
import org.dudao.contracts.TaskEvent.MilestonesMissed;
import org.dudao.contracts.TaskEvent.ReportMissed;
import org.dudao.contracts.TaskEvent.ReportReturned;
import org.dudao.contracts.TaskEvent.TaskAccepted;
import org.dudao.contracts.TaskEvent.TaskAmended;
import org.dudao.contracts.TaskEvent.TaskAssigned;
import org.dudao.contracts.TaskEvent.TaskBlocked;
import org.dudao.contracts.TaskEvent.TaskCancelled;
import org.dudao.contracts.TaskEvent.TaskCompleted;
import org.dudao.contracts.TaskEvent.TaskDueSoon;
import org.dudao.contracts.TaskEvent.TaskExtended;
import org.dudao.contracts.TaskEvent.TaskOverdue;
import org.dudao.contracts.TaskEvent.TaskReported;
import org.dudao.contracts.TaskEvent.TaskResumed;
import org.dudao.contracts.TaskEvent.TaskReturned;
import org.dudao.contracts.TaskEvent.TaskStillOverdue;
import org.dudao.contracts.TaskEvent.TaskSubmitted;
import org.dudao.contracts.TaskEvent.TaskSuspended;
import org.dudao.contracts.TaskEvent.TaskUnblocked;
import org.dudao.contracts.UnitTasksEvent;
import org.dudao.outbox.Door;
import org.dudao.outbox.Inbox;
import org.dudao.outbox.Run;
import org.dudao.outbox.UnreadableEvent;
import org.dudao.supervision.KnownTasks;
import org.dudao.supervision.alerting.RaiseAlertWhenTaskOverdue;
import org.dudao.supervision.alerting.ReplaceAlertWhenTaskReassigned;
import org.dudao.supervision.alerting.ResolveAlertWhenTaskAmended;
import org.dudao.supervision.alerting.ResolveAlertWhenTaskCancelled;
import org.dudao.supervision.alerting.ResolveAlertWhenTaskCompleted;
import org.dudao.supervision.alerting.ResolveAlertWhenTaskExtended;
import org.dudao.supervision.alerting.ResolveAlertWhenTaskSuspended;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of tasks: each is remembered as last told; what makes it late or ends it has its reaction. */
@ApplicationScoped
public class TaskDoor implements Door {

    private final Inbox inbox;
    private final KnownTasks tasks;
    private final RaiseAlertWhenTaskOverdue overdue;
    private final ResolveAlertWhenTaskCompleted completed;
    private final ResolveAlertWhenTaskExtended extended;
    private final ResolveAlertWhenTaskAmended amended;
    private final ResolveAlertWhenTaskCancelled cancelled;
    private final ReplaceAlertWhenTaskReassigned assigned;
    private final ResolveAlertWhenTaskSuspended suspended;

    public TaskDoor(
            Inbox inbox,
            KnownTasks tasks,
            RaiseAlertWhenTaskOverdue overdue,
            ResolveAlertWhenTaskCompleted completed,
            ResolveAlertWhenTaskExtended extended,
            ResolveAlertWhenTaskAmended amended,
            ResolveAlertWhenTaskCancelled cancelled,
            ReplaceAlertWhenTaskReassigned assigned,
            ResolveAlertWhenTaskSuspended suspended) {
        this.inbox = inbox;
        this.tasks = tasks;
        this.overdue = overdue;
        this.completed = completed;
        this.extended = extended;
        this.amended = amended;
        this.cancelled = cancelled;
        this.assigned = assigned;
        this.suspended = suspended;
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
            case TaskEvent sample -> react(sample, run);
            // Moves reminders, no deadline: nothing is later or less late by it.
            case UnitTasksEvent reminders -> {}
            default -> throw new UnreadableEvent("no fact about a task", null);
        }
    }

    private void react(TaskEvent sample, Run run) {
        tasks.remember(run.events(TaskEvent.class));
        switch (sample) {
            case TaskOverdue e -> overdue.react(run.events(TaskOverdue.class));
            case TaskCompleted e -> completed.react(run.events(TaskCompleted.class));
            case TaskExtended e -> extended.react(run.events(TaskExtended.class));
            case TaskAmended e -> amended.react(run.events(TaskAmended.class));
            case TaskCancelled e -> cancelled.react(run.events(TaskCancelled.class));
            case TaskAssigned e -> assigned.react(run.events(TaskAssigned.class));
            case TaskSuspended e -> suspended.react(run.events(TaskSuspended.class));
            // Where it is late still, its new deadline passes at once and says so.
            case TaskResumed e -> {}
            // The deadline holds until somebody agrees; then it is extended.
            case ExtensionAsked e -> {}
            case ExtensionRefused e -> {}
            case TaskAccepted e -> {}
            case TaskDueSoon e -> {}
            // Its alert climbs by its own ladder.
            case TaskStillOverdue e -> {}
            case TaskReported e -> {}
            // The unit is told; it raises nothing yet.
            case ReportMissed e -> {}
            case ReportReturned e -> {}
            // The unit is told; the deadline of the task itself is what raises.
            case MilestonesChanged e -> {}
            case MilestonesMissed e -> {}
            // The clock runs all the same.
            case TaskBlocked e -> {}
            case TaskUnblocked e -> {}
            case TaskSubmitted e -> {}
            case TaskReturned e -> {}
        }
    }
}
