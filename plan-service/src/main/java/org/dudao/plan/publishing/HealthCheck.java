package org.dudao.plan.publishing;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import org.dudao.contracts.WorkCalendar;
import org.dudao.plan.Finding;
import org.dudao.plan.Finding.Severity;
import org.dudao.plan.HealthRule;
import org.dudao.plan.Plan;
import org.dudao.startup.Problem;
import org.dudao.startup.WorkCalendars;

/** All that should be seen before a plan binds others: what blocks first, then rule by rule in the plan's order. */
@ApplicationScoped
public class HealthCheck {

    private final List<HealthRule> rules;
    private final WorkCalendars calendars;

    public HealthCheck(@All List<HealthRule> rules, WorkCalendars calendars) {
        this.rules = rules;
        this.calendars = calendars;
    }

    List<Finding> of(Plan plan) {
        WorkCalendar calendar = calendars.current();
        return rules.stream()
                .flatMap(rule -> rule.findings(plan, calendar))
                .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::code))
                .toList();
    }

    /** @throws Problem 409 when something blocks */
    void requirePublishable(Plan plan) {
        List<Finding> blocking =
                of(plan).stream().filter(f -> f.severity() == Severity.BLOCKING).toList();
        if (!blocking.isEmpty()) {
            Finding first = blocking.getFirst();
            throw Problem.conflict(
                    "plan-unhealthy",
                    "发布前检查有 " + blocking.size() + " 处必须改正：" + first.words().zh()
                            + first.cure().zh(),
                    blocking.size() + " findings have to be mended before publishing: "
                            + first.words().en() + " " + first.cure().en());
        }
    }
}
