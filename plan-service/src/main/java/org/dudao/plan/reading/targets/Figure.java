package org.dudao.plan.reading.targets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dudao.plan.reading.wording.Numerals;
import org.dudao.plan.reading.wording.Units;
import org.jspecify.annotations.Nullable;

/** A number with its unit in a clause: 165所, 2-3所, 百分之九十, 1.1万平方米, 至少一次, 1:15. */
record Figure(
        int start,
        int end,
        @Nullable BigDecimal value,
        @Nullable BigDecimal upper,
        @Nullable String unit,
        boolean arabic) {

    /** A clause with more figures is no sentence; they are not looked at, so that no text can make reading slow. */
    private static final int MOST = 30;

    private static final String TO = "\\s*(?:-|~|至|到)\\s*";

    private static final Pattern ARABIC = Pattern.compile("(?<![\\d.A-Za-z+·□第:])(" + Numerals.ARABIC + ")(?:" + TO
            + "(" + Numerals.ARABIC + "))?\\s*(万|亿)?(余|多)?\\s*(" + Units.ANY + ")(?![+])");
    private static final Pattern SHARE = Pattern.compile(
            "(百|千|[二三四五六七八九十])分之(" + Numerals.CHINESE + "(?:点[〇零一二三四五六七八九]+)?|" + Numerals.ARABIC + ")");
    private static final Pattern TENTHS = Pattern.compile("(?<![十百千万第])([一二三四五六七八九])成(?=以上|左右|的|学校|教师|$|[,、])");
    private static final Pattern HALF = Pattern.compile("(?:半数|一半|过半)(?=以上|的|[^,]{0,6}$)");
    private static final Pattern CHINESE = Pattern.compile("(?<![第" + "〇零一二两三四五六七八九十百千□])(" + Numerals.CHINESE
            + ")(人次|场次|名|所|家|座|次|场|人|个(?!月|学期|小时|星期|工作日|百分点)|套|项|堂|节|篇|小时|期|条|间|处|支|轮)");
    /** 差异系数不高于0.45: a coefficient has no unit. */
    private static final Pattern COEFFICIENT =
            Pattern.compile("(?:不高于|不低于|不超过|小于|低于|高于|控制在|保持在|达到?|降至|降到)\\s*(\\d\\.\\d{1,4})(?=以[下内上]|$|[,、和(])");

    private static final Pattern RATIO = Pattern.compile("(?<![\\d:])(\\d+(?:\\.\\d+)?):(\\d+(?:\\.\\d+)?)(?![\\d:%])");

    static List<Figure> in(String clause) {
        List<Figure> all = new ArrayList<>();
        arabic(clause, all);
        shares(clause, all);
        Matcher chinese = CHINESE.matcher(clause);
        while (chinese.find()) {
            Numerals.parse(chinese.group(1))
                    .ifPresent(n -> all.add(new Figure(
                            chinese.start(), chinese.end(), BigDecimal.valueOf(n), null, chinese.group(2), false)));
        }
        Matcher coefficient = COEFFICIENT.matcher(clause);
        while (clause.contains("系数") && coefficient.find()) {
            all.add(new Figure(
                    coefficient.start(1),
                    coefficient.end(1),
                    plain(new BigDecimal(coefficient.group(1))),
                    null,
                    null,
                    true));
        }
        Matcher ratio = RATIO.matcher(clause);
        while (ratio.find() && clause.contains("比")) {
            all.add(new Figure(ratio.start(), ratio.end(), null, null, "比", true));
        }
        all.sort(Comparator.comparingInt(Figure::start));
        return all.size() <= MOST ? all : all.subList(0, MOST);
    }

    /** 百分之九十, 三分之二, 七成, 半数: as per cent, to one decimal where it does not come out even. */
    private static void shares(String clause, List<Figure> all) {
        Matcher share = SHARE.matcher(clause);
        while (share.find()) {
            BigDecimal percent = Numerals.value(share.group(2))
                    .multiply(BigDecimal.valueOf(100))
                    .divide(Numerals.value(share.group(1)), 1, RoundingMode.HALF_UP);
            all.add(new Figure(share.start(), share.end(), plain(percent), null, "%", true));
        }
        Matcher tenths = TENTHS.matcher(clause);
        while (tenths.find()) {
            BigDecimal percent = Numerals.value(tenths.group(1)).multiply(BigDecimal.TEN);
            all.add(new Figure(tenths.start(), tenths.end(), plain(percent), null, "%", true));
        }
        Matcher half = HALF.matcher(clause);
        while (half.find()) {
            all.add(new Figure(half.start(), half.end(), BigDecimal.valueOf(50), null, "%", true));
        }
    }

    private static void arabic(String clause, List<Figure> all) {
        Matcher m = ARABIC.matcher(clause);
        while (m.find()) {
            String unit = m.group(5);
            String scale = m.group(3);
            boolean money = unit.endsWith("元");
            if (scale != null && money) {
                unit = scale + unit;
            }
            BigDecimal by =
                    money || scale == null ? BigDecimal.ONE : new BigDecimal(scale.equals("万") ? "10000" : "100000000");
            BigDecimal upper = Optional.ofNullable(m.group(2))
                    .map(s -> plain(Numerals.value(s).multiply(by)))
                    .orElse(null);
            all.add(new Figure(
                    m.start(), m.end(), plain(Numerals.value(m.group(1)).multiply(by)), upper, unit, true));
        }
        parallel(clause, all);
    }

    /** In 90%、96%、85% each has its unit; in 10、20和30所 the last lends it to those before. */
    private static void parallel(String clause, List<Figure> all) {
        if (!clause.contains("分别")) {
            return;
        }
        Matcher m = Pattern.compile("(?<![\\d.])(" + Numerals.ARABIC + ")(?=[、和](?:" + Numerals.ARABIC + "[、和])*"
                        + Numerals.ARABIC + "\\s*(" + Units.ANY + "))")
                .matcher(clause);
        while (m.find()) {
            all.add(new Figure(m.start(), m.end(), Numerals.value(m.group(1)), null, m.group(2), true));
        }
    }

    private static BigDecimal plain(BigDecimal n) {
        BigDecimal stripped = n.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    boolean percent() {
        return unit != null && (unit.equals("%") || unit.equals("‰") || unit.endsWith("百分点"));
    }

    boolean money() {
        return unit != null && unit.endsWith("元");
    }

    boolean area() {
        return unit != null && (unit.startsWith("平方") || unit.equals("亩") || unit.equals("公顷") || unit.equals("㎡"));
    }
}
