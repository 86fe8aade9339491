package org.dudao.task.committing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one unit answers for under one plan. */
record Letter(
        String planTitle,
        int year,
        String bureau,
        String unit,
        @Nullable String leader,
        @Nullable String contact,
        List<Duty> duties) {

    /** @param leadUnit who leads it, when the unit supports */
    record Duty(
            String task,
            @Nullable BigDecimal target,
            @Nullable BigDecimal upTo,
            String comparator,
            @Nullable String valueUnit,
            LocalDate dueOn,
            boolean share,
            boolean leads,
            String leadUnit) {

        String figure() {
            if (target == null) {
                return "完成";
            }
            String unit = valueUnit == null ? "" : valueUnit;
            String figure = target.stripTrailingZeros().toPlainString();
            return upTo == null
                    ? words() + figure + unit
                    : figure + "至" + upTo.stripTrailingZeros().toPlainString() + unit;
        }

        private String words() {
            return switch (comparator) {
                case "GE" -> "不少于";
                case "LE" -> "不超过";
                case "GT" -> "多于";
                case "LT" -> "少于";
                case "UP" -> "提高";
                case "DOWN" -> "下降";
                default -> "";
            };
        }

        String role() {
            return leads ? share ? "承担份额" : "牵头" : "配合（牵头：" + leadUnit + "）";
        }
    }
}
