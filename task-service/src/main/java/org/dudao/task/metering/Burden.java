package org.dudao.task.metering;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.dudao.contracts.UnitRef;

/**
 * What falls due for one unit in a year.
 *
 * @param months January to December
 */
public record Burden(UnitRef unit, BigDecimal hours, long items, List<MonthBurden> months) {

    /**
     * @param taskQuery parameters of {@code GET tasks} that list exactly {@code tasks} tasks
     * @param reportQuery parameters of {@code GET expected-reports} that list exactly {@code reports} reports
     */
    public record MonthBurden(
            int month, BigDecimal hours, long tasks, long reports, String taskQuery, String reportQuery) {

        static MonthBurden of(String unitId, YearMonth month, BigDecimal hours, long tasks, long reports) {
            String span = "unitId=" + unitId + "&dueFrom=" + month.atDay(1) + "&dueBefore="
                    + month.plusMonths(1).atDay(1);
            return new MonthBurden(
                    month.getMonthValue(), hours, tasks, reports, span + "&state=" + Burdens.ASKED_STATES, span);
        }
    }
}
