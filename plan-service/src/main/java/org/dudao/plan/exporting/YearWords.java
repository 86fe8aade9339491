package org.dudao.plan.exporting;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.plan.Form;
import org.dudao.plan.Standing;
import org.dudao.plan.ThreeLists;
import org.dudao.plan.ThreeLists.Line;
import org.dudao.plan.YearView.TargetYear;
import org.jspecify.annotations.Nullable;

/** A year in the words of an office: what the exports print is Chinese, as the documents they go into are. */
final class YearWords {

    private YearWords() {}

    /** @param text of a line, empty where there is nothing to say */
    record Column(String title, int width, Function<Line, Object> text) {}

    private static final Column WHAT = new Column("目标", 46, l -> l.target().quote());
    private static final Column MEASURE = new Column("举措", 30, Line::measure);
    private static final Column CHAPTER = new Column("章节", 24, Line::chapter);
    private static final Column KEY = new Column("重点工作", 10, l -> l.target().key() ? "是" : "");
    private static final Column STANDING = new Column("状态", 14, l -> standing(l.target()));
    private static final Column ASKED = new Column("目标值", 14, l -> asked(l.target()));
    private static final Column REACHED = new Column("已达到", 14, l -> reached(l.target()));
    private static final Column RATE =
            new Column("完成率（%）", 12, l -> or(l.target().rate()));
    private static final Column SURPLUS =
            new Column("超额", 10, l -> or(l.target().surplus()));
    private static final Column UNIT = new Column("牵头单位", 18, l -> or(l.target().leadUnit()));
    private static final Column SUPPORTING =
            new Column("配合单位", 24, l -> String.join("、", l.target().supportingUnits()));
    private static final Column LEADER =
            new Column("责任领导", 10, l -> or(l.target().leader()));
    private static final Column PERSON =
            new Column("责任人", 10, l -> or(l.target().person()));
    private static final Column DUE = new Column("期限", 14, l -> due(l.target()));
    private static final Column CAUSE =
            new Column("原因与进展", 40, l -> or(l.target().cause()));

    static final List<Column> TREE = List.of(
            CHAPTER, MEASURE, WHAT, KEY, STANDING, ASKED, REACHED, RATE, SURPLUS, UNIT, LEADER, PERSON, DUE, CAUSE);

    static List<Column> columns(ThreeLists.Name list) {
        return switch (list) {
            case PROBLEMS -> List.of(WHAT, STANDING, UNIT, LEADER, DUE, CAUSE);
            case RESPONSIBILITIES -> List.of(UNIT, WHAT, SUPPORTING, LEADER, PERSON, DUE);
            case TASKS -> List.of(WHAT, ASKED, REACHED, STANDING, UNIT, DUE);
        };
    }

    static String name(ThreeLists.Name list) {
        return switch (list) {
            case PROBLEMS -> "问题清单";
            case RESPONSIBILITIES -> "责任清单";
            case TASKS -> "任务清单";
        };
    }

    static String standing(TargetYear t) {
        return t.daysLate() > 0 ? "逾期" + t.daysLate() + "天" : standing(t.standing());
    }

    static String standing(Standing standing) {
        return switch (standing) {
            case OVERDUE -> "逾期";
            case BROKEN -> "已突破";
            case SHORT -> "办结未达标";
            case BEHIND -> "滞后";
            case DUE_SOON -> "临期";
            case TO_VERIFY -> "待核验";
            case ON_LINE -> "正常推进";
            case NOT_STARTED -> "未开始";
            case UNASSIGNED -> "待分解";
            case SUSPENDED -> "已挂起";
            case ENDED -> "已终止";
            case ATTAINED -> "已完成";
        };
    }

    static String asked(TargetYear t) {
        BigDecimal upper = t.upper();
        return t.value() == null
                ? ""
                : plain(t.value()) + (upper == null ? "" : "–" + plain(upper)) + (t.unit() == null ? "" : t.unit());
    }

    static String reached(TargetYear t) {
        if (t.whole() == Form.Whole.EVERY && t.unitsAsked() > 0) {
            return t.unitsReached() + "/" + t.unitsAsked() + "个单位";
        }
        return t.reached() == null ? "" : plain(t.reached()) + (t.unit() == null ? "" : t.unit());
    }

    private static String due(TargetYear t) {
        return t.dueOn() + (t.movedFrom() == null ? "" : "（原定" + t.movedFrom() + "）");
    }

    /** One paragraph that says how a target stands. */
    static String sentence(TargetYear t) {
        return Stream.of(
                        t.quote().strip().replaceAll("[。；，]+$", ""),
                        reached(t).isEmpty() ? "" : "已达到" + reached(t),
                        t.rate() == null ? "" : "完成率" + plain(t.rate()) + "%",
                        t.surplus() == null ? "" : "超额" + plain(t.surplus()) + (t.unit() == null ? "" : t.unit()),
                        standing(t),
                        t.leadUnit() == null ? "尚无责任单位" : "牵头单位：" + t.leadUnit())
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining("，", "", "。"));
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static Object or(@Nullable Object value) {
        return value == null ? "" : value;
    }
}
