package org.dudao.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.PlanEvent.TargetAmended;
import org.dudao.contracts.PlanEvent.TargetPublished;
import org.dudao.contracts.PlanEvent.TargetWithdrawn;
import org.dudao.contracts.Strength;
import org.dudao.contracts.UnitRef;
import org.dudao.startup.Problem;
import org.junit.jupiter.api.Test;

class PlanAmendmentTest {

    private static final Instant NOW = Instant.parse("2026-05-15T01:00:00Z");

    private final Plan plan = new Plan(
            UUID.randomUUID(), new UnitRef("yunxi", "云溪县教育局", "/yunxi/"), "要点", null, 2026, "sha", "office", NOW);
    private final Measure measure = plan.addChapter("二", "扩大资源").addMeasure("（六）", "加快学位建设", "新建学校165所。");
    private final Target schools = measure.addTarget(new Commitment(
            "新建学校165所",
            0,
            8,
            "新建学校",
            "count",
            Comparator.GE,
            BigDecimal.valueOf(165),
            null,
            "所",
            false,
            LocalDate.of(2026, 6, 30),
            null,
            null,
            Strength.MUST,
            false,
            null,
            Terms.NONE));

    PlanAmendmentTest() {
        new PlanReview(plan, new Hand("chen", NOW)).acceptAll();
    }

    private static TargetEdit edit(String json) {
        try {
            return JsonMapper.builder().findAndAddModules().build().readValue(json, TargetEdit.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private PlanAmendment by(String who) {
        return new PlanAmendment(plan, new Hand(who, NOW));
    }

    private Amendment later() {
        return by("chen").change(schools.id(), edit("{\"value\":180,\"dueOn\":\"2026-09-30\"}"), "汛期停工");
    }

    @Test
    void a_draft_is_edited_and_not_amended() {
        assertThrows(PlanNotOpen.class, this::later);
    }

    @Test
    void what_is_proposed_changes_nothing_and_shows_its_difference() {
        plan.publish("chen", NOW);
        assertEquals("≥165所 → ≥180所；2026-06-30 → 2026-09-30", later().change());
        assertEquals(BigDecimal.valueOf(165), schools.value());
    }

    @Test
    void an_approved_change_is_told_with_the_former_day_and_keeps_the_printed_words() {
        plan.publish("chen", NOW);
        PlanAmendment.Approved approved = by("lin").approve(later());
        TargetAmended fact = assertInstanceOf(TargetAmended.class, approved.fact());
        assertEquals(LocalDate.of(2026, 6, 30), fact.formerDueOn());
        assertEquals(LocalDate.of(2026, 9, 30), fact.dueOn());
        assertEquals(0, BigDecimal.valueOf(180).compareTo(fact.value()));
        assertEquals("新建学校165所", schools.quote());
        assertEquals(plan.version(), fact.version());
    }

    @Test
    void nobody_approves_an_amendment_of_their_own() {
        plan.publish("chen", NOW);
        Problem refused = assertThrows(Problem.class, () -> by("chen").approve(later()));
        assertEquals("own-amendment", refused.slug());
        assertEquals(BigDecimal.valueOf(165), schools.value());
    }

    @Test
    void what_was_decided_is_not_decided_again() {
        plan.publish("chen", NOW);
        Amendment refused = later().refuse(new Hand("lin", NOW), "年中再议");
        assertThrows(Problem.class, () -> by("lin").approve(refused));
    }

    @Test
    void a_change_that_was_overtaken_by_another_is_not_approved() {
        plan.publish("chen", NOW);
        Amendment stale = later();
        by("lin").approve(by("chen").change(schools.id(), edit("{\"value\":170}"), "核减"));
        Problem refused = assertThrows(Problem.class, () -> by("lin").approve(stale));
        assertEquals("target-changed-since", refused.slug());
    }

    @Test
    void nothing_changed_is_no_amendment() {
        plan.publish("chen", NOW);
        assertThrows(Problem.class, () -> by("chen").change(schools.id(), edit("{\"value\":165}"), "无"));
    }

    @Test
    void a_withdrawn_target_binds_nobody_and_is_not_amended_any_more() {
        plan.publish("chen", NOW);
        assertInstanceOf(
                TargetWithdrawn.class,
                by("lin").approve(by("chen").withdrawal(schools.id(), "并入市级项目")).fact());
        assertEquals(Review.WITHDRAWN, schools.review());
        assertThrows(Problem.class, this::later);
    }

    @Test
    void an_added_target_is_published_like_the_others() {
        plan.publish("chen", NOW);
        Commitment wanted = schools.commitment();
        PlanAmendment.Approved approved = by("lin").approve(by("chen").addition(measure, wanted, "新增任务"));
        TargetPublished fact = assertInstanceOf(TargetPublished.class, approved.fact());
        assertEquals(2, fact.order());
        assertEquals(fact.targetId(), approved.amendment().target());
    }
}
