package org.dudao.plan;

import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What last year's summary says was reached.
 *
 * @param change against the year before it, negative where it fell
 * @param rate share of its own plan that was done, in per cent
 */
public record LastResult(
        UUID id,
        @Schema(examples = "云溪县教育局2025年工作总结") String source,
        @Schema(examples = "普惠性幼儿园覆盖率达到91.81%") String quote,
        String indicator,
        @Nullable BigDecimal value,
        @Nullable String unit,
        @Nullable BigDecimal change,
        @Nullable String changeUnit,
        @Nullable BigDecimal rate) {}
