package org.dudao.notification.receiving;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.dudao.contracts.Event;
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
import org.dudao.contracts.UnitTasksEvent.RemindersMoved;
import org.dudao.notification.composing.ComposeMessageWhenExtensionAsked;
import org.dudao.notification.composing.ComposeMessageWhenExtensionRefused;
import org.dudao.notification.composing.ComposeMessageWhenMilestonesMissed;
import org.dudao.notification.composing.ComposeMessageWhenRemindersMoved;
import org.dudao.notification.composing.ComposeMessageWhenReportMissed;
import org.dudao.notification.composing.ComposeMessageWhenReportReturned;
import org.dudao.notification.composing.ComposeMessageWhenTaskAmended;
import org.dudao.notification.composing.ComposeMessageWhenTaskAssigned;
import org.dudao.notification.composing.ComposeMessageWhenTaskBlocked;
import org.dudao.notification.composing.ComposeMessageWhenTaskCancelled;
import org.dudao.notification.composing.ComposeMessageWhenTaskCompleted;
import org.dudao.notification.composing.ComposeMessageWhenTaskDueSoon;
import org.dudao.notification.composing.ComposeMessageWhenTaskExtended;
import org.dudao.notification.composing.ComposeMessageWhenTaskResumed;
import org.dudao.notification.composing.ComposeMessageWhenTaskReturned;
import org.dudao.notification.composing.ComposeMessageWhenTaskStillOverdue;
import org.dudao.notification.composing.ComposeMessageWhenTaskSubmitted;
import org.dudao.notification.composing.ComposeMessageWhenTaskSuspended;
import org.dudao.notification.composing.QueueCallsWhenTaskOrAlertChanged;
import org.dudao.outbox.Door;
import org.dudao.outbox.Inbox;
import org.dudao.outbox.Run;
import org.dudao.outbox.UnreadableEvent;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Topic {@code dudao.task}: what the units hear of their tasks. */
@ApplicationScoped
public class TaskDoor implements Door {

    private static final Consumer<Run> NONE = run -> {};

    private final Inbox inbox;
    private final QueueCallsWhenTaskOrAlertChanged calls;
    private final ComposeMessageWhenTaskAssigned assigned;
    private final ComposeMessageWhenTaskDueSoon dueSoon;
    private final ComposeMessageWhenTaskStillOverdue stillOverdue;
    private final ComposeMessageWhenTaskReturned returned;
    private final ComposeMessageWhenTaskExtended extended;
    private final ComposeMessageWhenTaskAmended amended;
    private final ComposeMessageWhenTaskCancelled cancelled;
    private final ComposeMessageWhenTaskSubmitted submitted;
    private final ComposeMessageWhenTaskCompleted completed;
    private final ComposeMessageWhenTaskSuspended suspended;
    private final ComposeMessageWhenTaskResumed resumed;
    private final ComposeMessageWhenExtensionAsked extensionAsked;
    private final ComposeMessageWhenExtensionRefused extensionRefused;
    private final ComposeMessageWhenMilestonesMissed milestonesMissed;
    private final ComposeMessageWhenTaskBlocked blocked;
    private final ComposeMessageWhenReportMissed reportMissed;
    private final ComposeMessageWhenReportReturned reportReturned;
    private final ComposeMessageWhenRemindersMoved remindersMoved;

    TaskDoor(
            Inbox inbox,
            QueueCallsWhenTaskOrAlertChanged calls,
            ComposeMessageWhenTaskAssigned assigned,
            ComposeMessageWhenTaskDueSoon dueSoon,
            ComposeMessageWhenTaskStillOverdue stillOverdue,
            ComposeMessageWhenTaskReturned returned,
            ComposeMessageWhenTaskExtended extended,
            ComposeMessageWhenTaskAmended amended,
            ComposeMessageWhenTaskCancelled cancelled,
            ComposeMessageWhenTaskSubmitted submitted,
            ComposeMessageWhenTaskCompleted completed,
            ComposeMessageWhenTaskSuspended suspended,
            ComposeMessageWhenTaskResumed resumed,
            ComposeMessageWhenExtensionAsked extensionAsked,
            ComposeMessageWhenExtensionRefused extensionRefused,
            ComposeMessageWhenMilestonesMissed milestonesMissed,
            ComposeMessageWhenTaskBlocked blocked,
            ComposeMessageWhenReportMissed reportMissed,
            ComposeMessageWhenReportReturned reportReturned,
            ComposeMessageWhenRemindersMoved remindersMoved) {
        this.inbox = inbox;
        this.calls = calls;
        this.assigned = assigned;
        this.dueSoon = dueSoon;
        this.stillOverdue = stillOverdue;
        this.returned = returned;
        this.extended = extended;
        this.amended = amended;
        this.cancelled = cancelled;
        this.submitted = submitted;
        this.completed = completed;
        this.suspended = suspended;
        this.resumed = resumed;
        this.extensionAsked = extensionAsked;
        this.extensionRefused = extensionRefused;
        this.milestonesMissed = milestonesMissed;
        this.blocked = blocked;
        this.reportMissed = reportMissed;
        this.reportReturned = reportReturned;
        this.remindersMoved = remindersMoved;
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
    public boolean concerns(Event event) {
        return !(event instanceof TaskEvent fact) || reactionTo(fact) != NONE || calls.wanted(fact);
    }

    @Override
    public void react(Run run) {
        calls.react(run.heard());
        switch (run.sample()) {
            case TaskEvent event -> reactionTo(event).accept(run);
            case RemindersMoved e -> remindersMoved.react(run.heard(RemindersMoved.class));
            default -> throw new UnreadableEvent("not an event of this topic", null);
        }
    }

    private Consumer<Run> reactionTo(TaskEvent event) {
        return switch (event) {
            case TaskAssigned e -> run -> assigned.react(run.heard(TaskAssigned.class));
            case TaskDueSoon e -> run -> dueSoon.react(run.heard(TaskDueSoon.class));
            case TaskStillOverdue e -> run -> stillOverdue.react(run.heard(TaskStillOverdue.class));
            case TaskReturned e -> run -> returned.react(run.heard(TaskReturned.class));
            case TaskExtended e -> run -> extended.react(run.heard(TaskExtended.class));
            case TaskAmended e -> run -> amended.react(run.heard(TaskAmended.class));
            case TaskSubmitted e -> run -> submitted.react(run.heard(TaskSubmitted.class));
            case TaskCompleted e -> run -> completed.react(run.heard(TaskCompleted.class));
            case TaskSuspended e -> run -> suspended.react(run.heard(TaskSuspended.class));
            case TaskResumed e -> run -> resumed.react(run.heard(TaskResumed.class));
            case ExtensionAsked e -> run -> extensionAsked.react(run.heard(ExtensionAsked.class));
            case ExtensionRefused e -> run -> extensionRefused.react(run.heard(ExtensionRefused.class));
            case ReportMissed e -> run -> reportMissed.react(run.heard(ReportMissed.class));
            case ReportReturned e -> run -> reportReturned.react(run.heard(ReportReturned.class));
            case MilestonesMissed e -> run -> milestonesMissed.react(run.heard(MilestonesMissed.class));
            case TaskBlocked e -> run -> blocked.react(run.heard(TaskBlocked.class));
            // Seen in the task; no reason to disturb anybody.
            case TaskUnblocked e -> NONE;
            case MilestonesChanged e -> NONE;
            // The alert that follows is what people hear of.
            case TaskOverdue e -> NONE;
            case TaskAccepted e -> NONE;
            case TaskReported e -> NONE;
            case TaskCancelled e -> run -> cancelled.react(run.heard(TaskCancelled.class));
        };
    }
}
