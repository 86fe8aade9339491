package org.dudao.plan.reviewing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dudao.plan.PlanView.TargetView;
import org.dudao.plan.Plans;
import org.dudao.startup.Can.Cannot;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a review stands, and what has changed since the version that the caller knew, by whomever.
 *
 * @param version the plan's version now
 * @param targets those that changed and stand
 * @param gone those that were merged away, or whose adding was undone
 * @param outlineChanged a heading was changed, too: the plan is to be read anew
 * @param undoable the caller's own last act, if it can be undone
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReviewView(
        UUID planId,
        long version,
        Plans.Counts counts,
        List<Placed> targets,
        List<UUID> gone,
        boolean outlineChanged,
        @Nullable Undoable undoable,
        List<String> can,
        List<Cannot> cannot) {

    public record Placed(UUID measureId, TargetView target) {}

    /** @param targets how many the act changed */
    public record Undoable(@Schema(examples = "split") String act, Instant at, int targets) {}
}
