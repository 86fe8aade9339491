package org.dudao.plan.reading.targets;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dudao.contracts.Comparator;
import org.dudao.plan.reading.targets.DraftTarget.Kind;
import org.dudao.plan.reading.targets.Terms.Doubt;

/** Commitments without a figure: all (全覆盖, 所有…均), none (零投诉, 不得), a breakthrough from none, and what may only grow. */
final class Absolutes {

    private static final Pattern COVERED =
            Pattern.compile("(?:实现|确保|做到|力争|保证|完成|落实|达到|推进|推动|基本)[^,]*全覆盖(?!的|格局|学习)|(?:[^,]{4,})全覆盖$|覆盖(?:全部|所有|全体)");
    private static final Pattern ALL_DO = Pattern.compile(
            "(?<!得到)(?:全部|全员|一律)(?:要|须|应|按时|如期|按期)?(?:实现|纳入|完成|达到|达标|建立|建成|建有|配备|配齐|参加|参训|接受|通过|开设|开齐|设立|配有|安装|接入|整改|到位|实行|实施|进入|持证|合格|入学|开展|签订|录入|上线|公示|清零|轮训|提升|清退|入网|取得|化解|投入|启用|交付|竣工|开工|覆盖|落实)");
    private static final Pattern EVERY = Pattern.compile(
            "(?:所有|各[^,]{1,10}|每[一]?(?:所|个|名|位|校|班|县|乡镇|镇|园|间|家)[^,]{0,16}?|每生|人人|校校|园园|班班)[^,]{0,24}?(?:都|均)(?:要|须|应|能|能够|必须)?(?:有|实现|纳入|完成|达到|达标|建立|建成|建有|配备|参加|接受|通过|开设|设立|配有|安装|开展|签订|落实|享有|掌握)|均有|所有[^,、]{2,20}?(?:要|须|应|能)?(?:开设|建立|建成|配备|配齐|实现|达到|纳入|完成|参加|接受|安装|开展)|(?:校校|园园|班班|人人|村村)(?:有|建|达标|参与)");
    private static final Pattern NONE = Pattern.compile(
            "[^,]{2}(?:为|归|保持|控制[在为]?)(?:零(?![\\u4e00-\\u9fff])|0(?![\\d.%万]))|动态清零(?!行动|机制|工作|任务)|(?:实现|确保|保持)[^,]{2,20}清零(?!行动|机制|工作|任务)|零(?:重大|责任|安全|有责|校园|违规|违纪|师德)*(?:投诉|事故|发生|上访|违规|违纪|案件|感染|伤亡|差错|辍学|失误|举报|新增|溺水|死亡|增长|缺陷|失学|逾期|拖欠|通报)|(?:无|没有|不发生|不出现|未发生|杜绝|坚决防止)(?!缝|障|偿|害|线|烟|人|纸|疑|论|遗漏)[^,、]{0,16}(?:事故|事件|案件|事项|投诉|辍学|上访)(?!的?(?:发生率|隐患|处置|应急|预案))");
    private static final Pattern FORBIDDEN =
            Pattern.compile("不(?:进行|组织|布置|留)[^,、]{0,6}(?:考试|作业)|(?:严禁|不得|不准|禁止)(?!不|已|不予|少于|低于|超过|高于|多于|随意要求)[^,]{3,}");
    private static final Pattern BREAKTHROUGH = Pattern.compile("[“「]?零[”」]?的?突破");
    private static final Pattern ONLY_GROWS = Pattern.compile("只增不减|只减不增");

    private Absolutes() {}

    static List<Promise> in(Clause clause) {
        String words = clause.matched();
        Terms terms = new Terms(
                        TermWords.population(words),
                        null,
                        TermWords.hold(words),
                        TermWords.acceptedBy(words),
                        null,
                        false,
                        null)
                .implies();
        Matcher grows = ONLY_GROWS.matcher(words);
        if (grows.find()) {
            Promise grown = Promise.whole(
                    clause,
                    Kind.CHANGE,
                    grows.group().endsWith("减") ? Comparator.UP : Comparator.DOWN,
                    null,
                    null,
                    Recurrence.PER_YEAR,
                    false,
                    terms);
            return Collections.nCopies(indicators(words, grows.start()), grown);
        }
        if (BREAKTHROUGH.matcher(words).find()) {
            return List.of(Promise.whole(clause, Kind.COUNT, Comparator.GE, BigDecimal.ONE, "个", null, false, terms));
        }
        boolean forbidden = FORBIDDEN.matcher(words).find();
        if (forbidden || NONE.matcher(words).find()) {
            return List.of(Promise.whole(
                    clause,
                    Kind.UNIVERSAL,
                    Comparator.EQ,
                    BigDecimal.ZERO,
                    null,
                    null,
                    false,
                    forbidden ? terms.doubted(Doubt.PERHAPS_A_RULE) : terms));
        }
        boolean all = (words.contains("覆盖") && COVERED.matcher(words).find())
                || ALL_DO.matcher(words).find()
                || EVERY.matcher(words).find();
        return all
                ? List.of(Promise.whole(clause, Kind.UNIVERSAL, Comparator.EQ, Promise.ALL, "%", null, true, terms))
                : List.of();
    }

    /** How many things may only grow. */
    private static int indicators(String words, int end) {
        int parts = words.substring(0, end).split("和|与|及|、").length;
        return words.matches(".*[两二]个只[增减]不[增减].*") ? 2 : Math.clamp(parts, 1, 3);
    }
}
