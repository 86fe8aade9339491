package org.dudao.task.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.task.Act;
import org.dudao.task.Desk;
import org.dudao.task.Task;
import org.dudao.task.TaskPhase;
import org.jspecify.annotations.Nullable;

/** The lead unit hands the task in for verification; what it tells with it is a report, too. */
@ApplicationScoped
public class SubmitTask {

    private final Desk desk;
    private final ReportProgress progress;
    private final Clock clock;

    public SubmitTask(Desk desk, ReportProgress progress, Clock clock) {
        this.desk = desk;
        this.progress = progress;
        this.clock = clock;
    }

    @Transactional
    public void submit(UUID id, @Nullable BigDecimal value, String narrative, @Nullable List<UUID> files) {
        Task task = desk.take(id, Act.SUBMIT);
        if (task.phase() != TaskPhase.SUBMITTED) {
            progress.report(task, value, narrative, files);
        }
        task.submit(clock.instant(), clock.getZone(), desk.who(), desk.names(task))
                .ifPresent(submitted -> desk.tell(submitted, "submitted", task, null, Map.of()));
    }
}
