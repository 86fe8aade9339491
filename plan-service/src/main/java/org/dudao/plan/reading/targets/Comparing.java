package org.dudao.plan.reading.targets;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.dudao.contracts.Comparator;

/** The words around a figure that say how it is held: 不少于, 以上, 控制在…以内, 下降…, 提高到…. */
final class Comparing {

    private static final Pattern DOWN =
            Pattern.compile("(?:下降|降低|减少|压减|压缩|缩减|精简|精减|下调|削减|降幅|减)(?:率|幅度?|比例)?(?:了|约|不少于|不低于|超过|至少|达到?|在)?\\s*$");
    private static final Pattern UP =
            Pattern.compile("(?:提高|提升|增长|增加|上升|增幅|递增|扩大|上浮|晋升|前移|晋位)(?:率|幅度?|比例)?(?:了|约|不少于|不低于|超过|至少|达到?|在)?\\s*$");
    private static final Pattern NOT_MORE = Pattern.compile(
            "(?:不超过|不高于|不多于|不大于|不突破|不得(?:超过|突破|高于|大于|多于)|(?:严禁|不准|不能|不可)(?:超过|突破|高于)|控制[在为]|压减到|压减至|降至|降到|降低到|减少到|降低至|减少至|下降到|下降至)[^,、]{0,6}$");
    private static final Pattern NOT_LESS = Pattern.compile("(?:不少于|不低于|不小于|不得少于|不得低于|至少|最少|最低)[^,、]{0,12}$");
    private static final Pattern MORE = Pattern.compile("(?<!不)(?<!不得)(?:超过|突破|高于|大于|多于|超)\\s*$");
    private static final Pattern LESS = Pattern.compile("(?<!不)(?<!不得)(?:低于|少于|小于)\\s*$");
    private static final Pattern REACH =
            Pattern.compile("(?:达到|达|提高到|提高至|提升到|提升至|增加到|增至|不断?提高到|上升到|增长到|保持在?|稳定在|巩固在)[^,、%]{0,16}$");

    private static final Pattern AT_MOST = Pattern.compile("(?:及)?(?:以下|以内|之内|内)(?!的?(?:乡镇|学校))");
    private static final Pattern AT_LEAST = Pattern.compile("(?:及)?(?:以上|起)");
    private static final Pattern COMPARED =
            Pattern.compile("(?:比|较|在)?(?:上一?年度?|去年|上学年)(?:的|同期)?(?:基础上|水平)?.{0,8}(?:下降|减少|降低|提高|提升|增加|增长|压减|精简)");

    private Comparing() {}

    static Comparator of(Figure f, Clause clause) {
        String before = FigureSense.before(f, clause);
        String after = clause.matched().substring(f.end());
        if ("比".equals(f.unit())) {
            return Comparator.EQ;
        }
        if (NOT_MORE.matcher(before).find() || AT_MOST.matcher(after).lookingAt()) {
            return Comparator.LE;
        }
        boolean changes = f.percent()
                || "倍".equals(f.unit())
                || String.valueOf(f.unit()).endsWith("位次")
                || ("位".equals(f.unit()) && clause.says("排名|名次|位次|排位"))
                || compared(clause.matched());
        if (DOWN.matcher(before).find()) {
            return Comparator.DOWN;
        }
        if (changes && UP.matcher(before).find()) {
            return Comparator.UP;
        }
        if (LESS.matcher(before).find()) {
            return Comparator.LT;
        }
        if (MORE.matcher(before).find()) {
            return Comparator.GT;
        }
        boolean full = f.percent() && f.value() != null && f.value().compareTo(BigDecimal.valueOf(100)) == 0;
        if (!full
                && (AT_LEAST.matcher(after).lookingAt()
                        || NOT_LESS.matcher(before).find()
                        || REACH.matcher(before).find())) {
            return Comparator.GE;
        }
        return Comparator.EQ;
    }

    /** Against an earlier year. */
    static boolean compared(String clause) {
        return COMPARED.matcher(clause).find();
    }
}
