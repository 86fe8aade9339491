package org.dudao.plan.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.dudao.contracts.WorkCalendar;
import org.dudao.plan.Finding;
import org.dudao.plan.Finding.Said;
import org.dudao.plan.Finding.Severity;
import org.dudao.plan.HealthRule;
import org.dudao.plan.Plan;
import org.dudao.plan.Target;

/** What is said twice would be two tasks (D10); key work at the end of a plan repeats what stands before (M4). */
@ApplicationScoped
public class RepeatedTargets implements HealthRule {

    private static final Said CURE = new Said(
            "不采纳其中一项；重点工作重复列举的，保留前面的一项。", "Reject one of them; of key work that repeats, keep the earlier one.");

    @Override
    public Stream<Finding> findings(Plan plan, WorkCalendar calendar) {
        Map<String, Target> first = new HashMap<>();
        Stream.Builder<Finding> found = Stream.builder();
        HealthRule.binding(plan).forEach(t -> {
            Target former = first.putIfAbsent(said(t), t);
            if (former != null && !sameWords(t, former)) {
                found.add(repeated(t, former));
            }
        });
        return found.build();
    }

    /** One stretch of text may carry several targets: 分别不低于90%、96%, or two projects with one date. */
    private static boolean sameWords(Target t, Target other) {
        return t.measure() == other.measure() && t.quoteStart() == other.quoteStart();
    }

    /** The words without what punctuation and blanks may differ in. */
    private static String said(Target t) {
        return t.quote().replaceAll("[\\p{P}\\p{Z}\\s]", "") + "|" + t.dueOn();
    }

    private static Finding repeated(Target t, Target former) {
        return Finding.of(
                "repeated-target",
                Severity.WARNING,
                t,
                new Said(
                        "“" + t.indicator() + "”与“" + former.measure().label() + "”中的一项重复。",
                        "\"" + t.indicator() + "\" repeats one of \""
                                + former.measure().label() + "\"."),
                CURE);
    }
}
