package org.dudao.task.evidencing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.dudao.startup.Problem;
import org.dudao.task.Act;
import org.dudao.task.Desk;
import org.dudao.task.EvidenceFile;
import org.dudao.task.EvidenceFiles;
import org.dudao.task.Task;

/** Its uploader takes a file back, before the task was handed in and before a report named it; and may think again. */
@ApplicationScoped
class RemoveEvidence {

    private final Desk desk;
    private final EvidenceFiles files;
    private final Contents contents;
    private final Clock clock;

    RemoveEvidence(Desk desk, EvidenceFiles files, Contents contents, Clock clock) {
        this.desk = desk;
        this.files = files;
        this.contents = contents;
        this.clock = clock;
    }

    private record Held(Task task, EvidenceFile file) {}

    @Transactional
    void remove(UUID id) {
        Held held = held(id);
        if (!held.file().removed()) {
            files.remove(id, clock.instant(), desk.who());
            desk.record("evidence-removed", held.task(), named(held.file()), Map.of());
        }
    }

    /** Also undoes what was undone already. */
    @Transactional
    void restore(UUID id) {
        Held held = held(id);
        EvidenceFile file = held.file();
        Instant removedAt = file.removedAt();
        if (removedAt == null) {
            return;
        }
        files.standing(file.taskId(), file.sha256()).ifPresent(standing -> {
            throw new EvidenceStandsAlready(standing, clock.getZone());
        });
        if (removedAt.isBefore(clock.instant().minus(Contents.LEFT_ALONE)) || !contents.claim(file.sha256())) {
            throw Problem.conflict(
                    "evidence-gone",
                    "移除已超过一天，文件已清理，请重新上传。",
                    "It was removed more than a day ago and is gone; send it again.");
        }
        files.restore(id);
        desk.record("evidence-restored", held.task(), null, named(file));
    }

    private Held held(UUID id) {
        EvidenceFile found = files.find(id).orElseThrow(() -> Problem.notFound("佐证材料", id));
        Task task = desk.take(found.taskId(), Act.REPORT);
        EvidenceFile file = files.find(id).orElseThrow(() -> Problem.notFound("佐证材料", id));
        if (!file.by().equals(desk.who())) {
            throw Problem.forbidden("只有上传人可以移除这份材料。", "Only who uploaded it may remove it.");
        }
        PutToTask.requireWorkable(task);
        if (!file.reportIds().isEmpty()) {
            throw Problem.conflict(
                    "evidence-named", "已提交的进展引用了这份材料，不能移除。", "A report that was handed in names it, so it stays.");
        }
        return new Held(task, file);
    }

    private static Map<String, Object> named(EvidenceFile file) {
        return Map.of("evidenceId", file.id(), "name", file.name());
    }
}
