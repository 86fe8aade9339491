package org.dudao.plan.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.dudao.contracts.WorkCalendar;
import org.dudao.plan.Finding;
import org.dudao.plan.Finding.Said;
import org.dudao.plan.Finding.Severity;
import org.dudao.plan.HealthRule;
import org.dudao.plan.Plan;
import org.dudao.plan.Target;

/** Days on which nobody works, or that lie outside the plan year. */
@ApplicationScoped
public class UnfitDates implements HealthRule {

    @Override
    public Stream<Finding> findings(Plan plan, WorkCalendar calendar) {
        return HealthRule.binding(plan).flatMap(t -> {
            LocalDate due = t.commitment().in(plan.year()).dueOn();
            return due == null ? Stream.empty() : unfit(plan, t, due, calendar);
        });
    }

    private static Stream<Finding> unfit(Plan plan, Target t, LocalDate due, WorkCalendar calendar) {
        if (due.getYear() < plan.year()) {
            return Stream.of(Finding.of(
                    "date-before-year",
                    Severity.BLOCKING,
                    t,
                    new Said(
                            "“" + t.indicator() + "”的期限 " + due + " 早于计划年度 " + plan.year() + "，发布后即逾期。",
                            "\"" + t.indicator() + "\" is due on " + due + ", before the plan year " + plan.year()
                                    + ": it would be overdue at once."),
                    new Said("改正期限。", "Correct the day.")));
        }
        if (due.getYear() > plan.year()) {
            return Stream.of(Finding.of(
                    "date-after-year",
                    Severity.WARNING,
                    t,
                    new Said(
                            "“" + t.indicator() + "”的期限 " + due + " 晚于计划年度 " + plan.year() + "。",
                            "\"" + t.indicator() + "\" is due on " + due + ", after the plan year " + plan.year()
                                    + "."),
                    new Said("跨年目标请写明当年应达到的部分。", "Of a target over several years, say what this year is to reach.")));
        }
        if (!calendar.isWorkingDay(due)) {
            LocalDate before = calendar.plusWorkingDays(due, -1);
            return Stream.of(Finding.of(
                    "date-day-off",
                    Severity.WARNING,
                    t,
                    new Said(
                            "“" + t.indicator() + "”的期限 " + due + " 不是工作日。",
                            "\"" + t.indicator() + "\" is due on " + due + ", which is no working day."),
                    new Said("可提前到最近的工作日 " + before + "。", "The nearest working day before it is " + before + ".")));
        }
        return Stream.of();
    }
}
