package org.dudao.plan.reading.targets;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dudao.contracts.Comparator;
import org.dudao.plan.reading.targets.DraftTarget.Kind;
import org.dudao.plan.reading.wording.Numerals;

/** Growth told in doublings: 翻一番 is 100 per cent more, 翻两番 300, 倍增 100. */
final class Multiples {

    private static final Pattern DOUBLED = Pattern.compile("翻([一两二三])?番|(?:实现|达到|力争|成)倍增(?!计划|行动|工程)|成倍增[长加]");

    private Multiples() {}

    static List<Promise> in(Clause clause) {
        Matcher m = DOUBLED.matcher(clause.matched());
        if (!m.find()) {
            return List.of();
        }
        String times = m.group(1) == null ? "一" : m.group(1);
        BigDecimal grown = BigDecimal.TWO
                .pow(Numerals.parse(times).orElse(1))
                .subtract(BigDecimal.ONE)
                .movePointRight(2);
        Terms terms = new Terms(
                TermWords.population(clause.matched()),
                TermWords.baseline(clause.matched()).orElse(null),
                false,
                null,
                null,
                false,
                null);
        return List.of(Promise.whole(clause, Kind.CHANGE, Comparator.UP, grown, "%", null, false, terms.implies()));
    }
}
