package org.dudao.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.Obstacle;
import org.dudao.contracts.UnitRef;
import org.dudao.startup.Can.Cannot;
import org.jspecify.annotations.Nullable;

/**
 * A task as people and their systems see it.
 *
 * @param overdue derived from the due day and the clock
 * @param daysLate calendar days after the due day, 0 when not overdue
 * @param workingDaysLeft working days up to and with the due day; negative after it
 * @param value figure reached so far, in {@code unit}
 * @param suspension while its clock stands still
 * @param block what it does not get past; its clock runs all the same
 * @param extensionWanted the later due day that the unit asks for and nobody has decided on
 * @param suspensions only of a single task: former ones, oldest first
 * @param extensions only of a single task: requests for extensions, oldest first
 * @param history only of a single task, oldest first
 * @param milestones only of a single task, by day
 * @param reporting only of a single task that has a lead unit
 * @param reports only of a single task, oldest first
 * @param children only of a single task: shares the caller may see
 */
public record TaskView(
        UUID id,
        UUID planId,
        UUID targetId,
        @Nullable UUID parentId,
        String planTitle,
        String chapter,
        String title,
        String quote,
        String measure,
        String indicator,
        String state,
        @Nullable UnitRef leadUnit,
        @Nullable ProposalView proposal,
        List<UnitRef> supportingUnits,
        LocalDate dueOn,
        boolean dueInferred,
        boolean overdue,
        long daysLate,
        int workingDaysLeft,
        @Nullable BigDecimal value,
        @Nullable BigDecimal targetValue,
        @Nullable BigDecimal targetUpper,
        Comparator comparator,
        @Nullable String unit,
        @Nullable SuspensionView suspension,
        @Nullable BlockView block,
        @Nullable LocalDate extensionWanted,
        long version,
        List<String> can,
        List<Cannot> cannot,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<HistoryView> history,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<MilestoneView> milestones,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ReportingView reporting,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ReportView> reports,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PastSuspension> suspensions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ExtensionView> extensions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<TaskView> children) {

    /** The lead unit that the software proposes, and why. */
    public record ProposalView(String unitId, String name, String reason) {}

    /** One act on the task. {@code who} is {@code system} for what the clock or another service did. */
    public record HistoryView(
            Instant at,
            String who,
            String act,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    /** @param returnedAt when it was sent back, and {@code returnReason} why */
    public record ReportView(
            UUID id,
            Instant at,
            String by,
            @Nullable BigDecimal value,
            String narrative,
            @Nullable Instant returnedAt,
            @Nullable String returnReason) {}

    /**
     * How often its unit reports.
     *
     * @param daysAfter working days after a period's last working day by which its report is due
     * @param nextDueOn when the next report is due
     * @param missing how many reports are overdue
     */
    public record ReportingView(
            Cadence cadence, int daysAfter, @Nullable LocalDate nextDueOn, int missing) {}

    /**
     * A clock that stands still.
     *
     * @param until when it is expected to go on
     * @param workingDays for which it has stood still
     * @param dueOnIfResumed the due day if it went on today
     */
    public record SuspensionView(
            Instant since,
            String by,
            String reason,
            @Nullable LocalDate until,
            int workingDays,
            LocalDate dueOnIfResumed) {}

    /**
     * A node within the task.
     *
     * @param progress in per cent; 100 is reached
     * @param proof what shows it, in words
     * @param daysLate calendar days after its day until it was reached, or so far
     */
    public record MilestoneView(
            UUID id,
            String name,
            LocalDate dueOn,
            int progress,
            @Nullable LocalDate achievedOn,
            @Nullable String proof,
            long daysLate) {}

    public record BlockView(Obstacle obstacle, Instant since, String by, String reason) {}

    /** @param workingDays by which the due day moved from {@code formerDueOn} to {@code dueOn} */
    public record PastSuspension(
            Instant since,
            String by,
            String reason,
            @Nullable LocalDate expectedUntil,
            Instant endedAt,
            String endedBy,
            int workingDays,
            LocalDate formerDueOn,
            LocalDate dueOn) {}

    /** @param state asked, granted, refused or overtaken (by another change of the task) */
    public record ExtensionView(
            String state,
            Instant askedAt,
            String askedBy,
            LocalDate formerDueOn,
            LocalDate wantedDueOn,
            String reason,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable String answer,
            @Nullable LocalDate grantedDueOn) {}

    TaskView with(
            List<HistoryView> itsHistory,
            List<MilestoneView> itsMilestones,
            @Nullable ReportingView itsReporting,
            List<ReportView> itsReports,
            List<PastSuspension> itsSuspensions,
            List<ExtensionView> itsExtensions,
            List<TaskView> itsChildren) {
        return new TaskView(
                id,
                planId,
                targetId,
                parentId,
                planTitle,
                chapter,
                title,
                quote,
                measure,
                indicator,
                state,
                leadUnit,
                proposal,
                supportingUnits,
                dueOn,
                dueInferred,
                overdue,
                daysLate,
                workingDaysLeft,
                value,
                targetValue,
                targetUpper,
                comparator,
                unit,
                suspension,
                block,
                extensionWanted,
                version,
                can,
                cannot,
                itsHistory,
                itsMilestones,
                itsReporting,
                itsReports,
                itsSuspensions,
                itsExtensions,
                itsChildren);
    }
}
