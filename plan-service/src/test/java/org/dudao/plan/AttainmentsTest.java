package org.dudao.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.Strength;
import org.dudao.contracts.UnitRef;
import org.dudao.plan.Attainments.Judged;
import org.dudao.plan.Share.Phase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttainmentsTest {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    private final Plan plan = new Plan(
            UUID.randomUUID(),
            new UnitRef("yunxi", "云溪县教育局", "/yunxi/"),
            "云溪县教育局2026年工作要点",
            "云溪县教育局",
            2026,
            "sha",
            "office",
            Instant.parse("2026-01-01T01:00:00Z"));
    private final Measure measure = plan.addChapter("一", "队伍").addMeasure("（一）", "名师", "正文");

    @Test
    void a_whole_waits_for_its_parts() {
        Target studios = measure.addTarget(commitment("新建名师工作室70个", 70, false, null, null), null);
        Target rural = measure.addTarget(commitment("其中面向乡村30个以上", 30, false, "part", null), studios);
        Map<UUID, Judged> judged = judge(Map.of(
                studios.id(), List.of(share(studios, null, "教师科", Phase.COMPLETED, 72)),
                rural.id(), List.of(share(rural, null, "教师科", Phase.UNDER_WAY, 2))));
        assertEquals(Standing.BEHIND, judged.get(studios.id()).attainment().standing());
    }

    @Test
    void an_exception_is_asked_of_the_units_it_names() {
        Target all = measure.addTarget(commitment("每县达到35所以上", 35, true, null, null), null);
        Target zone = measure.addTarget(commitment("经开区达到50所", 50, false, "exception", "经开区"), all);
        UUID lead = UUID.randomUUID();
        Map<UUID, Judged> judged = judge(Map.of(
                all.id(),
                List.of(share(all, lead, "经开区", Phase.UNDER_WAY, 40), share(all, lead, "青山县", Phase.UNDER_WAY, 40))));
        assertEquals(1, judged.get(all.id()).attainment().unitsReached());
        assertEquals(Standing.UNASSIGNED, judged.get(zone.id()).attainment().standing());
    }

    @Test
    void a_line_begins_where_last_year_ended_unless_the_plan_says_where() {
        Target level = measure.addTarget(
                new Commitment(
                        "覆盖率达到90%",
                        0,
                        7,
                        "覆盖率",
                        "percent",
                        Comparator.GE,
                        BigDecimal.valueOf(90),
                        null,
                        "%",
                        false,
                        null,
                        null,
                        null,
                        Strength.MUST,
                        false,
                        null,
                        Terms.NONE),
                null);
        Map<UUID, Judged> judged = Attainments.of(
                plan,
                List.of(level),
                Map.of(level.id(), List.of(share(level, null, "学前科", Phase.UNDER_WAY, 83))),
                Map.of(level.id(), BigDecimal.valueOf(80)),
                true,
                ZoneOffset.UTC,
                JULY);
        Attainment a = judged.get(level.id()).attainment();
        assertEquals(new BigDecimal("85.0"), a.expected());
        assertEquals(Standing.ON_LINE, a.standing());
    }

    @Test
    void who_sees_its_own_part_alone_is_not_held_against_the_whole() {
        Target schools = measure.addTarget(commitment("新建学校165所", 165, false, null, null), null);
        Map<UUID, List<Share>> own =
                Map.of(schools.id(), List.of(share(schools, UUID.randomUUID(), "一小", Phase.COMPLETED, 1)));
        Attainment seen = Attainments.of(plan, List.of(schools), own, Map.of(), false, ZoneOffset.UTC, JULY)
                .get(schools.id())
                .attainment();
        assertEquals(Standing.ATTAINED, seen.standing());
        assertEquals(1, seen.unitsAsked());
    }

    private Map<UUID, Judged> judge(Map<UUID, List<Share>> shares) {
        return Attainments.of(plan, plan.targets().toList(), shares, Map.of(), true, ZoneOffset.UTC, JULY);
    }

    private static Commitment commitment(
            String quote, int value, boolean universal, @Nullable String relation, @Nullable String population) {
        return new Commitment(
                quote,
                0,
                quote.length(),
                quote,
                "count",
                Comparator.GE,
                BigDecimal.valueOf(value),
                null,
                "个",
                false,
                null,
                null,
                null,
                Strength.MUST,
                universal,
                relation,
                new Terms(population, null, null, false, null, null, false, null, List.of()));
    }

    private static Share share(Target target, @Nullable UUID parent, String unit, Phase phase, int value) {
        LocalDate yearEnd = LocalDate.of(2026, 12, 31);
        return new Share(
                UUID.randomUUID(),
                target.id(),
                parent,
                new UnitRef(unit, unit, "/yunxi/" + unit + "/"),
                List.of(),
                List.of(),
                yearEnd,
                yearEnd,
                phase,
                BigDecimal.valueOf(value),
                BigDecimal.valueOf(value),
                null,
                null,
                false);
    }
}
