package org.dudao.task;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that a unit put to a task (佐证材料).
 *
 * @param type what its bytes are, in a word
 * @param located a photo that tells where it was taken
 * @param thumbnail pending, ready or none
 * @param reportIds the reports that name it
 */
public record EvidenceFile(
        UUID id,
        UUID taskId,
        String taskTitle,
        TaskPhase taskPhase,
        String unitId,
        String unitName,
        String unitPath,
        String sha256,
        String name,
        String type,
        long size,
        boolean located,
        Instant at,
        String by,
        @Nullable UUID reusedFrom,
        @Nullable Instant removedAt,
        String thumbnail,
        List<UUID> reportIds) {

    public boolean removed() {
        return removedAt != null;
    }
}
