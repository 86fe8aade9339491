package org.dudao.plan.reading.targets;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dudao.plan.reading.targets.Terms.Baseline;
import org.dudao.plan.reading.wording.Numerals;
import org.jspecify.annotations.Nullable;

/** The words of a clause that say whom a target holds for, from where it is measured, who accepts it. */
final class TermWords {

    private static final String PLACES = "(?:乡镇|街道|学校|幼儿园|中小学校?|小学|初中|高中|中职|村|社区|班级|单位|县|区|园所|校区|食堂|项目|考点)";

    private static final Pattern SIZE = Pattern.compile(
            "[^,、();]{0,8}?\\d[\\d.]{0,8}万?(?:余|多)?(?:名|人|个|所|班|平方米|公里)(?:学生|师生|人口)?(?:及)?以[上下内]的?[^,。()、;]{0,10}?的?"
                    + PLACES);
    private static final Pattern CONDITION = Pattern.compile(
            "(?:有条件|有需求|符合条件|具备条件|达到条件|新建|新入职|新任|新招聘)[^,、;()]{0,4}?的?[^,、;()\\d]{1,12}?(?=全部|均|都|100%|全覆盖|一律)");
    private static final Pattern ALL = Pattern.compile("(?:所有|全体|各级各类|全[县市区省州]各?)[^,、;()\\d]{1,16}?(?=全部|均|都|100%|一律)");

    private static final Pattern EARLIER = Pattern.compile(
            "(?:在|比|较|同比)?(?:上一?年度?|上一?学年|去年|前一?年|20\\d\\d年)(?:同期|年?底)?(?:的)?(?:基础上?|水平)?(?=[^,]{0,16}?(?:下降|减少|降低|提高|提升|增加|增长|压减|精简|翻|不低于|持平))|不低于(?:上一?年度?|去年)(?:同期)?(?:水平)?|同比");
    private static final Pattern FROM =
            Pattern.compile("(?:由|从|在?(?:去年|上一?年度?|上一?学年))(?:[^,\\d]{0,12})?(" + Numerals.ARABIC
                    + ")\\s*(?:%|‰|[^,\\d]{0,3})?(?:的?基础上?)?(?=[^,]{0,6}?(?:提高|提升|增加|增长|上升|下降|降低|降至|压减|减少|扩大|增至|到))");
    private static final Pattern HOLD = Pattern.compile("保持|稳定在|巩固在|维持|不低于(?:上一?年|去年)");
    private static final Pattern ACCEPTED = Pattern.compile(
            "(?:通过|接受|迎接|申报|获得|获评|争创|创成|创建为?|达到|列入|入选)[^,]{0,12}?(国家|教育部|省|自治区|市|州|县|区)(?:级|教育厅|教育局|政府|里)?[^,]{0,24}?(?:验收|评估|认定|复核|复评|复查|督导|检查|年检|评审|评定|命名)");

    private TermWords() {}

    static @Nullable String population(String clause) {
        for (Pattern words : new Pattern[] {SIZE, CONDITION, ALL}) {
            Matcher m = words.matcher(clause);
            if (m.find()) {
                return m.group().strip();
            }
        }
        return null;
    }

    static Optional<Baseline> baseline(String clause) {
        Matcher from = FROM.matcher(clause);
        if (from.find()) {
            return Optional.of(new Baseline(from.group().strip(), Numerals.value(from.group(1))));
        }
        Matcher earlier = EARLIER.matcher(clause);
        return earlier.find() ? Optional.of(new Baseline(earlier.group().strip(), null)) : Optional.empty();
    }

    static boolean hold(String clause) {
        return HOLD.matcher(clause).find();
    }

    /** 国家, 省, 市 …: with its 级, so that it reads as a level. */
    static @Nullable String acceptedBy(String clause) {
        Matcher m = ACCEPTED.matcher(clause);
        if (!m.find()) {
            return null;
        }
        String body = m.group(1);
        return body.length() == 1 ? body + "级" : body.equals("国家") ? "国家级" : body;
    }
}
