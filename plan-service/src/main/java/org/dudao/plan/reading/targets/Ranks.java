package org.dudao.plan.reading.targets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dudao.contracts.Comparator;
import org.dudao.plan.reading.targets.DraftTarget.Kind;
import org.dudao.plan.reading.wording.Numerals;

/** A place in an order that is to be reached: 进入全市前3名, 排名第一. */
final class Ranks {

    private static final Pattern RANK = Pattern.compile("(?:排名|排位|名列|位列|位居|进入|跻身|保持|力争|挺进|居|名次)[^,]{0,12}?(前|第)("
            + Numerals.ARABIC + "|" + Numerals.CHINESE + ")(名|位|强|方阵)?");

    private Ranks() {}

    static List<Promise> in(Clause clause) {
        List<Promise> found = new ArrayList<>();
        Matcher m = RANK.matcher(clause.matched());
        while (m.find()) {
            boolean ranked = m.group(1).equals("前")
                    ? !clause.says("后" + m.group(2))
                    : clause.says("排名|名列|位列|位居|排位|(?:全[国省市县区州]|同类|同级|片区)[^,、]{0,4}第[一二三](?![批所个次届家期支轮阶类档])");
            if (ranked
                    && (m.group(3) != null
                            || m.group(1).equals("第")
                            || clause.says("全[国省市县区州]|同类|(?:排名|位列|名列|位居|排位|进入|保持)[^,、]{0,8}前[\\d一二三四五六七八九十]+$"))) {
                BigDecimal place = Numerals.value(m.group(2));
                found.add(
                        Promise.figure(clause, Kind.RANK, Comparator.LE, place, m.group(3) == null ? "位" : m.group(3)));
            }
        }
        return found;
    }
}
