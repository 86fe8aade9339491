package org.dudao.plan.reading.targets;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a target says besides its figure.
 *
 * @param population whom it holds for, where not for all: 300人以上就餐的学校, 山区学校
 * @param baseline what a change is measured from
 * @param hold the level is there and must be kept (保持)
 * @param acceptedBy the outer body that says whether it is reached: 省级
 * @param startEvent what a number of days is counted from: 收到整改通知后
 * @param implied the value follows from the words (全覆盖, 零投诉) and is not printed
 * @param doubt why a person should look at the reading first
 */
public record Terms(
        @Nullable String population,
        @Nullable Baseline baseline,
        boolean hold,
        @Nullable String acceptedBy,
        @Nullable String startEvent,
        boolean implied,
        @Nullable Doubt doubt) {

    static final Terms NONE = new Terms(null, null, false, null, null, false, null);

    /** @param value the level it starts from, where it is printed: 由92%提高到95% */
    public record Baseline(String words, @Nullable BigDecimal value) {}

    /** The gravest first. */
    public enum Doubt {
        /** A numeral in words may belong to a name: 三个课堂. */
        PERHAPS_A_NAME,
        /** A ban may be a standing rule rather than this year's commitment. */
        PERHAPS_A_RULE,
        /** Several figures share one clause and nothing tells them apart. */
        FIGURES_TOGETHER,
        /** The date stands in another clause. */
        DATE_FROM_ELSEWHERE,
        /** The value is not printed. */
        VALUE_IMPLIED
    }

    Terms implies() {
        return new Terms(population, baseline, hold, acceptedBy, startEvent, true, doubt).doubted(Doubt.VALUE_IMPLIED);
    }

    Terms accepted(@Nullable String body) {
        return new Terms(population, baseline, hold, body, startEvent, implied, doubt);
    }

    Terms doubted(Doubt other) {
        boolean graver = doubt == null || other.compareTo(doubt) < 0;
        return new Terms(population, baseline, hold, acceptedBy, startEvent, implied, graver ? other : doubt);
    }
}
