package org.dudao.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.Strength;
import org.dudao.plan.Standing.Light;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a plan's year stands on a day: the tree with its lights.
 *
 * @param wholeBureau false when the caller sees its own unit's part only
 * @param counts how many targets stand how
 */
public record YearView(
        UUID planId,
        @Schema(examples = "云溪县教育局2026年工作要点") String title,
        int year,
        LocalDate from,
        LocalDate asOf,
        boolean wholeBureau,
        Light light,
        Map<Standing, Integer> counts,
        List<ChapterYear> chapters) {

    public record ChapterYear(
            int ordinal,
            String number,
            String title,
            Light light,
            Map<Standing, Integer> counts,
            List<MeasureYear> measures) {}

    public record MeasureYear(
            UUID id,
            int ordinal,
            String number,
            String title,
            Light light,
            Map<Standing, Integer> counts,
            List<TargetYear> targets) {}

    /**
     * @param movedFrom the day it was due at first, when that was moved
     * @param daysLate days since its date, when that is over and it is not done
     * @param cause what was said last about it
     */
    public record TargetYear(
            UUID id,
            @Schema(examples = "年底前新建学校3所") String quote,
            @Schema(examples = "新建学校") String indicator,
            Comparator comparator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal upper,
            @Nullable String unit,
            LocalDate dueOn,
            boolean dueInferred,
            @Nullable LocalDate movedFrom,
            int daysLate,
            Strength strength,

            @Schema(description = "重点工作") boolean key,

            @Schema(description = "What all its years together ask for, where value is this year's stage") @Nullable
            BigDecimal valueOfAllYears,

            List<Stage> stages,
            @Nullable String recurrence,
            boolean universal,
            CountedFrom countedFrom,
            Form form,
            Form.Whole whole,
            Attainment.Basis basis,
            @Schema(examples = "2") @Nullable BigDecimal reached,

            @Schema(description = "完成率 in per cent, beyond 100 too", examples = "66.7") @Nullable
            BigDecimal rate,

            @Schema(description = "超额", examples = "1") @Nullable
            BigDecimal surplus,

            @Schema(description = "Where the straight line from publication to the date stands today") @Nullable
            BigDecimal expected,

            @Schema(description = "What last year reached, once a person has confirmed the pair") @Nullable
            BigDecimal lastYear,

            int unitsAsked,
            int unitsReached,
            Standing standing,
            Light light,
            @Nullable String leadUnitId,
            @Nullable String leadUnit,
            List<String> supportingUnits,
            @Nullable String leader,
            @Nullable String person,
            @Nullable UUID taskId,
            @Nullable String cause,
            @Nullable Instant causeAt) {}

    /** A target with what each unit has done for it, and how it grew. */
    public record TargetHistory(TargetYear target, List<UnitShare> units, List<Point> trend) {}

    public record UnitShare(
            UUID taskId,
            String unitId,
            String unit,
            boolean whole,
            @Nullable BigDecimal asked,
            @Nullable BigDecimal reached,
            boolean done,
            Share.Phase phase,
            LocalDate dueOn,
            int daysLate,
            @Nullable String words,
            @Nullable Instant wordsAt) {}

    /** @param reached what the shares came to at that moment, by the rule of the target's form */
    public record Point(
            Instant at,
            String unit,
            BigDecimal reported,
            @Nullable BigDecimal reached) {}
}
