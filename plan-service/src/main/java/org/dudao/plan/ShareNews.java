package org.dudao.plan;

import java.math.BigDecimal;
import java.time.Instant;
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
import org.dudao.contracts.TaskFacts;
import org.dudao.plan.Share.Phase;
import org.jspecify.annotations.Nullable;

/**
 * What a fact about a task says of a share.
 *
 * @param phase null when it stays what it was
 * @param value null when none was told
 * @param words null when none were said
 * @param suspended whether its clock stands still from then on; null when that stays
 */
public record ShareNews(
        TaskFacts task,
        long version,
        @Nullable Phase phase,
        @Nullable BigDecimal value,
        @Nullable String words,
        Instant at,
        @Nullable Boolean suspended) {

    ShareNews(
            TaskFacts task,
            long version,
            @Nullable Phase phase,
            @Nullable BigDecimal value,
            @Nullable String words,
            Instant at) {
        this(task, version, phase, value, words, at, null);
    }

    public static ShareNews of(TaskEvent fact, Instant time) {
        return switch (fact) {
            case TaskAssigned a -> new ShareNews(a.task(), a.version(), Phase.ASSIGNED, null, null, time);
            case TaskAccepted a -> new ShareNews(a.task(), a.version(), Phase.ACCEPTED, null, null, time);
            case TaskDueSoon d -> new ShareNews(d.task(), d.version(), null, null, null, time);
            // Whether it is overdue follows from its date; the news is that it still is what it was.
            case TaskOverdue o -> new ShareNews(o.task(), o.version(), null, null, null, time);
            case TaskStillOverdue o -> new ShareNews(o.task(), o.version(), null, null, null, time);
            case TaskReported r ->
                new ShareNews(r.task(), r.version(), Phase.UNDER_WAY, r.value(), r.narrative(), r.at());
            case ReportMissed m -> new ShareNews(m.task(), m.version(), null, null, null, time);
            case ReportReturned r -> new ShareNews(r.task(), r.version(), null, null, r.reason(), time);
            case MilestonesChanged m -> new ShareNews(m.task(), m.version(), null, null, null, time);
            case MilestonesMissed m -> new ShareNews(m.task(), m.version(), null, null, null, time);
            case TaskBlocked b -> new ShareNews(b.task(), b.version(), null, null, b.reason(), time);
            case TaskUnblocked u -> new ShareNews(u.task(), u.version(), null, null, null, time);
            case TaskSubmitted s -> new ShareNews(s.task(), s.version(), Phase.SUBMITTED, null, null, time);
            case TaskReturned r -> new ShareNews(r.task(), r.version(), Phase.UNDER_WAY, null, r.reason(), time);
            case TaskCompleted c -> new ShareNews(c.task(), c.version(), Phase.COMPLETED, c.value(), null, c.at());
            case TaskExtended e -> new ShareNews(e.task(), e.version(), null, null, e.reason(), time);
            case TaskSuspended s -> new ShareNews(s.task(), s.version(), null, null, s.reason(), time, true);
            case TaskResumed r -> new ShareNews(r.task(), r.version(), null, null, null, time, false);
            case ExtensionAsked a -> new ShareNews(a.task(), a.version(), null, null, a.reason(), time);
            case ExtensionRefused r -> new ShareNews(r.task(), r.version(), null, null, null, time);
            case TaskAmended a -> new ShareNews(a.task(), a.version(), null, null, a.change() + "；" + a.reason(), time);
            case TaskCancelled c -> new ShareNews(c.task(), c.version(), Phase.CANCELLED, null, c.reason(), time);
        };
    }
}
