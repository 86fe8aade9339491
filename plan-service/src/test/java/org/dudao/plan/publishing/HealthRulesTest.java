package org.dudao.plan.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.Strength;
import org.dudao.contracts.UnitRef;
import org.dudao.contracts.WorkCalendar;
import org.dudao.plan.Commitment;
import org.dudao.plan.Finding;
import org.dudao.plan.Finding.Severity;
import org.dudao.plan.Hand;
import org.dudao.plan.HealthRule;
import org.dudao.plan.Measure;
import org.dudao.plan.Plan;
import org.dudao.plan.PlanReview;
import org.dudao.plan.Review;
import org.dudao.plan.Target;
import org.dudao.plan.TargetEdit;
import org.dudao.plan.Terms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** U4: what a person should see before a plan binds others. */
class HealthRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-15T01:00:00Z");
    private static final LocalDate WORKDAY = LocalDate.of(2026, 6, 30);
    private static final WorkCalendar CALENDAR =
            new WorkCalendar(List.of(LocalDate.of(2026, 10, 1)), List.of(LocalDate.of(2026, 9, 27)));

    private final Plan plan = new Plan(
            UUID.randomUUID(), new UnitRef("yunxi", "云溪县教育局", "/yunxi/"), "要点", null, 2026, "sha", "office", NOW);
    private final Measure measure = plan.addChapter("一", "办学").addMeasure("（一）", "建设", "新建学校3所。（牵头单位：基础教育科、规划财务科）");

    private Target target(
            String quote,
            Comparator comparator,
            @Nullable String value,
            @Nullable String unit,
            @Nullable LocalDate due) {
        return measure.addTarget(promise(quote, comparator, value, unit, due, null), null);
    }

    private static Commitment promise(
            String quote,
            Comparator comparator,
            @Nullable String value,
            @Nullable String unit,
            @Nullable LocalDate due,
            @Nullable String relation) {
        return promise(0, quote, comparator, value, unit, due, relation);
    }

    private static Commitment promise(
            int start,
            String quote,
            Comparator comparator,
            @Nullable String value,
            @Nullable String unit,
            @Nullable LocalDate due,
            @Nullable String relation) {
        return new Commitment(
                quote,
                start,
                start + quote.length(),
                quote,
                "count",
                comparator,
                value == null ? null : new BigDecimal(value),
                null,
                unit,
                false,
                due,
                null,
                null,
                Strength.MUST,
                false,
                relation,
                Terms.NONE);
    }

    private List<String> codes(HealthRule rule) {
        return rule.findings(plan, CALENDAR).map(Finding::code).toList();
    }

    @Test
    void a_sound_target_is_not_talked_about() {
        target("新建学校", Comparator.GE, "3", "所", WORKDAY);
        assertEquals(
                List.of(),
                Stream.of(
                                new MeasuresWithoutTarget(),
                                new IncompleteTargets(),
                                new UnfitDates(),
                                new UnlikelyFigures(),
                                new RepeatedTargets(),
                                new CrowdedWeeks())
                        .flatMap(rule -> codes(rule).stream())
                        .toList());
    }

    @Test
    void a_measure_without_a_target_is_found_and_its_vague_word_named() {
        plan.chapters().getFirst().addMeasure("（二）", "提升", "进一步优化营商环境。");
        assertEquals(List.of("measure-without-target", "vague-words"), codes(new MeasuresWithoutTarget()));
        assertTrue(new MeasuresWithoutTarget()
                .findings(plan, CALENDAR)
                .toList()
                .getLast()
                .words()
                .zh()
                .contains("进一步"));
    }

    @Test
    void what_was_rejected_counts_for_nothing() {
        Target t = target("新建学校", Comparator.GE, null, "所", null);
        new PlanReview(plan, new Hand("chen", NOW)).edit(t, TargetEdit.decides(Review.REJECTED));
        assertEquals(List.of(), codes(new IncompleteTargets()));
        assertEquals(List.of("measure-without-target"), codes(new MeasuresWithoutTarget()));
    }

    @Test
    void figure_unit_and_day_are_missed() {
        target("近视率", Comparator.LE, null, "%", null);
        measure.addTarget(promise("新建学校", Comparator.GE, "3", null, WORKDAY, null), null);
        assertEquals(List.of("no-value", "no-date", "no-unit"), codes(new IncompleteTargets()));
    }

    @Test
    void a_day_off_has_the_working_day_before_it_as_its_cure_and_a_make_up_day_is_worked() {
        target("国庆", Comparator.GE, "3", "所", LocalDate.of(2026, 10, 1));
        target("调休", Comparator.GE, "3", "所", LocalDate.of(2026, 9, 27));
        Finding found = new UnfitDates().findings(plan, CALENDAR).toList().getFirst();
        assertEquals(List.of("date-day-off"), codes(new UnfitDates()));
        assertTrue(found.cure().zh().contains("2026-09-30"));
    }

    @Test
    void a_day_before_the_year_blocks_and_one_after_it_warns() {
        target("去年", Comparator.GE, "3", "所", LocalDate.of(2025, 6, 30));
        target("明年", Comparator.GE, "3", "所", LocalDate.of(2027, 6, 30));
        assertEquals(
                List.of(Severity.BLOCKING, Severity.WARNING),
                new UnfitDates().findings(plan, CALENDAR).map(Finding::severity).toList());
    }

    @Test
    void a_share_over_the_whole_blocks_but_growth_does_not() {
        target("入园率", Comparator.GE, "192", "%", WORKDAY);
        target("经费", Comparator.UP, "120", "%", WORKDAY);
        assertEquals(List.of("percent-over-100"), codes(new UnlikelyFigures()));
    }

    @Test
    void a_part_larger_than_its_whole_is_found() {
        Target whole = target("新建学校", Comparator.GE, "3", "所", WORKDAY);
        measure.addTarget(promise("小学", Comparator.GE, "5", "所", WORKDAY, "part"), whole);
        assertEquals(List.of("part-over-whole"), codes(new UnlikelyFigures()));
    }

    @Test
    void d10_a_slipped_unit_and_a_doubled_sentence_are_found() {
        target("校舍建设总面积", Comparator.GE, "46.96", "平方米", WORKDAY);
        measure.addTarget(promise(40, "校舍建设总面积。", Comparator.GE, "46.96", "平方米", WORKDAY, null), null);
        assertEquals(List.of("unit-slip", "unit-slip"), codes(new UnlikelyFigures()));
        assertEquals(List.of("repeated-target"), codes(new RepeatedTargets()));
    }

    @Test
    void several_targets_of_the_same_words_are_no_repetition_and_none_needs_no_unit() {
        target("入学率分别不低于90%、96%", Comparator.GE, "90", "%", WORKDAY);
        target("入学率分别不低于90%、96%", Comparator.GE, "96", "%", WORKDAY);
        target("零投诉", Comparator.EQ, "0", null, WORKDAY);
        assertEquals(List.of(), codes(new RepeatedTargets()));
        assertEquals(List.of(), codes(new IncompleteTargets()));
    }

    @Test
    void m4_key_work_that_repeats_an_earlier_target_is_found_in_its_own_measure() {
        target("新建学校3所", Comparator.GE, "3", "所", WORKDAY);
        Measure key = plan.addChapter("二", "重点工作").addMeasure("1.", "重点", "新建学校 3 所。");
        Target again = key.addTarget(promise("新建学校 3 所", Comparator.GE, "3", "所", WORKDAY, null), null);
        List<Finding> found = new RepeatedTargets().findings(plan, CALENDAR).toList();
        assertEquals(List.of(again.id()), found.stream().map(Finding::target).toList());
    }

    @Test
    void two_leading_units_are_found_and_one_that_was_forgotten() {
        target("新建学校", Comparator.GE, "3", "所", WORKDAY);
        Measure other = plan.chapters().getFirst().addMeasure("（二）", "招聘", "招聘教师80名。");
        other.addTarget(promise("招聘教师", Comparator.GE, "80", "名", WORKDAY, null), null);
        assertEquals(List.of("two-leads", "no-lead"), codes(new LeadUnits()));
    }

    @Test
    void a_crowded_week_is_found_for_its_unit() {
        for (int i = 0; i < 11; i++) {
            target("新建学校" + i, Comparator.GE, "3", "所", WORKDAY);
        }
        Finding found = new CrowdedWeeks().findings(plan, CALENDAR).toList().getFirst();
        assertTrue(
                found.words().zh().contains("基础教育科2026-06-29 至 2026-07-05 一周内有 11 项到期"),
                found.words().zh());
    }
}
