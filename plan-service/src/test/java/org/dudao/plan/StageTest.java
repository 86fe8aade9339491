package org.dudao.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.PlanEvent.TargetAmended;
import org.dudao.contracts.PlanEvent.TargetPublished;
import org.dudao.contracts.Strength;
import org.dudao.contracts.UnitRef;
import org.dudao.startup.Problem;
import org.junit.jupiter.api.Test;

/** A target over several years is asked for year by year (M13, M14). */
class StageTest {

    private static final Instant NOW = Instant.parse("2026-02-15T01:00:00Z");
    private static final Hand CHEN = new Hand("chen", NOW);
    private static final Hand LIN = new Hand("lin", NOW);

    private final Plan plan = new Plan(
            UUID.randomUUID(), new UnitRef("yunxi", "云溪县教育局", "/yunxi/"), "要点", null, 2026, "sha", "office", NOW);
    private final Measure measure = plan.addChapter("一", "职业教育").addMeasure("1.", "集团", "三年建成职教集团7个。");
    private final Target groups = measure.addTarget(new Commitment(
            "三年建成职教集团7个",
            0,
            10,
            "职教集团",
            "count",
            Comparator.GE,
            BigDecimal.valueOf(7),
            null,
            "个",
            false,
            LocalDate.of(2028, 12, 31),
            "三年",
            null,
            Strength.MUST,
            false,
            null,
            Terms.NONE));

    private static TargetEdit edit(String json) {
        try {
            return JsonMapper.builder().findAndAddModules().build().readValue(json, TargetEdit.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void stages(String json) {
        new PlanReview(plan, CHEN).edit(groups, edit("{\"stages\":" + json + "}"));
    }

    private TargetPublished published() {
        new PlanReview(plan, CHEN).acceptAll();
        return assertInstanceOf(TargetPublished.class, plan.publish("lin", NOW).getLast());
    }

    @Test
    void a_plan_of_one_year_asks_for_that_years_batch_by_its_day() {
        stages("""
                [{"year":2027,"words":"第二批","value":3},{"year":2026,"words":"第一批","value":2,"dueOn":"2026-10-31"}]
                """);
        assertEquals(
                List.of(2026, 2027),
                groups.terms().stages().stream().map(Stage::year).toList());
        TargetPublished said = published();
        assertEquals(BigDecimal.valueOf(2), said.value());
        assertEquals(LocalDate.of(2026, 10, 31), said.dueOn());
        assertEquals("职教集团：第一批", said.indicator());
        Asked asked = groups.asked(plan, ZoneId.of("Asia/Shanghai"), null, List.of());
        assertEquals(BigDecimal.valueOf(2), asked.value());
        assertEquals(BigDecimal.valueOf(7), groups.value());
    }

    @Test
    void a_stage_without_a_figure_is_to_be_done_by_the_end_of_its_year() {
        stages("[{\"year\":2026,\"words\":\"通过市级复核\",\"acceptedBy\":\"市级\"}]");
        TargetPublished said = published();
        assertEquals(Comparator.DONE, said.comparator());
        assertNull(said.value());
        assertEquals(LocalDate.of(2026, 12, 31), said.dueOn());
        assertEquals(true, said.dueInferred());
    }

    @Test
    void without_a_stage_of_this_year_all_of_it_is_asked_for() {
        stages("[{\"year\":2027,\"words\":\"第二批\",\"value\":3}]");
        assertEquals(BigDecimal.valueOf(7), published().value());
    }

    @Test
    void an_amended_stage_moves_what_this_year_asks_for() {
        stages("[{\"year\":2026,\"words\":\"第一批\",\"value\":2}]");
        published();
        Amendment asked = new PlanAmendment(plan, CHEN)
                .change(
                        groups.id(),
                        edit("{\"stages\":[{\"year\":2026,\"words\":\"第一批\",\"value\":1,\"dueOn\":\"2026-09-30\"}]}"),
                        "场地未落实");
        assertEquals("2026年 第一批 2个 → 2026年 第一批 1个 2026-09-30", asked.change());
        TargetAmended said = assertInstanceOf(
                TargetAmended.class, new PlanAmendment(plan, LIN).approve(asked).fact());
        assertEquals(BigDecimal.ONE, said.value());
        assertEquals(LocalDate.of(2026, 9, 30), said.dueOn());
        assertEquals(LocalDate.of(2026, 12, 31), said.formerDueOn());
    }

    @Test
    void what_is_no_stage_is_refused_with_the_reason() {
        assertThrows(Problem.class, () -> stages("[{\"year\":2026,\"words\":\" \"}]"));
        assertThrows(Problem.class, () -> stages("[{\"year\":1999,\"words\":\"一\"}]"));
        assertThrows(Problem.class, () -> stages("[{\"year\":2026,\"words\":\"一\"},{\"year\":2026,\"words\":\"二\"}]"));
        assertThrows(Problem.class, () -> stages("[{\"year\":2026,\"words\":\"一\",\"dueOn\":\"2027-01-01\"}]"));
        assertThrows(Problem.class, () -> stages("[{\"year\":2026,\"words\":\"一\",\"value\":-1}]"));
        stages("null");
        assertEquals(List.of(), groups.terms().stages());
    }
}
