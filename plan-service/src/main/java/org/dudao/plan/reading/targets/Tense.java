package org.dudao.plan.reading.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dudao.plan.reading.targets.Clause.Sentence;
import org.jspecify.annotations.Nullable;

/** Whether a clause tells what was done or is so, or says what shall be. Chinese verbs don't say it; the words around them do. */
enum Tense {
    TOLD,
    PROMISED,
    /** Nothing says it: a plan then promises, a summary tells. */
    OPEN;

    /** At the start of a sentence they make all of it a report, until something is promised. */
    private static final Pattern SINCE = Pattern.compile(
            "^(?:[^,]{0,20}?(?:以来|[半一二三两多近\\d年度]年来|一年里)|近[一二三四五两\\d]{1,2}年|去年(?!底前)|上年度?(?!基础)|过去|回顾|目前|截至|截止|当前|近年|近几年|迄今|到目前|至今)");

    /** At the start of a sentence: what a school is like. */
    private static final Pattern STANDS = Pattern.compile("^[^,]{0,10}占地(?:面积)?(?:约|为|共)?[\\d.]+万?余?(?:平方米|亩|公顷)$");

    private static final String DONE =
            "完成|实现|补充|建成|新建|招聘|开展|组织|举办|投入|提高|提升|达到|增加|减少|落实|解决|改善|培训|选派|引进|化解|缓解|发放|资助|建立|成立|获得|通过|取得|形成|制定|出台|印发|召开|安排|争取|配备|改造|创建";
    private static final Pattern TOLD_WORDS = Pattern.compile(
            "缺编(?=\\d)|缺口(?=\\d)|尚[缺有](?=\\d)|[仍还]有(?=\\d)|(?<!实)现有|现共有|(?<!公)共有(?!制|产)|拥有(?![^,]*(?:达到?\\d|不少于|不低于|以上))|位于|下辖|直属(?=\\d)|"
                    + "(?<![不而])已(?!有的|建成的|建的|投用的|[^,]{0,6}基础)|(?:" + DONE
                    + ")了|(?<![比较与同])去年(?!底前)|超额完成|截至|截止|目前|荣获|荣登|被评为|被授予|先后|近[一二三四五两\\d]{1,2}年(?:来|共|累计)|(?<!不低于)(?<!比)(?<!较)(?<!于)上年度?(?!度?[^,]{0,4}(?:基础|水平|下降|提高|增长|增加|减少))");
    private static final Pattern PROMISE_WORDS = Pattern.compile(
            "确保|力争|力求|争取(?!到?[^,]{0,8}资金)|争创|(?<!按)(?<!按照)(?<!年度)(?<!全年)计划(?!单列|生育|完成率)|预计|拟(?!定)|务必|努力|保证|必须|应当|今年(?!以来|已)|下一步|明年|(?:年|月)底前|将(?:于|在|达|新|继续|建成|完成)|要(?:在|于|达到|完成|确保|建成|做到|实现)");
    private static final Pattern YEAR = Pattern.compile("^(?:在|到|至)?(20\\d\\d)(?:年|-|至|到|学年)");

    /** The tense of each clause, in order. */
    static List<Tense> of(Sentence sentence, @Nullable Integer year, Tense former) {
        List<Clause> clauses = sentence.clauses();
        String first = clauses.getFirst().matched();
        Tense tense = first.startsWith("其中")
                ? former
                : tellsOfEarlier(first, year) || STANDS.matcher(first).find() ? TOLD : OPEN;
        List<Tense> all = new ArrayList<>();
        for (Clause clause : clauses) {
            Tense own = tellsOfEarlier(clause.matched(), year) ? TOLD : own(clause.matched());
            if (own == TOLD && tense == OPEN) {
                all.replaceAll(open -> TOLD);
            }
            tense = own == OPEN ? tense : own;
            all.add(tense);
        }
        return all;
    }

    private static boolean tellsOfEarlier(String clause, @Nullable Integer year) {
        Matcher m = YEAR.matcher(clause);
        return SINCE.matcher(clause).find()
                || (year != null && m.find() && Integer.parseInt(m.group(1)) < year && !clause.contains("-" + year));
    }

    /** What stands first says it. */
    private static Tense own(String clause) {
        Matcher told = TOLD_WORDS.matcher(clause);
        Matcher promised = PROMISE_WORDS.matcher(clause);
        boolean promises = promised.find();
        if (!told.find()) {
            return promises ? PROMISED : OPEN;
        }
        return promises && promised.start() < told.start() ? PROMISED : TOLD;
    }
}
