package org.dudao.task.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.dudao.task.Act;
import org.dudao.task.Deadlines;
import org.dudao.task.Desk;
import org.dudao.task.Task;

/** Sends back what was handed in. The clock never stopped: when the day passed meanwhile, that is said now. */
@ApplicationScoped
public class ReturnTask {

    private final Desk desk;
    private final Deadlines deadlines;
    private final Clock clock;

    public ReturnTask(Desk desk, Deadlines deadlines, Clock clock) {
        this.desk = desk;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Transactional
    public void sendBack(UUID id, String reason) {
        Task task = desk.take(id, Act.RETURN);
        desk.tell(
                task.sendBack(reason, desk.who(), desk.names(task)), "returned", task, null, Map.of("reason", reason));
        Instant endOfDueDay =
                task.dueOn().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        if (task.overdueSaidAt() == null && !clock.instant().isBefore(endOfDueDay)) {
            deadlines.overdueAt(id, endOfDueDay);
        }
    }
}
