package org.dudao.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.contracts.Comparator;
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
 * @param history only of a single task, oldest first
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
        long version,
        List<String> can,
        List<Cannot> cannot,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<HistoryView> history,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ReportView> reports,
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

    public record ReportView(
            UUID id, Instant at, String by, @Nullable BigDecimal value, String narrative) {}

    TaskView with(List<HistoryView> itsHistory, List<ReportView> itsReports, List<TaskView> itsChildren) {
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
                version,
                can,
                cannot,
                itsHistory,
                itsReports,
                itsChildren);
    }
}
