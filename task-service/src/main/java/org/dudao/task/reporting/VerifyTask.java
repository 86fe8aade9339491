package org.dudao.task.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.dudao.task.Act;
import org.dudao.task.Deadlines;
import org.dudao.task.Desk;
import org.dudao.task.Task;

/** Who asked for it finds it done (办结); nothing of it fires any more. */
@ApplicationScoped
public class VerifyTask {

    private final Desk desk;
    private final Deadlines deadlines;
    private final Clock clock;

    public VerifyTask(Desk desk, Deadlines deadlines, Clock clock) {
        this.desk = desk;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Transactional
    public void verify(UUID id) {
        Task task = desk.take(id, Act.VERIFY);
        task.verify(clock.instant(), desk.who(), desk.names(task)).ifPresent(completed -> {
            deadlines.drop(id);
            desk.tell(completed, "completed", task, null, Map.of());
        });
    }
}
