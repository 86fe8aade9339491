package org.dudao.plan.reading.targets;

import java.util.Set;
import java.util.regex.Pattern;

/** Whether a figure in a clause is something to be reached, or a fact, a name, a scope or a condition. */
final class FigureSense {

    private static final String BUILD =
            "新建|建成|改扩建|扩建|改建|建设|创建|培育|打造|新增|建立|选树|评选|培养|招聘|引进|聘任|聘请|遴选|认定|设立|组建|推出|评定|完成|选派|选送|成立|创评|开发|命名|表彰|增设|配备";

    private static final Pattern FROM = Pattern.compile("(?:由|从)[^,\\d]{0,16}$");
    private static final Pattern TO = Pattern.compile("^[^,\\d]{0,10}(?:至|到|为)");
    private static final Pattern LAST_YEARS = Pattern.compile("(?:去年|上一?年度?|上一?学年|现有|原有)[^,\\d]{0,8}$");
    private static final Pattern BASE = Pattern.compile("^的?(?:基础|水平)");
    private static final Pattern DENOMINATOR = Pattern.compile("每(?:隔|满|间隔|低|高|少|多|缺|漏|增加|减少|提高|下降|降低)?$");
    private static final Pattern SPAN_OWED =
            Pattern.compile("(?:年限|教龄|工龄|服务期|分别)[^,]{0,12}(?:达到?|提高[到至]|提升[到至]|不少于|不低于|至少|满)[^,]{0,40}$");
    private static final Pattern AROUND_THE_CLOCK = Pattern.compile("^24小时");
    private static final Pattern NAMED_AFTER =
            Pattern.compile("^(?:制|型|级|类(?:别)?|学校(?:园)?长|版|式|化|联创|联评|课堂|管理|责任|行动|工程|计划|机制|体系|办法|要求|指标)");

    private static final Pattern SCORED = Pattern.compile("(?:得分|分数|均分|满意度|评分|成绩|达到?|不低于)[^,]{0,6}$");
    private static final Pattern TIME_OWED = Pattern.compile("(?:不少于|不低于|至少|不超过|控制在|达到?|每[天日周晚]).{0,12}$");
    private static final Pattern BOUNDED = Pattern.compile("(?:至少|不少于|不低于|不超过|最少|达到?)[^,、]{0,10}$");
    private static final Pattern AGAIN = Pattern.compile("[新再每]$");
    private static final Pattern BUILT = Pattern.compile("(?:" + BUILD + "|实施|落实)[^,]{0,6}$");
    private static final Pattern BUILT_JUST = Pattern.compile("(?:" + BUILD + ")[^,、]{0,8}$");
    private static final Pattern FURTHERED = Pattern.compile("(?:" + BUILD + "|支持|扶持|办好|争创|申报|保留|撤并|启动)[^,]{0,20}$");
    private static final Set<String> TIMES = Set.of("次", "场", "堂");
    private static final Set<String> COUNTED_OUT = Set.of("所", "名", "家", "座", "人", "人次", "个", "间", "支");
    private static final int NEAR = 64;

    private FigureSense() {}

    /** In a summary: whether the figure says what was reached. */
    static boolean isOutcome(Figure f, Clause clause) {
        String before = before(f, clause);
        String after = clause.matched().substring(f.end());
        return f.value() != null
                && !startsFrom(before, after)
                && !DENOMINATOR.matcher(before).find()
                && !Described.bySize(after)
                && (f.arabic() ? arabic(f, before, after) : chinese(f, before, after, clause));
    }

    static boolean isCommitment(Figure f, Clause clause) {
        String before = before(f, clause);
        String after = clause.matched().substring(f.end());
        if (startsFrom(before, after) || DENOMINATOR.matcher(before).find() || Described.isSo(f, clause)) {
            return false;
        }
        if (AROUND_THE_CLOCK
                .matcher(clause.matched())
                .region(f.start(), clause.matched().length())
                .lookingAt()) {
            return false;
        }
        return f.arabic() ? arabic(f, before, after) : chinese(f, before, after, clause);
    }

    /** What stands near before a figure; what is farther away says nothing of it, and a long clause costs no more for it. */
    static String before(Figure f, Clause clause) {
        return clause.matched().substring(Math.max(0, f.start() - NEAR), f.start());
    }

    private static boolean startsFrom(String before, String after) {
        return (FROM.matcher(before).find() && TO.matcher(after).find())
                || (LAST_YEARS.matcher(before).find() && BASE.matcher(after).find());
    }

    private static boolean arabic(Figure f, String before, String after) {
        return switch (String.valueOf(f.unit())) {
            case "分" -> SCORED.matcher(before).find() && !before.endsWith("(");
            case "年" -> SPAN_OWED.matcher(before).find();
            case "小时", "分钟", "周", "天" -> TIME_OWED.matcher(before).find() || after.startsWith("以上");
            case "项", "个" ->
                !NAMED_AFTER.matcher(after).find() || BUILT.matcher(before).find();
            default -> true;
        };
    }

    /** A Chinese numeral mostly belongs to a name (五项管理, 三个课堂); a figure is one that is counted out. */
    private static boolean chinese(Figure f, String before, String after, Clause clause) {
        if (AGAIN.matcher(before).find() || after.startsWith("性") || after.startsWith("体化")) {
            return false;
        }
        boolean counted =
                BOUNDED.matcher(before).find() || Recurrence.in(before).isPresent();
        String unit = String.valueOf(f.unit());
        if (TIMES.contains(unit)) {
            return counted || (!after.startsWith("又") && clause.says("开展|举办|组织|进行|召开|举行"));
        }
        if (counted) {
            return !unit.equals("个") || !after.startsWith("月");
        }
        boolean several = f.value() != null && f.value().intValue() >= 2;
        return several
                && COUNTED_OUT.contains(unit)
                && (BUILT_JUST.matcher(before).find()
                        || (!unit.equals("个") && FURTHERED.matcher(before).find()))
                && !NAMED_AFTER.matcher(after).find();
    }
}
