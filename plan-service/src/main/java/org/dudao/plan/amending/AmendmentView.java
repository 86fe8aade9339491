package org.dudao.plan.amending;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.dudao.plan.Amendment;
import org.dudao.plan.Commitment;
import org.dudao.plan.Hand;
import org.dudao.startup.Can.Cannot;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of a published plan, with what the target said before and is to say after. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AmendmentView(
        UUID id,
        @Nullable UUID targetId,
        UUID measureId,
        @Schema(examples = "change") String kind,
        @Schema(examples = "proposed") String state,
        @Nullable Commitment before,
        @Nullable Commitment after,

        @Schema(examples = "≥165所 → ≥180所；2026-06-30 → 2026-09-30")
        String change,

        @Schema(examples = "汛期停工，工期顺延") String reason,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String refusal,
        List<String> can,
        List<Cannot> cannot) {

    static AmendmentView of(Amendment a, List<String> can, List<Cannot> cannot) {
        Hand decided = a.decided();
        return new AmendmentView(
                a.id(),
                a.target(),
                a.measure(),
                a.kind().name().toLowerCase(Locale.ROOT),
                a.state().name().toLowerCase(Locale.ROOT),
                a.before(),
                a.after(),
                a.change(),
                a.reason(),
                a.proposed().who(),
                a.proposed().at(),
                decided == null ? null : decided.who(),
                decided == null ? null : decided.at(),
                a.refusal(),
                can,
                cannot);
    }
}
