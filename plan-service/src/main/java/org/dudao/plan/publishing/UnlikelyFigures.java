package org.dudao.plan.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.WorkCalendar;
import org.dudao.plan.Finding;
import org.dudao.plan.Finding.Said;
import org.dudao.plan.Finding.Severity;
import org.dudao.plan.HealthRule;
import org.dudao.plan.Plan;
import org.dudao.plan.Target;
import org.jspecify.annotations.Nullable;

/** Figures that can hardly be meant: shares over the whole, parts larger than what they are part of, slipped units. */
@ApplicationScoped
public class UnlikelyFigures implements HealthRule {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** A building of less than this many square metres is no building. */
    private static final BigDecimal SMALLEST_BUILDING = BigDecimal.valueOf(200);
    /** A hundred 亿 of 万元: more than a county spends. */
    private static final BigDecimal MOST_MONEY = BigDecimal.valueOf(1_000_000);

    private static final Said CHECK = new Said("请与原文核对。", "Compare it with the document.");

    @Override
    public Stream<Finding> findings(Plan plan, WorkCalendar calendar) {
        Map<UUID, Target> all = HealthRule.binding(plan).collect(Collectors.toMap(Target::id, Function.identity()));
        return HealthRule.binding(plan).flatMap(t -> doubtful(t, t.value(), all.get(t.partOf())));
    }

    private static Stream<Finding> doubtful(Target t, @Nullable BigDecimal value, @Nullable Target whole) {
        return value == null
                ? Stream.of()
                : Stream.of(over(t, value), part(t, value, whole), slip(t, value))
                        .flatMap(s -> s);
    }

    private static Stream<Finding> over(Target t, BigDecimal value) {
        boolean share = "%".equals(t.unit()) && t.comparator() != Comparator.UP && t.comparator() != Comparator.DOWN;
        if (!share || t.kind().equals("change") || value.compareTo(HUNDRED) <= 0) {
            return Stream.of();
        }
        return Stream.of(Finding.of(
                "percent-over-100",
                Severity.BLOCKING,
                t,
                new Said(
                        "“" + t.indicator() + "”为 " + figure(t) + "，超过 100%。",
                        "\"" + t.indicator() + "\" is " + figure(t) + ", more than 100%."),
                new Said("改正数值；增长幅度请将要求改为“提高”。", "Correct the value; of a growth, set the requirement to \"up by\".")));
    }

    private static Stream<Finding> part(Target t, BigDecimal value, @Nullable Target whole) {
        BigDecimal most = whole == null ? null : whole.value();
        if (whole == null
                || most == null
                || !"part".equals(t.commitment().relation())
                || !Objects.equals(whole.unit(), t.unit())
                || value.compareTo(most) <= 0) {
            return Stream.of();
        }
        return Stream.of(Finding.of(
                "part-over-whole",
                Severity.WARNING,
                t,
                new Said(
                        "其中“" + t.indicator() + "” " + figure(t) + "，大于总数 " + figure(whole) + "。",
                        "The part \"" + t.indicator() + "\" of " + figure(t) + " is more than the whole of "
                                + figure(whole) + "."),
                CHECK));
    }

    private static Stream<Finding> slip(Target t, BigDecimal value) {
        boolean building = "平方米".equals(t.unit())
                && t.quote().matches("(?s).*(校舍|校园|建筑|建设|用地).*面积.*")
                && value.compareTo(SMALLEST_BUILDING) < 0;
        boolean money = "万元".equals(t.unit()) && value.compareTo(MOST_MONEY) >= 0;
        if (!building && !money) {
            return Stream.of();
        }
        return Stream.of(Finding.of(
                "unit-slip",
                Severity.WARNING,
                t,
                new Said(
                        "“" + t.indicator() + "”为 " + figure(t) + "，" + (building ? "疑为万平方米。" : "疑为元。"),
                        "\"" + t.indicator() + "\" is " + figure(t) + "; "
                                + (building ? "ten thousand square metres may be meant." : "yuan may be meant.")),
                CHECK));
    }

    private static String figure(Target t) {
        return t.value() == null
                ? ""
                : t.value().stripTrailingZeros().toPlainString() + (t.unit() == null ? "" : t.unit());
    }
}
