package org.dudao.plan;

import java.util.stream.Stream;
import org.dudao.contracts.WorkCalendar;

/** One thing to look for in a plan before it is published. Every bean of this type takes part in the health check. */
public interface HealthRule {

    /** @param plan with all it holds; targets that were rejected don't count */
    Stream<Finding> findings(Plan plan, WorkCalendar calendar);

    /** Those that will bind somebody unless a person still rejects them. */
    static Stream<Target> binding(Plan plan) {
        return plan.targets().filter(t -> t.review() == Review.ACCEPTED || t.review() == Review.PROPOSED);
    }
}
