package org.dudao.plan.reading.targets;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dudao.contracts.Comparator;
import org.dudao.plan.reading.targets.DraftTarget.Kind;

/** What is done once in each period without a number saying so: 每月通报, 月报告制度. */
final class Periods {

    private static final Pattern REPORT = Pattern.compile("(周|月|季)(?:度)?(?:报告|通报|调度|研判|例会|会商)制度");
    /** 一周一调度、半月一通报. */
    private static final Pattern EACH = Pattern.compile(
            "(?:半月|[一两双](?:日|周|月|季度?|学期|年))一(?:次|调度|通报|排名|检查|督查|会商|研判|小结|总结|汇报|报告|评比|考核|督导|巡查|公示|主题|例会|调研|评估|复核|研究|测评|检测|测试|反馈|分析|走访|家访|演练|报|评|会|查)");

    private static final Pattern ACT = Pattern.compile("开展|组织|召开|举办|进行|通报|报告|检查|排查|调度|安排|研究|听取|公布|报送|演练|培训|家访|走访");

    private Periods() {}

    static List<Promise> in(Clause clause) {
        Matcher report = REPORT.matcher(clause.matched());
        if (report.find()) {
            return List.of(once(
                    clause,
                    switch (report.group(1)) {
                        case "周" -> Recurrence.PER_WEEK;
                        case "月" -> Recurrence.PER_MONTH;
                        default -> Recurrence.PER_QUARTER;
                    }));
        }
        List<Promise> each = EACH.matcher(clause.matched())
                .results()
                .flatMap(m -> Recurrence.in(m.group()).stream())
                .map(period -> once(clause, period.recurrence()))
                .toList();
        if (!each.isEmpty()) {
            return each;
        }
        return Recurrence.in(clause.matched())
                .filter(period -> ACT.matcher(clause.matched())
                        .region(period.end(), clause.matched().length())
                        .find())
                .map(period -> once(clause, period.recurrence()))
                .stream()
                .toList();
    }

    private static Promise once(Clause clause, Recurrence each) {
        return Promise.whole(
                clause, Kind.FREQUENCY, Comparator.EQ, BigDecimal.ONE, "次", each, false, Terms.NONE.implies());
    }
}
