package org.dudao.plan.reading.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a clause with a date promises to do, and for how many separately named projects. */
final class Deliverables {

    private static final Pattern DONE = Pattern.compile(
            "完成|建成|启动|开工|动工|竣工|投入使用|投用|召开|举办|举行|开展|组织|通过|出台|印发|制定|开园|开学|实现|建立|成立|申报|验收|交付|启用|开通|上线|形成|发布|报送|落成|落地|编制|修订|开放|接受|迎接|组建|签订|公布|评选|做好|开设|实施|推进|创建|达标|复评|评估|搬迁|招生|销号|整改|清零|到位|公示|消除|更换|改造|拆除|清理|办结|筛查|投放|挂牌|揭牌|表彰|上报|备案|安装|采购|回头看|总结|封顶|完工|到岗|上岗|到任|入学|转设|撤并|入驻|投产");

    /** The year before a thing's name is part of the name: 做好2024年考核工作. */
    private static final Pattern YEAR_GOVERNS =
            Pattern.compile("^(?:(?:确保|力争|争取|保证|到|在|于|并|计划|预计|拟|努力|全县|全市|全区|我县|我市|我区)*)$");

    private static final Pattern OBJECTLESS = Pattern.compile(
            "^(?:并|确保|力争|保证|争取|力争在|确保在|在|于|计划|预计|务必|全部|均|要)*D(?:前|之前)?(?:全部|全面|正式|如期|按期|均|基本|顺利|能)*(?:投入使用|建成投用|建成使用|交付使用|投用|竣工|完工|交付|启用|完成|建成|开园|招生|开学|到位|验收)*(?:任务|验收|使用|投用)?$");

    private static final Pattern LIST =
            Pattern.compile("(?:完成|推进|实施|建成|启动|加快|新建|做好)([^,]*?)(?:等)?(?:建设任务|建设项目|建设|改造|项目|工程|任务)");
    private static final Pattern PLACE = Pattern.compile("校|园|学|中心|区|楼|馆|场|基地|院|站|室|厅|堂");

    private Deliverables() {}

    static List<Promise> in(Clause clause, List<DueWords.Found> dates) {
        return in(clause, dates, clause.matched().length());
    }

    /** Of the clause's words up to a place. */
    static List<Promise> in(Clause clause, List<DueWords.Found> dates, int end) {
        String words = clause.matched().substring(0, end);
        return dates.stream()
                .filter(d -> d.end() <= end)
                .filter(d -> !d.due().words().equals("全年"))
                .filter(d -> d.end() - d.start() < words.length() - 2)
                .filter(d -> isPromised(words, d))
                .limit(1)
                .flatMap(d -> projects(words).stream()
                        .map(project -> Promise.delivered(0, words.length(), project, d.due())
                                .with(Terms.NONE.accepted(TermWords.acceptedBy(words)))))
                .toList();
    }

    /** 6月底前基本完成、9月底前全部完成整改: several dates, each with what is done by it; else none. */
    static List<Promise> oneForEachDate(Clause clause, List<DueWords.Found> dates) {
        List<Promise> each = new ArrayList<>();
        String words = clause.matched();
        int from = 0;
        for (int i = 0; i < dates.size(); i++) {
            int to = i + 1 == dates.size()
                    ? words.length()
                    : words.lastIndexOf('、', dates.get(i + 1).start());
            if (to < dates.get(i).end()
                    || !isPromised(words.substring(from, to), dates.get(i).from(from))) {
                return List.of();
            }
            each.add(Promise.delivered(
                    from, to, words.substring(from, to), dates.get(i).due()));
            from = to + 1;
        }
        return each.size() > 1 ? each : List.of();
    }

    /** Something is done here that can be seen to be done. */
    static boolean says(String clause) {
        return DONE.matcher(clause).find();
    }

    private static boolean isPromised(String clause, DueWords.Found due) {
        if (!DONE.matcher(clause).find()) {
            return false;
        }
        String before = clause.substring(0, due.start());
        return !due.yearOnly() || YEAR_GOVERNS.matcher(before).matches();
    }

    /** 确保秋季开学投入使用: only says when; what is done stands in the clause before. */
    static boolean onlySaysWhen(String clause, DueWords.Found due) {
        String withoutDate = clause.substring(0, due.start()) + "D" + clause.substring(due.end());
        return OBJECTLESS.matcher(withoutDate).matches();
    }

    static List<String> projects(String clause) {
        Matcher m = LIST.matcher(clause);
        if (!m.find()) {
            return List.of(clause);
        }
        List<String> names = List.of(m.group(1).split("、"));
        boolean named = names.stream()
                .allMatch(name -> name.length() >= 3 && PLACE.matcher(name).find());
        return names.size() > 1 && named ? names : List.of(clause);
    }
}
