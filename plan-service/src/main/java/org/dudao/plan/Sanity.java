package org.dudao.plan;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.dudao.contracts.Comparator;
import org.jspecify.annotations.Nullable;

/** What an office wants to see before it prints (U3): a target beside the result that it would have to better. */
public enum Sanity {
    /** Last year reached it already. */
    MET_ALREADY,
    /** It keeps a level that lies below the one that is there. */
    BELOW_LAST_YEAR,
    /** It asks for a smaller change than last year made. */
    WEAKER_CHANGE,
    /** A thousand times more or less than last year in the same unit, or per cent where the other has points. */
    UNIT_SLIP;

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    public static Set<Sanity> of(Target target, LastResult last) {
        EnumSet<Sanity> found = EnumSet.noneOf(Sanity.class);
        BigDecimal asked = target.value();
        if (asked == null || asked.signum() == 0) {
            return found;
        }
        boolean change = target.comparator() == Comparator.UP || target.comparator() == Comparator.DOWN;
        if (change) {
            changes(found, target, asked, last);
            return found;
        }
        BigDecimal reached = last.value();
        if (reached == null || reached.signum() == 0 || !sameUnit(target.unit(), last.unit())) {
            if (reached != null
                    && isPoints(target.unit()) != isPoints(last.unit())
                    && isShare(target.unit())
                    && isShare(last.unit())) {
                found.add(UNIT_SLIP);
            }
            return found;
        }
        BigDecimal larger = asked.max(reached);
        BigDecimal smaller = asked.min(reached);
        if (larger.compareTo(smaller.multiply(THOUSAND)) >= 0) {
            found.add(UNIT_SLIP);
        } else if (atLeast(target.comparator()) && reached.compareTo(asked) >= 0) {
            boolean keeps = target.commitment().terms().hold();
            if (!keeps) {
                found.add(MET_ALREADY);
            } else if (reached.compareTo(asked) > 0) {
                found.add(BELOW_LAST_YEAR);
            }
        }
        return found;
    }

    private static void changes(Set<Sanity> found, Target target, BigDecimal asked, LastResult last) {
        BigDecimal made = last.change();
        if (made == null) {
            return;
        }
        boolean same = (target.comparator() == Comparator.DOWN) == (made.signum() < 0);
        if (isPoints(target.unit()) != isPoints(last.changeUnit())) {
            found.add(UNIT_SLIP);
        } else if (same && made.abs().compareTo(asked) > 0) {
            found.add(WEAKER_CHANGE);
        }
    }

    private static boolean atLeast(Comparator comparator) {
        return switch (comparator) {
            case EQ, GE, GT -> true;
            case LE, LT, UP, DOWN, DONE -> false;
        };
    }

    private static boolean sameUnit(@Nullable String one, @Nullable String other) {
        return one != null && one.equals(other);
    }

    private static boolean isPoints(@Nullable String unit) {
        return unit != null && unit.contains("百分点");
    }

    private static boolean isShare(@Nullable String unit) {
        return unit != null && (unit.equals("%") || isPoints(unit));
    }
}
