package org.dudao.plan.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dudao.contracts.WorkCalendar;
import org.dudao.plan.Finding;
import org.dudao.plan.Finding.Said;
import org.dudao.plan.Finding.Severity;
import org.dudao.plan.HealthRule;
import org.dudao.plan.Measure;
import org.dudao.plan.Plan;
import org.dudao.plan.Review;

/** Whether the document names one unit that leads: two lead nobody, and where others are named, none was forgotten. */
@ApplicationScoped
public class LeadUnits implements HealthRule {

    private static final Pattern LEADS = Pattern.compile("(?:牵头|责任|主办)(?:单位|科室|部门)?[:：]\\s*([^；;。，,）)\\]】\\n]{2,60})");

    /** Those the measure's text names as leading; shown where a person assigns. */
    static List<String> named(Measure measure) {
        Matcher leads = LEADS.matcher(measure.body());
        return leads.find() ? List.of(leads.group(1).strip().split("[、和及与/]|\\s+")) : List.of();
    }

    @Override
    public Stream<Finding> findings(Plan plan, WorkCalendar calendar) {
        List<Measure> measures = plan.chapters().stream()
                .flatMap(c -> c.measures().stream())
                .filter(m -> m.targets().stream().anyMatch(t -> t.review() != Review.REJECTED))
                .toList();
        boolean custom = measures.stream().anyMatch(m -> !named(m).isEmpty());
        List<Finding> found = new ArrayList<>();
        for (Measure m : measures) {
            List<String> leads = named(m);
            if (leads.size() > 1) {
                found.add(Finding.of(
                        "two-leads",
                        Severity.WARNING,
                        m,
                        new Said(
                                "“" + m.label() + "”写了 " + leads.size() + " 个牵头单位：" + String.join("、", leads) + "。",
                                "\"" + m.label() + "\" names " + leads.size() + " leading units: "
                                        + String.join(", ", leads) + "."),
                        new Said("发布后分解时选定一个牵头，其余列为配合。", "Choose one to lead when assigning; the others support.")));
            }
            if (custom && leads.isEmpty()) {
                found.add(Finding.of(
                        "no-lead",
                        Severity.WARNING,
                        m,
                        new Said(
                                "“" + m.label() + "”没有写牵头单位，其他措施都写了。",
                                "\"" + m.label() + "\" names no leading unit, as other measures do."),
                        new Said("发布后请指定责任单位。", "Assign it by hand after publication.")));
            }
        }
        return found.stream();
    }
}
