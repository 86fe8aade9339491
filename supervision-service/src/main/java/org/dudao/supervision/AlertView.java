package org.dudao.supervision;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.dudao.contracts.Audience;
import org.dudao.contracts.Rung;
import org.dudao.startup.Can;
import org.dudao.supervision.AnswersGiven.Answer;
import org.jspecify.annotations.Nullable;

/**
 * An alert with its whole ladder and story.
 *
 * @param reason why it ended; absent while it is open
 * @param policyVersion the ladder that was copied when it was raised
 */
public record AlertView(
        @JsonUnwrapped AlertLine alert,
        @Nullable String acknowledgement,
        @Nullable String snoozedBy,
        @Nullable String snoozeReason,
        @Nullable String endedBy,
        @Nullable String reason,
        int policyVersion,
        List<Step> steps,
        List<Answer> answers,
        List<Happened> history,
        List<String> can,
        List<Can.Cannot> cannot) {

    /**
     * One rung of the alert's ladder.
     *
     * @param tells whether the rung is reached, or only told again or to the unit above
     * @param state planned, taken, proposed (waits for a signature), signed or dropped
     * @param takenAt when it was taken, signed or dropped
     * @param by who did; absent when it was the clock or a fact
     * @param because the word for why it is as it is
     * @param reason the same as a sentence, with what a person said
     * @param signers roles that may sign it; empty when it is taken by itself
     */
    public record Step(
            int ordinal,
            Rung rung,
            String label,
            Tells tells,
            boolean automatic,
            Instant plannedAt,
            String state,
            @Nullable Instant takenAt,
            @Nullable String by,
            StepBecause because,
            String reason,
            List<Audience> audience,
            List<String> signers) {}

    /**
     * One act from the audit.
     *
     * @param by who did it; absent when it was the clock or a fact
     * @param text what it was about
     * @param reason what was given as reason
     */
    public record Happened(
            Instant at,
            @Nullable String by,
            String act,
            @Nullable String text,
            @Nullable String reason) {}
}
