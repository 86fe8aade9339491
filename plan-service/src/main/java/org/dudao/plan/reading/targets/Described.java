package org.dudao.plan.reading.targets;

import java.util.regex.Pattern;

/** A figure that only says who or what is meant, by what a reward or a punishment is reckoned, or how something is scored. */
final class Described {

    private static final Pattern SIZE = Pattern.compile(
            "^(?:教学班|班|床位)?(?:及)?(?:以上|以下|以内)的?[^,。()、]{0,8}?(?:就餐|就读|寄宿)?的?(?:乡镇|街道|学校|幼儿园|村|社区|班级|单位|县|区|园所|项目|考点|大班额|大班|超大班)|^(?:及)?(?:以上|以下|以内)的(?:要|须|应|可|配备?|设|按|由|必须|给予|予以|奖励|不|每|至少|均|一律)");

    /** Distances and ages are owed by nobody: 3公里以上的校车, 60岁以下教师. */
    private static final Pattern SPAN = Pattern.compile("^(?:及)?(?:以[上下内外]|之内|之外|范围|内|左右)?的?[\\u4e00-\\u9fff]");

    private static final Pattern SINGLED_OUT = Pattern.compile("\\d+%|的(?:予以|给予|要(?!求)|一律|单位)");

    /** 满意度低于80%的: what falls short, and what follows from it. */
    private static final Pattern SHORT_OF = Pattern.compile(
            "(?:(?<!不)(?<!不得)(?:低于|少于|不足|不满|未达到?|达不到|不到|没有达到)|(?:连续|累计|超过|满|达到?)(?=[^,]{0,8}$))[^,、]{0,6}$");

    private static final Pattern NOMINAL = Pattern.compile("^(?:以上|以下|及以上|及以下)?(?:[^,]{0,24})?的(?:[^,的]{0,12})?$");
    private static final Pattern SUBJECT = Pattern.compile("^(?:对于?|针对|凡是?|若|如果?|遇|经|因|未|一旦)");
    private static final Pattern CONSEQUENCE = Pattern.compile(
            "约谈|通报批评|问责|追责|追究|责令|取消|扣除|扣减|扣发|诫勉|处分|处罚|一票否决|严肃处理|限期|退出|不得评|不予|撤销|停止|暂停|列入黑名单|摘牌|降级|淘汰|末位");
    private static final Pattern LAST =
            Pattern.compile("(?:排名|位列|位居|名列|排位|成绩|考核|评估|测评|处于|列|居)[^,]{0,10}(?:后|末|倒数第?)$|倒数第?$");
    private static final Pattern SCORING = Pattern.compile(
            "(?:得|扣|加|计|记|赋|减|占|满分|基础分|总分|分值|权重)(?:为|共)?\\d+(?:\\.\\d+)?分(?!之|别)|得满分|不得分|扣完为止|按比例(?:得|扣|计)分|倒扣");
    private static final Pattern RECKONED = Pattern.compile("按照?(?:每[^,\\d]{1,4})?$");
    private static final Pattern RECKONING = Pattern.compile("^[^,]{0,6}(?:核拨|拨付|计算|折算|核定|补足|计发|发放|补助|奖励|收取)");
    /** 围绕五个方面15条措施: what is followed. */
    private static final Pattern FOLLOWED = Pattern.compile("^(?:紧紧|紧密)?(?:围绕|按照|对照|依据|根据|聚焦|紧扣|立足)[^,]{0,20}$");

    private static final Pattern FRAME =
            Pattern.compile("^[^,、的]{0,6}(?:措施|要求|任务|目标|重点|方面|指标|标准|内容|问题|环节|领域|意见|规定|要点)");

    private static final Pattern OF_A_THING = Pattern.compile("(?:[、和][^,的]{0,20})?的");
    private static final Pattern COSTS = Pattern.compile("(?:投资|投入|占地|面积|规模|造价|预算|规划|用地)[^,]{0,8}$");
    /** 7项指标达标率不低于95%: of how many things the share is. */
    private static final Pattern OF_WHICH = Pattern.compile("^[^,、\\d]{0,20}(?:率|比例|比重|满意度)[^,\\d]{0,12}\\d");

    private static final Pattern GIVEN = Pattern.compile("(?:安排|确定|下达|承担|在建|原有|下发|列入[^,]{0,10}|纳入[^,]{0,10})的$");
    private static final Pattern SCOPE = Pattern.compile("^[^,]{0,40}\\d[\\d.]*万?(?:所|个|名|家|人|项)[^,]{0,24}(?<![高初])中$");
    private static final Pattern ROLE =
            Pattern.compile("(?:充分|积极|切实|有效|进一步)?(?:发挥|依托|利用|借助|凭借|围绕|用好).{0,40}(?:作用|优势|平台|资源)?");

    private Described() {}

    static boolean isSo(Figure f, Clause clause) {
        String words = clause.matched();
        String before = FigureSense.before(f, clause);
        String after = words.substring(f.end());
        boolean describes = SINGLED_OUT.matcher(after).lookingAt()
                || (isSize(f) && bySize(after))
                || (isSpan(f) && SPAN.matcher(after).find())
                || (NOMINAL.matcher(after).find() && SHORT_OF.matcher(before).find())
                || LAST.matcher(before).find()
                || (FOLLOWED.matcher(before).find() && FRAME.matcher(after).find())
                || (!f.percent() && OF_WHICH.matcher(after).find())
                || (GIVEN.matcher(before).find() && !Deliverables.says(after))
                || ((f.money() || f.area())
                        && OF_A_THING.matcher(after).lookingAt()
                        && COSTS.matcher(before).find());
        boolean follows =
                (RECKONED.matcher(before).find() && RECKONING.matcher(after).find())
                        || SCORING.matcher(words).find()
                        || (CONSEQUENCE.matcher(after).find() && after.contains("的"));
        return describes
                || follows
                || isSubject(f, words)
                || SCOPE.matcher(words).find()
                || inRole(f, clause);
    }

    /** 300人以上就餐的学校. */
    static boolean bySize(String after) {
        return SIZE.matcher(after).find();
    }

    /** 12所以上学校 counts the schools themselves. */
    private static boolean isSize(Figure f) {
        return !f.percent() && !"所".equals(f.unit()) && !"家".equals(f.unit());
    }

    private static boolean isSpan(Figure f) {
        return "公里".equals(f.unit()) || "千米".equals(f.unit()) || "米".equals(f.unit());
    }

    /** 对10名以上家长反映的问题,…: whom it concerns; what is done stands in the next clause. */
    private static boolean isSubject(Figure f, String words) {
        return SUBJECT.matcher(words).lookingAt()
                && !Deliverables.says(words.substring(f.end()))
                && !words.contains("达到");
    }

    private static boolean inRole(Figure f, Clause clause) {
        return ROLE.matcher(clause.matched()).region(0, f.start()).lookingAt() && clause.says("作用|优势");
    }
}
