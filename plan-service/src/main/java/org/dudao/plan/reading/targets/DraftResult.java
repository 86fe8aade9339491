package org.dudao.plan.reading.targets;

import java.math.BigDecimal;
import java.util.List;
import org.dudao.plan.reading.targets.DraftTarget.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a summary says was reached: 建成3所, 达到91.81%.
 *
 * @param start where the quote begins in the text
 * @param indicator what it is about: what a target of the next year is paired with
 * @param kind count, percent, money or area; CHANGE where only a change is told (同比增长5%)
 * @param due the day it was reached by, where the text names one
 * @param comparisons with what was planned and with the year before
 */
public record DraftResult(
        String quote,
        int start,
        int end,
        String indicator,
        Kind kind,
        @Nullable BigDecimal value,
        @Nullable String unit,
        boolean approx,
        @Nullable Due due,
        List<Comparison> comparisons) {

    /** @param value negative where the result fell or fell short */
    public record Comparison(With with, BigDecimal value, String unit, String words) {}

    public enum With {
        /** 完成率127.1%: the share of the plan that was done. */
        PLAN_SHARE,
        /** 超额完成20%, 高于目标1.8个百分点: by how much the plan was exceeded. */
        PLAN_EXCESS,
        /** 同比提升11.56个百分点: against the year before. */
        YEAR_BEFORE,
        /** 高于全省平均水平2个百分点: against the average of those around. */
        AVERAGE
    }
}
