package org.dudao.plan.comparing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.Strength;
import org.dudao.contracts.UnitRef;
import org.dudao.plan.Commitment;
import org.dudao.plan.Plan;
import org.dudao.plan.Target;
import org.dudao.plan.Terms;
import org.dudao.plan.comparing.FormerTargets.Former;
import org.dudao.plan.comparing.TargetOverYears.OneYear;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** M33: the same target over the years. */
class FollowThroughYearsTest {

    private final Target schools = new Plan(
                    UUID.randomUUID(),
                    new UnitRef("yunxi", "云溪县教育局", "/yunxi/"),
                    "要点",
                    null,
                    2026,
                    "sha",
                    "office",
                    Instant.EPOCH)
            .addChapter("一", "资源")
            .addMeasure("1.", "学位", "新建改扩建学校165所。")
            .addTarget(new Commitment(
                    "新建改扩建学校165所",
                    0,
                    11,
                    "新建改扩建学校",
                    "count",
                    Comparator.GE,
                    BigDecimal.valueOf(165),
                    null,
                    "所",
                    false,
                    null,
                    null,
                    null,
                    Strength.MUST,
                    false,
                    null,
                    Terms.NONE));

    private static Former former(
            int year, UUID id, String indicator, int asked, @Nullable Integer reached, @Nullable Integer last) {
        return new Former(
                year,
                UUID.randomUUID(),
                id,
                indicator + asked + "所",
                indicator,
                BigDecimal.valueOf(asked),
                reached == null ? null : BigDecimal.valueOf(reached),
                reached != null && reached >= asked,
                last == null ? null : "全年建成" + last + "所",
                last == null ? null : BigDecimal.valueOf(last));
    }

    private TargetOverYears over(Former... known) {
        return FollowThroughYears.of(schools, 2026, List.of(known));
    }

    @Test
    void the_likest_of_each_year_is_followed_and_others_are_not() {
        TargetOverYears years = over(
                former(2025, UUID.randomUUID(), "新建幼儿园食堂", 9, 9, null),
                former(2025, UUID.randomUUID(), "新建改扩建学校", 150, 190, null),
                former(2024, UUID.randomUUID(), "改扩建学校新建", 100, 100, null),
                former(2022, UUID.randomUUID(), "新建改扩建学校", 90, 91, null),
                former(2026, schools.id(), "新建改扩建学校", 165, 12, null));
        assertEquals(
                List.of(2026, 2025, 2024, 2022),
                years.years().stream().map(OneYear::year).toList());
        assertEquals(new BigDecimal("126.7"), years.years().get(1).rate());
        assertEquals(2, years.inARow());
        assertEquals("所", years.unit());
    }

    @Test
    void a_summary_tells_of_a_year_whose_plan_is_not_kept_and_of_one_without_reports() {
        TargetOverYears alone = over(former(2026, schools.id(), "新建改扩建学校", 165, null, 140));
        assertEquals(BigDecimal.valueOf(140), alone.years().get(1).reached());
        assertNull(alone.years().get(1).planId());
        TargetOverYears planned = over(
                former(2026, schools.id(), "新建改扩建学校", 165, null, 140),
                former(2025, UUID.randomUUID(), "新建改扩建学校", 100, null, null));
        assertEquals(new BigDecimal("140.0"), planned.years().get(1).rate());
        TargetOverYears reported = over(
                former(2026, schools.id(), "新建改扩建学校", 165, null, 140),
                former(2025, UUID.randomUUID(), "新建改扩建学校", 100, 139, null));
        assertEquals(BigDecimal.valueOf(139), reported.years().get(1).reached());
    }
}
