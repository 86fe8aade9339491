package org.dudao.plan.comparing;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The same target over the years (M33): 连续七年超额完成.
 *
 * @param inARow how many years up to the last that is over reached what they asked for
 * @param years the newest first; the first is the plan's own
 */
public record TargetOverYears(
        @Schema(examples = "所") @Nullable String unit, int inARow, List<OneYear> years) {

    /**
     * @param planId none where only a summary tells of that year
     * @param reached as the shares came to, else as the summary of that year says
     */
    public record OneYear(
            @Schema(examples = "2025") int year,
            @Nullable UUID planId,
            @Nullable UUID targetId,
            @Schema(examples = "新建学校165所") String quote,
            @Schema(examples = "165") @Nullable BigDecimal asked,
            @Schema(examples = "210") @Nullable BigDecimal reached,

            @Schema(description = "完成率 in per cent, beyond 100 too", examples = "127.3") @Nullable
            BigDecimal rate,

            boolean attained) {}
}
