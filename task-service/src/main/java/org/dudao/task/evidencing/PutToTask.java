package org.dudao.task.evidencing;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dudao.outbox.Outbox;
import org.dudao.task.Act;
import org.dudao.task.Desk;
import org.dudao.task.EvidenceFile;
import org.dudao.task.EvidenceFiles;
import org.dudao.task.NotInThisPhase;
import org.dudao.task.Task;
import org.dudao.task.TaskState;
import org.dudao.task.evidencing.EvidenceRefused.Reason;
import org.jspecify.annotations.Nullable;

/** What sending a file and taking one over have in common; in the caller's transaction, the task's row locked. */
@ApplicationScoped
class PutToTask {

    private final EvidenceFiles files;
    private final Contents contents;
    private final EvidenceSettings settings;
    private final Desk desk;
    private final Clock clock;

    PutToTask(EvidenceFiles files, Contents contents, EvidenceSettings settings, Desk desk, Clock clock) {
        this.files = files;
        this.contents = contents;
        this.settings = settings;
        this.desk = desk;
        this.clock = clock;
    }

    UUID put(Task task, Inspected it, @Nullable UUID reusedFrom) {
        requireWorkable(task);
        Optional<EvidenceFile> standing = files.standing(task.id(), it.sha256());
        if (standing.isPresent()) {
            throw new EvidenceStandsAlready(standing.get(), clock.getZone());
        }
        if (files.count(task.id()) >= settings.mostPerTask()) {
            throw new EvidenceRefused(Reason.TOO_MANY);
        }
        if (!contents.claim(it.sha256())) {
            throw new StorageFault(new IOException("swept meanwhile: " + it.sha256()));
        }
        UUID id = Outbox.newId();
        String unit = Objects.requireNonNull(task.leadUnitId(), "a workable task has a lead unit");
        files.add(
                id,
                task,
                unit,
                it.sha256(),
                it.name(),
                it.type().word(),
                it.size(),
                it.located(),
                clock.instant(),
                desk.who(),
                reusedFrom);
        desk.record(reusedFrom == null ? "evidence-added" : "evidence-reused", task, null, told(id, it, reusedFrom));
        return id;
    }

    static void requireWorkable(Task task) {
        if (!(task.state() instanceof TaskState.Workable)) {
            throw new NotInThisPhase(Act.REPORT, task.phase());
        }
    }

    private static Map<String, Object> told(UUID id, Inspected it, @Nullable UUID reusedFrom) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("evidenceId", id);
        told.put("name", it.name());
        told.put("sha256", it.sha256());
        if (reusedFrom != null) {
            told.put("reusedFrom", reusedFrom);
        }
        return told;
    }
}
