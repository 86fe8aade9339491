package org.dudao.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.Strength;
import org.dudao.startup.Can.Cannot;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A plan as people and machines see it.
 *
 * @param can acts open to the caller: edit, review, publish, withdraw, delete
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PlanView(
        UUID id,
        @Schema(examples = "云溪县教育局2026年工作要点") String title,
        @Nullable String issuer,
        @Schema(examples = "2026") int year,
        @Schema(examples = "draft") String state,

        @Schema(description = "Grows with each change; the ETag.")
        long version,

        String bureauId,
        Instant importedAt,
        DocumentView document,
        Plans.Counts counts,
        List<ChapterView> chapters,
        List<String> can,
        List<Cannot> cannot) {

    /** @param warnings what the reader wants a person to look at */
    public record DocumentView(String name, int size, String type, String sha256, List<String> warnings) {}

    /** @param number as printed, empty where there is none */
    public record ChapterView(
            UUID id, long version, int ordinal, String number, String title, List<MeasureView> measures) {}

    public record MeasureView(
            UUID id,
            @Schema(description = "The measure's ETag.") long version,
            int ordinal,
            String number,
            String title,
            String text,
            List<TargetView> targets,
            List<RepetitionView> repetitions) {}

    /** Words of a measure that only say once more what another target asks for. */
    public record RepetitionView(UUID id, long version, String quote, int quoteStart, int quoteEnd, UUID repeats) {}

    /**
     * A target beside its words.
     *
     * @param version the plan's version that last changed it; the target's ETag
     * @param quoteStart where the quote begins in the measure's text, in UTF-16 units
     * @param partOf the target of the same measure that it is a part or an exception of
     * @param dueOn when the document names no date, the plan year's end, and {@code dueInferred} is true
     */
    public record TargetView(
            UUID id,
            long version,
            @Schema(examples = "6月底前新建学校3所") String quote,
            int quoteStart,
            int quoteEnd,
            String indicator,
            @Schema(examples = "count") String kind,
            Comparator comparator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal upper,
            @Nullable String unit,
            boolean approx,
            LocalDate dueOn,
            @Nullable String dueText,
            boolean dueInferred,
            Strength strength,
            @Nullable String recurrence,
            boolean universal,
            @Nullable UUID partOf,
            @Schema(examples = "part") @Nullable String relation,
            Terms terms,
            @Schema(examples = "proposed") String review,
            @Nullable String changedBy,
            @Nullable Instant changedAt,
            boolean attained,
            @Nullable BigDecimal attainedValue,
            @Nullable UUID taskId,

            @Schema(description = "重点工作") boolean key,

            CountedFrom countedFrom,
            @Nullable String leadUnit) {}

    /** A plan in a list. */
    public record Summary(
            UUID id,
            String title,
            @Nullable String issuer,
            int year,
            String state,
            long version,
            String bureauId,
            Instant importedAt,
            Plans.Counts counts) {}
}
