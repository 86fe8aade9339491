package org.dudao.plan.reading.targets;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dudao.contracts.Comparator;
import org.dudao.plan.reading.targets.DraftTarget.Kind;
import org.jspecify.annotations.Nullable;

/** A time that runs from an event: 收到整改通知后10个工作日内. */
final class DaysAfter {

    private static final Pattern AFTER = Pattern.compile(
            "((?:收到|接到|自|下达|发布|公布|结束|通过)[^,]*?(?:后|之日起|起)?)(\\d{1,3})个?(天|日|工作日)(?:之)?内|(\\d{1,3})个?(工作日)(?:之)?内");

    private DaysAfter() {}

    static List<Promise> in(Clause clause) {
        Matcher m = AFTER.matcher(clause.matched());
        if (!m.find()) {
            return List.of();
        }
        String days = m.group(2) == null ? m.group(4) : m.group(2);
        String unit = m.group(3) == null ? m.group(5) : m.group(3);
        return List.of(Promise.whole(
                clause, Kind.MILESTONE, Comparator.LE, new BigDecimal(days), unit, null, false, from(m.group(1))));
    }

    private static Terms from(@Nullable String event) {
        return new Terms(null, null, false, null, event == null ? null : event.strip(), false, null);
    }
}
