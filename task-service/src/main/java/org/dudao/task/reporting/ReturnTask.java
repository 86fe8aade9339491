package org.dudao.task.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.dudao.task.Act;
import org.dudao.task.Deadlines;
import org.dudao.task.Desk;
import org.dudao.task.Task;
import org.dudao.task.Tasks;

/**
 * Sends back what was handed in. The clock never stopped: what passed while it was looked at is said now, and each round
 * has its reminders (T1).
 */
@ApplicationScoped
public class ReturnTask {

    private final Desk desk;
    private final Tasks tasks;
    private final Deadlines deadlines;

    public ReturnTask(Desk desk, Tasks tasks, Deadlines deadlines) {
        this.desk = desk;
        this.tasks = tasks;
        this.deadlines = deadlines;
    }

    @Transactional
    public void sendBack(UUID id, String reason) {
        Task task = desk.take(id, Act.RETURN);
        desk.tell(
                task.sendBack(reason, desk.who(), desk.names(task)), "returned", task, null, Map.of("reason", reason));
        tasks.flush();
        deadlines.owedAgain(task);
    }
}
