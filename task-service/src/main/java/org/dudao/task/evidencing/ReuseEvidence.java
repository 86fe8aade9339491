package org.dudao.task.evidencing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.dudao.startup.Caller;
import org.dudao.startup.Idempotency;
import org.dudao.startup.Problem;
import org.dudao.task.Act;
import org.dudao.task.Desk;
import org.dudao.task.EvidenceFile;
import org.dudao.task.EvidenceFiles;
import org.dudao.task.Task;
import org.jspecify.annotations.Nullable;

/** A file that the unit put to another task serves this one too: nothing is sent, asked for or stored again. */
@ApplicationScoped
class ReuseEvidence {

    private final Desk desk;
    private final PutToTask putToTask;
    private final EvidenceFiles files;
    private final Idempotency idempotency;
    private final Caller caller;

    ReuseEvidence(Desk desk, PutToTask putToTask, EvidenceFiles files, Idempotency idempotency, Caller caller) {
        this.desk = desk;
        this.putToTask = putToTask;
        this.files = files;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @Transactional
    UUID reuse(UUID taskId, @Nullable String key, UUID evidence) {
        Task task = desk.take(taskId, Act.REPORT);
        EvidenceFile file = files.find(evidence)
                .filter(f -> !f.removed() && caller.sees(f.unitPath()))
                .orElseThrow(() -> Problem.notFound("佐证材料", evidence));
        Inspected it = new Inspected(file.name(), FileType.of(file.type()), file.size(), file.sha256(), file.located());
        return idempotency.once(
                caller, key, Idempotency.asked(taskId, evidence), () -> putToTask.put(task, it, evidence));
    }
}
