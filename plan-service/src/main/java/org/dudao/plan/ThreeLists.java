package org.dudao.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dudao.plan.YearView.ChapterYear;
import org.dudao.plan.YearView.MeasureYear;
import org.dudao.plan.YearView.TargetYear;
import org.dudao.startup.Problem;
import org.jspecify.annotations.Nullable;

/** 三单 of one data set, so that they cannot contradict each other or the tree. */
public final class ThreeLists {

    private ThreeLists() {}

    public enum Name {
        /** 问题清单: what is late, behind or broken, the gravest first, each with what was said of it. */
        PROBLEMS,
        /** 责任清单: who answers for what, unit by unit; what nobody answers for comes first. */
        RESPONSIBILITIES,
        /** 任务清单: what is to be done, by its date. */
        TASKS;

        /** @throws Problem 404 when there is no such list */
        public static Name of(String name) {
            try {
                return valueOf(name.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw Problem.notFound("清单", name);
            }
        }
    }

    public record Listing(Name name, int total, List<Line> items) {}

    /** One line: where it stands in the plan, and the target. */
    public record Line(String chapter, String measure, TargetYear target) {}

    public static Listing of(YearView year, Name name) {
        Comparator<Line> byDate = Comparator.comparing(l -> l.target().dueOn());
        List<Line> items = switch (name) {
            case PROBLEMS ->
                lines(year)
                        .filter(l -> l.target().standing().isProblem())
                        .sorted(Comparator.comparing((Line l) -> l.target().standing())
                                .thenComparing(byDate))
                        .toList();
            case RESPONSIBILITIES ->
                lines(year)
                        .sorted(Comparator.comparing((Line l) -> unit(l.target().leadUnit()))
                                .thenComparing(byDate))
                        .toList();
            case TASKS -> lines(year).sorted(byDate).toList();
        };
        return new Listing(name, items.size(), items);
    }

    /** Every target in the plan's order. */
    public static List<Line> inOrder(YearView year) {
        return lines(year).toList();
    }

    private static String unit(@Nullable String name) {
        return name == null ? "" : name;
    }

    private static Stream<Line> lines(YearView year) {
        return year.chapters().stream().flatMap(c -> c.measures().stream().flatMap(m -> lines(c, m)));
    }

    private static Stream<Line> lines(ChapterYear c, MeasureYear m) {
        String chapter = c.number().isEmpty() ? c.title() : c.number() + "、" + c.title();
        return m.targets().stream().map(t -> new Line(chapter, m.number() + m.title(), t));
    }
}
