package org.dudao.plan.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.contracts.WorkCalendar;
import org.dudao.plan.Finding;
import org.dudao.plan.Finding.Said;
import org.dudao.plan.Finding.Severity;
import org.dudao.plan.HealthRule;
import org.dudao.plan.Plan;
import org.dudao.plan.Target;

/** Too much due at once, for one leading unit or for all: what falls on one week is done badly or late. */
@ApplicationScoped
public class CrowdedWeeks implements HealthRule {

    /** More than two a day for one unit. */
    private static final int MOST_OF_ONE_UNIT = 10;
    /** More than a supervision office can verify in one week. */
    private static final int MOST_OF_ALL = 60;

    @Override
    public Stream<Finding> findings(Plan plan, WorkCalendar calendar) {
        List<Target> dated =
                HealthRule.binding(plan).filter(t -> t.dueOn() != null).toList();
        Stream<Finding> ofUnits = dated.stream()
                .filter(t -> !LeadUnits.named(t.measure()).isEmpty())
                .collect(Collectors.groupingBy(
                        t -> Map.entry(LeadUnits.named(t.measure()).getFirst(), monday(t))))
                .entrySet()
                .stream()
                .filter(e -> e.getValue().size() > MOST_OF_ONE_UNIT)
                .map(e -> crowded(
                        e.getKey().getKey(), e.getKey().getValue(), e.getValue().size()));
        Stream<Finding> ofAll = dated.stream()
                .collect(Collectors.groupingBy(CrowdedWeeks::monday, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(e -> e.getValue() > MOST_OF_ALL)
                .map(e -> crowded("", e.getKey(), e.getValue()));
        return Stream.concat(ofUnits, ofAll);
    }

    private static LocalDate monday(Target t) {
        LocalDate due = t.dueOn() == null ? LocalDate.EPOCH : t.dueOn();
        return due.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Finding crowded(String unit, LocalDate monday, long count) {
        LocalDate sunday = monday.plusDays(6);
        return new Finding(
                "crowded-week",
                Severity.WARNING,
                null,
                null,
                new Said(
                        unit + monday + " 至 " + sunday + " 一周内有 " + count + " 项到期。",
                        count + " targets" + (unit.isEmpty() ? "" : " of " + unit) + " are due in the week from "
                                + monday + " to " + sunday + "."),
                new Said("将其中一部分提前或错开。", "Move some of them."));
    }
}
