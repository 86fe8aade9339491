package org.dudao.plan.comparing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dudao.plan.Likeness;
import org.dudao.plan.Target;
import org.dudao.plan.comparing.FormerTargets.Former;
import org.dudao.plan.comparing.TargetOverYears.OneYear;
import org.jspecify.annotations.Nullable;

/** Finds one target in the plans of former years by its name and unit: the likest of each year, where it is like enough. */
final class FollowThroughYears {

    /** Below this, two indicators share words but hardly the thing. */
    private static final double LEAST = 0.75;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private FollowThroughYears() {}

    static TargetOverYears of(Target target, int planYear, List<Former> known) {
        Map<Integer, OneYear> years = new TreeMap<>(Comparator.reverseOrder());
        known.stream()
                .filter(f -> f.targetId().equals(target.id()) || like(target, f) >= LEAST)
                .sorted(Comparator.comparingDouble(
                        (Former f) -> f.targetId().equals(target.id()) ? -2 : -like(target, f)))
                .forEach(f -> years.putIfAbsent(f.year(), year(f)));
        // What a summary says of a year fills in where no plan of that year is kept, or nothing was reported for it.
        known.stream()
                .filter(f -> f.last() != null && chosen(years.get(f.year()), f))
                .forEach(f -> years.merge(f.year() - 1, told(f), FollowThroughYears::withResult));
        return new TargetOverYears(target.unit(), inARow(planYear, years), List.copyOf(years.values()));
    }

    private static boolean chosen(@Nullable OneYear year, Former f) {
        return year != null && f.targetId().equals(year.targetId());
    }

    private static double like(Target target, Former former) {
        return Likeness.of(target.indicator(), former.indicator()).degree();
    }

    private static OneYear year(Former f) {
        return new OneYear(
                f.year(),
                f.planId(),
                f.targetId(),
                f.quote(),
                f.asked(),
                f.reached(),
                rate(f.asked(), f.reached()),
                f.attained());
    }

    private static OneYear told(Former f) {
        return new OneYear(
                f.year() - 1, null, null, f.lastQuote() == null ? "" : f.lastQuote(), null, f.last(), null, false);
    }

    private static OneYear withResult(OneYear planned, OneYear told) {
        return planned.reached() != null
                ? planned
                : new OneYear(
                        planned.year(),
                        planned.planId(),
                        planned.targetId(),
                        planned.quote(),
                        planned.asked(),
                        told.reached(),
                        rate(planned.asked(), told.reached()),
                        planned.attained());
    }

    private static @Nullable BigDecimal rate(@Nullable BigDecimal asked, @Nullable BigDecimal reached) {
        return asked == null || reached == null || asked.signum() == 0
                ? null
                : reached.multiply(HUNDRED).divide(asked, 1, RoundingMode.HALF_UP);
    }

    private static int inARow(int planYear, Map<Integer, OneYear> years) {
        int year = planYear - 1;
        while (years.get(year) instanceof OneYear one && one.attained()) {
            year--;
        }
        return planYear - 1 - year;
    }
}
