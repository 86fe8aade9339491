package org.dudao.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/**
 * What a target says besides its figure, as it was read.
 *
 * @param hold the level is there and must be kept
 * @param implied the value follows from the words (全覆盖) and is not printed
 */
@Embeddable
public record Terms(
        @Schema(description = "Whom it holds for, where not for all.", examples = "300人以上就餐的学校") @Column @Nullable
        String population,

        @Schema(description = "What a change is measured from, in the document's words.", examples = "比上年度")
        @Column
        @Nullable
        String baseline,

        @Schema(description = "The level a change starts from, where the document prints it.")
        @Column(name = "baseline_value")
        @Nullable
        BigDecimal baselineValue,

        @Column boolean hold,

        @Schema(description = "The outer body that says whether it is reached.", examples = "省级")
        @Column(name = "accepted_by")
        @Nullable
        String acceptedBy,

        @Schema(description = "What a number of days is counted from.", examples = "收到整改通知后")
        @Column(name = "start_event")
        @Nullable
        String startEvent,

        @Column boolean implied,

        @Schema(
                description =
                        "Why a person should look at the reading first: perhaps-a-fact, perhaps-a-name, perhaps-a-rule, figures-together, date-from-elsewhere, value-implied.",
                examples = "perhaps-a-name")
        @Column
        @Nullable
        String doubt,

        @Schema(description = "A target over several years, year by year; empty when it belongs to one year.")
        @Column
        @Convert(converter = Stage.AsJson.class)
        @ColumnTransformer(write = "?::jsonb")
        List<Stage> stages) {

    public static final Terms NONE = new Terms(null, null, null, false, null, null, false, null, List.of());

    /** Readings that were kept before there were stages have none. */
    public Terms {
        stages = stages == null ? List.of() : List.copyOf(stages);
    }
}
