package org.dudao.task.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.dudao.task.Act;
import org.dudao.task.Desk;
import org.dudao.task.Task;

/** The lead unit signs for the task (签收). */
@ApplicationScoped
public class AcceptTask {

    private final Desk desk;
    private final Clock clock;

    public AcceptTask(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Transactional
    public void accept(UUID id) {
        Task task = desk.take(id, Act.ACCEPT);
        task.accept(clock.instant(), desk.who(), desk.names(task))
                .ifPresent(accepted -> desk.tell(accepted, "accepted", task, null, Map.of()));
    }
}
