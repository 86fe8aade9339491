package org.dudao.task.evidencing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dudao.startup.Can.Cannot;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A file at a task as people and their systems see it.
 *
 * @param can open, remove
 */
record EvidenceView(
        UUID id,
        UUID taskId,
        @Schema(examples = "新改扩建中小学165所") String taskTitle,
        @Schema(examples = "s-001") String unitId,
        @Schema(examples = "云溪县实验小学") String unitName,
        @Schema(examples = "竣工验收报告.pdf") String name,

        @Schema(description = "pdf, docx, xlsx, pptx, jpeg, png, heic, mp4 or txt", examples = "pdf")
        String type,

        @Schema(examples = "application/pdf") String mediaType,
        @Schema(description = "Bytes", examples = "482113") long size,

        @Schema(
                description = "Hash of its bytes, in hex",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String sha256,

        @Schema(description = "A photo that tells where it was taken; its original is for the unit and those above it")
        boolean located,

        Instant at,
        @Schema(examples = "school") String by,

        @Schema(description = "The evidence it was taken over from") @Nullable
        UUID reusedFrom,

        @Schema(description = "pending, ready or none", examples = "ready")
        String thumbnail,

        @Schema(description = "Reports that name it") List<UUID> reportIds,
        List<String> can,
        List<Cannot> cannot) {}
