package org.dudao.plan.comparing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.contracts.WorkCalendar;
import org.dudao.plan.Baselines;
import org.dudao.plan.Comparison;
import org.dudao.plan.Comparison.Pair;
import org.dudao.plan.Finding;
import org.dudao.plan.Finding.Said;
import org.dudao.plan.Finding.Severity;
import org.dudao.plan.HealthRule;
import org.dudao.plan.LastResult;
import org.dudao.plan.Plan;
import org.dudao.plan.Sanity;
import org.dudao.plan.Target;

/** U3: what last year met already, does better, or counts in another unit; both sentences are quoted. */
@ApplicationScoped
public class TargetsBesideLastYear implements HealthRule {

    private final Baselines baselines;

    public TargetsBesideLastYear(Baselines baselines) {
        this.baselines = baselines;
    }

    @Override
    public Stream<Finding> findings(Plan plan, WorkCalendar calendar) {
        Map<UUID, Target> binding = HealthRule.binding(plan).collect(Collectors.toMap(Target::id, Function.identity()));
        Comparison comparison = Comparison.of(plan, baselines.results(plan.id()), baselines.decided(plan.id()));
        return comparison.lines().stream().flatMap(pair -> {
            Target target = binding.get(pair.targetId());
            LastResult last = pair.last();
            return target == null || last == null
                    ? Stream.empty()
                    : pair.findings().stream().map(finding -> finding(target, pair, last, finding));
        });
    }

    private static Finding finding(Target target, Pair pair, LastResult last, Sanity finding) {
        Said said = said(finding);
        Said words = new Said(
                said.zh() + "今年：“" + pair.quote() + "”；去年：“" + last.quote() + "”。",
                said.en() + " This year: “" + pair.quote() + "”; last year: “" + last.quote() + "”.");
        return Finding.of(code(finding), Severity.WARNING, target, words, cure(finding));
    }

    private static String code(Sanity finding) {
        return switch (finding) {
            case MET_ALREADY -> "met-already";
            case BELOW_LAST_YEAR -> "below-last-year";
            case WEAKER_CHANGE -> "weaker-than-last-year";
            case UNIT_SLIP -> "unit-slip";
        };
    }

    private static Said said(Sanity finding) {
        return switch (finding) {
            case MET_ALREADY -> new Said("去年已经达到这个目标。", "Last year reached this target already.");
            case BELOW_LAST_YEAR -> new Said("要保持的水平低于去年实际。", "The level to keep lies below last year's.");
            case WEAKER_CHANGE -> new Said("要求的变化小于去年实际变化。", "The change asked for is smaller than last year's.");
            case UNIT_SLIP ->
                new Said("与去年相差千倍，或单位不同，可能写错了单位。", "A thousandfold of last year, or another unit: it may be a slip.");
        };
    }

    private static Said cure(Sanity finding) {
        return finding == Sanity.UNIT_SLIP
                ? new Said("请核对数值和单位。", "Check the figure and its unit.")
                : new Said("请确认是否提高目标。", "Decide whether to ask for more.");
    }
}
