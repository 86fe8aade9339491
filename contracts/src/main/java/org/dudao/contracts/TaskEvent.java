package org.dudao.contracts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts about tasks. Topic {@code dudao.task}, key {@code taskId}. */
public sealed interface TaskEvent extends Event {

    TaskFacts task();

    @Override
    default String subject() {
        return task().taskId().toString();
    }

    /** A unit was made responsible, for the first time or anew. */
    @EventType("dudao.task.assigned.v1")
    record TaskAssigned(TaskFacts task, long version, String assignedBy) implements TaskEvent {}

    /** The responsible unit signed for it (签收). */
    @EventType("dudao.task.accepted.v1")
    record TaskAccepted(TaskFacts task, long version, String acceptedBy) implements TaskEvent {}

    /** A reminder came due before the date. {@code workingDaysLeft} counts working days up to and with the due day. */
    @EventType("dudao.task.due-soon.v1")
    record TaskDueSoon(TaskFacts task, long version, int workingDaysLeft) implements TaskEvent {}

    /** The due day ended and the task was open. Said once per deadline. */
    @EventType("dudao.task.overdue.v1")
    record TaskOverdue(TaskFacts task, long version, Instant since) implements TaskEvent {}

    /** It is overdue still, and a reminder of it came due; policies say how often and how many times. */
    @EventType("dudao.task.still-overdue.v1")
    record TaskStillOverdue(TaskFacts task, long version, int workingDaysLate) implements TaskEvent {}

    /** Progress was reported; {@code value} is the state reached so far in the target's unit, null when only told in words. */
    @EventType("dudao.task.reported.v1")
    record TaskReported(
            TaskFacts task, long version, @Nullable BigDecimal value, String narrative, String reportedBy, Instant at)
            implements TaskEvent {}

    /** The day of a report ended without it. Said once each time it is due; the next report settles it. */
    @EventType("dudao.task.report-missed.v1")
    record ReportMissed(TaskFacts task, long version, LocalDate periodFrom, LocalDate reportDueOn, Instant since)
            implements TaskEvent {}

    /** A progress report was sent back with a reason; where one was owed, it is owed again by {@code reportDueOn}. */
    @EventType("dudao.task.report-returned.v1")
    record ReportReturned(
            TaskFacts task,
            long version,
            UUID reportId,
            @Nullable LocalDate reportDueOn,
            String reason,
            String returnedBy)
            implements TaskEvent {}

    /** The responsible unit cannot go on (受阻). The clock runs all the same; only a suspension stops it. */
    @EventType("dudao.task.blocked.v1")
    record TaskBlocked(TaskFacts task, long version, Obstacle obstacle, String reason, String blockedBy)
            implements TaskEvent {}

    /** The responsible unit goes on. Handing it in or assigning it anew ends a block, too, without being said. */
    @EventType("dudao.task.unblocked.v1")
    record TaskUnblocked(TaskFacts task, long version, String unblockedBy) implements TaskEvent {}

    /** Its milestones as they are now, in the order of their days: set anew, or one moved on. */
    @EventType("dudao.task.milestones-changed.v1")
    record MilestonesChanged(TaskFacts task, long version, List<MilestoneFacts> milestones, String changedBy)
            implements TaskEvent {}

    /** A day ended on which these milestones were to be reached and were not. Said once a day of theirs. */
    @EventType("dudao.task.milestones-missed.v1")
    record MilestonesMissed(TaskFacts task, long version, List<String> names, LocalDate milestoneDueOn, Instant since)
            implements TaskEvent {}

    /** The responsible unit handed it in for verification. */
    @EventType("dudao.task.submitted.v1")
    record TaskSubmitted(TaskFacts task, long version, String submittedBy) implements TaskEvent {}

    /** What was handed in was sent back with a reason; the clock never stopped. */
    @EventType("dudao.task.returned.v1")
    record TaskReturned(TaskFacts task, long version, String reason, String returnedBy) implements TaskEvent {}

    /** Verified and closed (办结). */
    @EventType("dudao.task.completed.v1")
    record TaskCompleted(
            TaskFacts task, long version, @Nullable BigDecimal value, Instant at, boolean late, String verifiedBy)
            implements TaskEvent {}

    /** The due day was moved; deadlines of the former day never fire again. */
    @EventType("dudao.task.extended.v1")
    record TaskExtended(TaskFacts task, long version, LocalDate formerDueOn, String reason, String approvedBy)
            implements TaskEvent {}

    /** Its clock stands still (挂起): nothing of it fires and it is not late until it is resumed. */
    @EventType("dudao.task.suspended.v1")
    record TaskSuspended(
            TaskFacts task,
            long version,
            String reason,
            @Nullable LocalDate expectedUntil,
            String suspendedBy) implements TaskEvent {}

    /** Its clock goes on (恢复); the due day moved by the working days for which it stood still. */
    @EventType("dudao.task.resumed.v1")
    record TaskResumed(TaskFacts task, long version, LocalDate formerDueOn, int workingDays, String resumedBy)
            implements TaskEvent {}

    /** The responsible unit asks for a later due day; the present one holds until somebody agrees. */
    @EventType("dudao.task.extension-asked.v1")
    record ExtensionAsked(TaskFacts task, long version, LocalDate wantedDueOn, String reason, String askedBy)
            implements TaskEvent {}

    /** The due day stays. That it was granted is said by {@link TaskExtended}. */
    @EventType("dudao.task.extension-refused.v1")
    record ExtensionRefused(TaskFacts task, long version, LocalDate wantedDueOn, String reason, String refusedBy)
            implements TaskEvent {}

    /** Ended without being done: its plan was withdrawn, or a person cancelled it. */
    @EventType("dudao.task.cancelled.v1")
    record TaskCancelled(TaskFacts task, long version, String reason, String cancelledBy) implements TaskEvent {}

    /**
     * What the plan asks for was changed; deadlines of a former day never fire again.
     *
     * @param formerDueOn the day it was due before; the same as the task's where that stays
     * @param change what changed, in figures and days that need no translation
     */
    @EventType("dudao.task.amended.v1")
    record TaskAmended(
            TaskFacts task, long version, LocalDate formerDueOn, String change, String reason, String approvedBy)
            implements TaskEvent {}
}
