package org.dudao.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.PlanEvent;
import org.dudao.contracts.PlanEvent.PlanPublished;
import org.dudao.contracts.PlanEvent.PlanWithdrawn;
import org.dudao.contracts.PlanEvent.TargetPublished;
import org.dudao.contracts.Strength;
import org.dudao.contracts.UnitRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Instant NOW = Instant.parse("2026-01-15T01:00:00Z");
    private static final Hand HAND = new Hand("supervisor", NOW);

    private final Plan plan = new Plan(
            UUID.randomUUID(),
            new UnitRef("yunxi", "云溪县教育局", "/yunxi/"),
            "云溪县教育局2026年工作要点",
            "云溪县教育局",
            2026,
            "sha",
            "office",
            NOW);
    private final Measure measure = plan.addChapter("二", "扩大资源").addMeasure("（六）", "加快学位建设", "年底前新建学校3所，招聘教师80名。");
    private final Target schools = measure.addTarget(commitment("年底前新建学校3所", 3, null));
    private final Target teachers = measure.addTarget(commitment("招聘教师80名", 80, LocalDate.of(2026, 8, 31)));

    private static Commitment commitment(String quote, int value, @Nullable LocalDate due) {
        return new Commitment(
                quote,
                0,
                quote.length(),
                quote,
                "count",
                Comparator.EQ,
                BigDecimal.valueOf(value),
                null,
                "所",
                false,
                due,
                null,
                null,
                Strength.MUST,
                false,
                null,
                Terms.NONE);
    }

    private void decide(Target target, Review review) {
        new PlanReview(plan, HAND).edit(target, TargetEdit.decides(review));
    }

    private void acceptAll() {
        new PlanReview(plan, HAND).acceptAll();
    }

    @Test
    void a_draft_with_open_targets_is_not_published() {
        assertThrows(PlanNotReady.class, () -> plan.publish("supervisor", NOW));
        assertTrue(plan.unpublishableBecause(true).orElseThrow().contains("2 个目标"));
    }

    @Test
    void a_draft_without_any_accepted_target_is_not_published() {
        decide(schools, Review.REJECTED);
        decide(teachers, Review.REJECTED);
        assertThrows(PlanNotReady.class, () -> plan.publish("supervisor", NOW));
    }

    @Test
    void publishing_tells_of_the_plan_and_then_of_each_accepted_target_in_order() {
        acceptAll();
        List<PlanEvent> facts = plan.publish("supervisor", NOW);
        PlanPublished first = assertInstanceOf(PlanPublished.class, facts.getFirst());
        assertEquals(2, first.targets());
        assertEquals(plan.version(), first.version());
        assertEquals(
                List.of(1, 2),
                facts.stream().skip(1).map(f -> ((TargetPublished) f).order()).toList());
        TargetPublished target = (TargetPublished) facts.get(1);
        assertEquals("二、扩大资源", target.chapter());
        assertEquals("（六）加快学位建设", target.measure());
        assertInstanceOf(PlanState.Published.class, plan.state());
    }

    @Test
    void a_target_without_a_date_is_due_at_the_plan_years_end_and_said_to_be_inferred() {
        acceptAll();
        List<PlanEvent> facts = plan.publish("supervisor", NOW);
        TargetPublished inferred = (TargetPublished) facts.get(1);
        TargetPublished read = (TargetPublished) facts.get(2);
        assertEquals(LocalDate.of(2026, 12, 31), inferred.dueOn());
        assertTrue(inferred.dueInferred());
        assertEquals(LocalDate.of(2026, 8, 31), read.dueOn());
        assertFalse(read.dueInferred());
    }

    @Test
    void a_rejected_target_is_not_told() {
        decide(teachers, Review.REJECTED);
        acceptAll();
        assertEquals(2, plan.publish("supervisor", NOW).size());
    }

    @Test
    void a_second_click_tells_nothing() {
        acceptAll();
        plan.publish("supervisor", NOW);
        assertEquals(List.of(), plan.publish("leader", NOW));
    }

    @Test
    void a_published_plan_is_frozen() {
        acceptAll();
        plan.publish("supervisor", NOW);
        assertThrows(PlanNotOpen.class, () -> decide(schools, Review.REJECTED));
        assertThrows(PlanNotOpen.class, this::acceptAll);
        assertThrows(PlanNotOpen.class, plan::draft);
    }

    @Test
    void only_a_published_plan_is_withdrawn_and_once() {
        assertThrows(PlanNotOpen.class, () -> plan.withdraw("leader", NOW, "另行印发"));
        acceptAll();
        plan.publish("supervisor", NOW);
        assertInstanceOf(
                PlanWithdrawn.class, plan.withdraw("leader", NOW, "另行印发").getFirst());
        assertEquals(List.of(), plan.withdraw("leader", NOW, "另行印发"));
    }

    @Test
    void a_withdrawn_plan_cannot_be_published() {
        acceptAll();
        plan.publish("supervisor", NOW);
        plan.withdraw("leader", NOW, "另行印发");
        assertThrows(PlanNotOpen.class, () -> plan.publish("supervisor", NOW));
    }
}
