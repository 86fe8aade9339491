package org.dudao.plan.searching;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where the words stand.
 *
 * @param text the plan's title, the measure's title and text around the words, or the target's quote
 */
public record Found(
        UUID id,
        Kind kind,
        UUID planId,
        @Schema(examples = "云溪县教育局2026年工作要点") String plan,
        int year,
        @Schema(examples = "published") String state,
        @Schema(examples = "（六）加快学位建设") @Nullable String measure,
        @Schema(examples = "年底前新建学校3所") String text) {

    public enum Kind {
        PLAN,
        MEASURE,
        TARGET
    }
}
