package org.dudao.plan.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.dudao.contracts.WorkCalendar;
import org.dudao.plan.Finding;
import org.dudao.plan.Finding.Said;
import org.dudao.plan.Finding.Severity;
import org.dudao.plan.HealthRule;
import org.dudao.plan.Measure;
import org.dudao.plan.Plan;
import org.dudao.plan.Review;
import org.dudao.plan.reading.targets.VagueWords;

/** A measure that nobody could ever check: nothing of it becomes a task. */
@ApplicationScoped
public class MeasuresWithoutTarget implements HealthRule {

    private static final Said CURE = new Said(
            "在原文中选出可考核的词句添加为目标，或确认这一条不需要考核。",
            "Mark the words that can be checked and add them, or make sure that nothing here is to be checked.");

    @Override
    public Stream<Finding> findings(Plan plan, WorkCalendar calendar) {
        return plan.chapters().stream()
                .flatMap(c -> c.measures().stream())
                .filter(m -> m.targets().stream().allMatch(t -> t.review() == Review.REJECTED))
                .map(MeasuresWithoutTarget::finding);
    }

    private static Finding finding(Measure measure) {
        List<VagueWords.Found> vague = VagueWords.in(measure.body());
        if (!vague.isEmpty()) {
            String words = vague.getFirst().words();
            return Finding.of(
                    "vague-words",
                    Severity.WARNING,
                    measure,
                    new Said(
                            "“" + measure.label() + "”没有目标，只有“" + words + "”这类无法考核的词。",
                            "\"" + measure.label() + "\" has no target, only words like " + words
                                    + " that nobody can check."),
                    CURE);
        }
        return Finding.of(
                "measure-without-target",
                Severity.WARNING,
                measure,
                new Said("“" + measure.label() + "”没有目标。", "\"" + measure.label() + "\" has no target."),
                CURE);
    }
}
