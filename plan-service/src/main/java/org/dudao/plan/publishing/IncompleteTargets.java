package org.dudao.plan.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.WorkCalendar;
import org.dudao.plan.Finding;
import org.dudao.plan.Finding.Said;
import org.dudao.plan.Finding.Severity;
import org.dudao.plan.HealthRule;
import org.dudao.plan.Plan;
import org.dudao.plan.Target;

/** A target without its figure, unit or day is understood by each unit in its own way. */
@ApplicationScoped
public class IncompleteTargets implements HealthRule {

    private static final Said CURE = new Said("补充后再采纳。", "Complete it, then accept it.");

    @Override
    public Stream<Finding> findings(Plan plan, WorkCalendar calendar) {
        return HealthRule.binding(plan).flatMap(t -> incomplete(plan, t));
    }

    private static Stream<Finding> incomplete(Plan plan, Target t) {
        Stream.Builder<Finding> found = Stream.builder();
        if (t.value() == null && t.comparator() != Comparator.DONE) {
            found.add(Finding.of(
                    "no-value",
                    Severity.WARNING,
                    t,
                    new Said("“" + t.indicator() + "”没有数值。", "\"" + t.indicator() + "\" has no value."),
                    CURE));
        }
        if (t.value() != null
                && t.value().signum() != 0
                && t.unit() == null
                && !t.kind().equals("rank")) {
            found.add(Finding.of(
                    "no-unit",
                    Severity.WARNING,
                    t,
                    new Said(
                            "“" + t.indicator() + "”的数值 " + t.value().toPlainString() + " 没有单位。",
                            "The value " + t.value().toPlainString() + " of \"" + t.indicator() + "\" has no unit."),
                    CURE));
        }
        if (t.dueOn() == null && t.recurrence() == null) {
            found.add(Finding.of(
                    "no-date",
                    Severity.WARNING,
                    t,
                    new Said(
                            "“" + t.indicator() + "”没有写明期限，将按 " + plan.yearEnd() + " 计。",
                            "\"" + t.indicator() + "\" names no day; " + plan.yearEnd() + " will be taken."),
                    new Said("写上期限；确为年底完成的可不改。", "Set a day, unless the end of the year is meant.")));
        }
        return found.build();
    }
}
