package org.dudao.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.Strength;
import org.dudao.contracts.UnitRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** U3: a target beside the result of last year. */
class SanityTest {

    private final Plan plan = new Plan(
            UUID.randomUUID(),
            new UnitRef("yunxi", "云溪县教育局", "/yunxi/"),
            "云溪县教育局2026年工作要点",
            null,
            2026,
            "sha",
            "office",
            Instant.EPOCH);
    private final Measure measure = plan.addChapter("一", "学前").addMeasure("（一）", "普惠", "正文");

    @Test
    void what_last_year_reached_is_met_already() {
        Target training = target("培训骨干教师1500人次以上", "培训骨干教师", Comparator.GE, "1500", "人次", false);
        assertEquals(EnumSet.of(Sanity.MET_ALREADY), Sanity.of(training, result("1521", "人次", null, null)));
        assertEquals(Set.of(), Sanity.of(training, result("1320", "人次", null, null)));
    }

    @Test
    void a_level_that_is_kept_below_the_one_that_is_there_is_said() {
        Target kept = target("普惠率保持90%以上", "普惠率", Comparator.GE, "90", "%", true);
        assertEquals(EnumSet.of(Sanity.BELOW_LAST_YEAR), Sanity.of(kept, result("92.3", "%", null, null)));
        assertEquals(Set.of(), Sanity.of(kept, result("90", "%", null, null)));
    }

    @Test
    void a_smaller_change_than_last_years_is_weaker_and_one_the_other_way_is_not() {
        Target down = target("近视率下降1个百分点", "近视率", Comparator.DOWN, "1", "个百分点", false);
        assertEquals(EnumSet.of(Sanity.WEAKER_CHANGE), Sanity.of(down, result(null, null, "-1.45", "个百分点")));
        assertEquals(Set.of(), Sanity.of(down, result(null, null, "-0.6", "个百分点")));
        assertEquals(Set.of(), Sanity.of(down, result(null, null, "2", "个百分点")));
        assertEquals(EnumSet.of(Sanity.UNIT_SLIP), Sanity.of(down, result(null, null, "-1.45", "%")));
    }

    @Test
    void a_thousand_times_as_much_is_a_slip_of_the_unit() {
        Target area = target("新增校舍48.2平方米", "新增校舍", Comparator.EQ, "48.2", "平方米", false);
        assertEquals(EnumSet.of(Sanity.UNIT_SLIP), Sanity.of(area, result("391000", "平方米", null, null)));
    }

    @Test
    void the_likest_names_are_paired_and_each_result_once() {
        Target inclusive = target("普惠性幼儿园覆盖率达到93%", "普惠性幼儿园覆盖率", Comparator.GE, "93", "%", false);
        Target kindergartens = target("公办幼儿园覆盖率达到60%", "公办幼儿园覆盖率", Comparator.GE, "60", "%", false);
        Target unlike = target("新建游泳馆2座", "新建游泳馆", Comparator.EQ, "2", "座", false);
        LastResult first = named("普惠性幼儿园覆盖率达到91%");
        Comparison comparison = Comparison.of(plan, List.of(first, named("完成公办幼儿园覆盖率55%")), Map.of());
        assertEquals(2, comparison.paired());
        assertEquals(first, comparison.lines().getFirst().last());
        assertTrue(comparison.lines().getFirst().common().contains("普惠性幼儿园覆盖率"));
        assertEquals(Comparison.Pairing.NONE, comparison.lines().getLast().pairing());
        assertEquals(
                List.of(inclusive.id(), kindergartens.id(), unlike.id()),
                comparison.lines().stream().map(Comparison.Pair::targetId).toList());
    }

    private Target target(
            String quote, String indicator, Comparator comparator, String value, String unit, boolean hold) {
        return measure.addTarget(new Commitment(
                quote,
                0,
                quote.length(),
                indicator,
                "count",
                comparator,
                new BigDecimal(value),
                null,
                unit,
                false,
                null,
                null,
                null,
                Strength.MUST,
                false,
                null,
                new Terms(null, null, null, hold, null, null, false, null, List.of())));
    }

    private static LastResult result(
            @Nullable String value, @Nullable String unit, @Nullable String change, @Nullable String changeUnit) {
        return new LastResult(
                UUID.randomUUID(),
                "2025年工作总结",
                "原句",
                "指标",
                value == null ? null : new BigDecimal(value),
                unit,
                change == null ? null : new BigDecimal(change),
                changeUnit,
                null);
    }

    private static LastResult named(String quote) {
        return new LastResult(UUID.randomUUID(), "2025年工作总结", quote, quote, BigDecimal.TEN, "%", null, null, null);
    }
}
