package org.dudao.task.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.outbox.Outbox;
import org.dudao.task.Act;
import org.dudao.task.Deadlines;
import org.dudao.task.Desk;
import org.dudao.task.Suspensions;
import org.dudao.task.Task;
import org.dudao.task.TaskPhase;
import org.dudao.task.Tasks;

/** Ends a task undone, its open shares with it. */
@ApplicationScoped
public class CancelTask {

    private final Desk desk;
    private final Tasks tasks;
    private final Deadlines deadlines;
    private final Suspensions ledger;
    private final Outbox outbox;
    private final Clock clock;

    public CancelTask(Desk desk, Tasks tasks, Deadlines deadlines, Suspensions ledger, Outbox outbox, Clock clock) {
        this.desk = desk;
        this.tasks = tasks;
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public void cancel(UUID id, String reason) {
        Task task = desk.take(id, Act.CANCEL);
        if (task.phase() != TaskPhase.CANCELLED) {
            cancel(task, reason);
        }
        for (Task share : tasks.heldSharesOf(id)) {
            if (share.running() || share.phase() == TaskPhase.SUSPENDED) {
                cancel(share, reason);
            }
        }
    }

    private void cancel(Task task, String reason) {
        ledger.ended(List.of(task.id()), desk.who());
        task.cancel(reason, clock.instant(), desk.who(), desk.names(task)).ifPresent(outbox::append);
        deadlines.drop(task.id());
        desk.record("cancelled", task, null, Map.of("reason", reason));
    }
}
