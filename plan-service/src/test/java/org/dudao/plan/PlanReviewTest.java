package org.dudao.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.Strength;
import org.dudao.contracts.UnitRef;
import org.dudao.plan.Reading.Change;
import org.dudao.startup.Problem;
import org.junit.jupiter.api.Test;

class PlanReviewTest {

    private static final Instant NOW = Instant.parse("2026-01-15T01:00:00Z");
    private static final String TEXT = "年底前新建学校3所，招聘教师80名。";

    private final Plan plan = new Plan(
            UUID.randomUUID(), new UnitRef("yunxi", "云溪县教育局", "/yunxi/"), "要点", null, 2026, "sha", "office", NOW);
    private final Measure measure = plan.addChapter("二", "扩大资源").addMeasure("（六）", "加快学位建设", TEXT);
    private final Target schools = measure.addTarget(promise("年底前新建学校3所", 3));
    private final Target teachers = measure.addTarget(promise("招聘教师80名", 80));

    private static Commitment promise(String quote, int value) {
        int start = TEXT.indexOf(quote);
        return new Commitment(
                quote,
                start,
                start + quote.length(),
                quote,
                "count",
                Comparator.EQ,
                BigDecimal.valueOf(value),
                null,
                "所",
                false,
                LocalDate.of(2026, 8, 31),
                null,
                null,
                Strength.MUST,
                false,
                null,
                Terms.NONE);
    }

    private PlanReview by(String who) {
        return new PlanReview(plan, new Hand(who, NOW));
    }

    @Test
    void an_edit_changes_what_it_names_clears_what_it_empties_and_counts_a_version() {
        long before = plan.version();
        by("chen")
                .edit(
                        teachers,
                        new TargetEdit(
                                "新招聘教师",
                                null,
                                Comparator.GE,
                                Optional.of(BigDecimal.valueOf(90)),
                                null,
                                Optional.of("名"),
                                true,
                                Optional.empty(),
                                null,
                                Strength.AIM,
                                null,
                                Optional.of("山区学校"),
                                null,
                                null,
                                null,
                                null,
                                null,
                                Review.ACCEPTED));
        assertEquals("新招聘教师", teachers.indicator());
        assertEquals(BigDecimal.valueOf(90), teachers.value());
        assertEquals(null, teachers.dueOn());
        assertEquals("山区学校", teachers.terms().population());
        assertEquals(Strength.AIM, teachers.strength());
        assertEquals(Review.ACCEPTED, teachers.review());
        assertEquals(before + 1, plan.version());
        assertEquals(plan.version(), teachers.version());
        assertEquals("chen", teachers.changedBy());
    }

    @Test
    void two_people_at_different_targets_are_not_in_each_others_way() {
        long seen = teachers.version();
        by("chen").edit(schools, TargetEdit.decides(Review.ACCEPTED));
        assertEquals(seen, teachers.version());
    }

    @Test
    void an_upper_bound_below_the_value_is_refused() {
        TargetEdit edit = new TargetEdit(
                null,
                null,
                null,
                null,
                Optional.of(BigDecimal.ONE),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        assertThrows(Problem.class, () -> by("chen").edit(schools, edit));
    }

    /** M4: key work at the end of a plan says once more what stands before. */
    @Test
    void what_is_repeated_at_the_end_counts_once_is_key_and_can_be_undone() {
        List<Change> act = by("chen").repeat(teachers, schools);
        assertTrue(schools.key());
        assertEquals(List.of(schools), plan.targets().toList());
        assertEquals(List.of(teachers), teachers.measure().repetitions());
        assertEquals(schools.id(), teachers.repeats());
        assertThrows(Problem.class, () -> by("chen").repeat(schools, schools));
        by("chen").undo(act);
        assertFalse(schools.key());
        assertEquals(List.of(), teachers.measure().repetitions());
        assertEquals(2, plan.targets().count());
    }

    @Test
    void key_work_is_marked_once_and_told_as_news_once() {
        long before = plan.version();
        assertEquals(
                2,
                KeyWork.mark(plan, List.of(schools, teachers), true, new Hand("chen", NOW))
                        .size());
        assertEquals(List.of(), KeyWork.mark(plan, List.of(schools), true, new Hand("chen", NOW)));
        assertEquals(before + 1, plan.version());
        assertTrue(schools.reading().key());
    }

    @Test
    void nobody_replaces_a_target_by_editing_it() {
        assertThrows(Problem.class, () -> by("chen").edit(schools, TargetEdit.decides(Review.REPLACED)));
    }

    @Test
    void several_steps_are_undone_one_after_the_other() {
        List<Change> first = by("chen").edit(schools, TargetEdit.decides(Review.ACCEPTED));
        List<Change> second = by("chen").edit(schools, TargetEdit.decides(Review.REJECTED));
        by("chen").undo(second);
        assertEquals(Review.ACCEPTED, schools.review());
        by("chen").undo(first);
        assertEquals(Review.PROPOSED, schools.review());
    }

    @Test
    void what_another_has_changed_since_is_not_undone_over_his_head() {
        List<Change> mine = by("chen").edit(schools, TargetEdit.decides(Review.ACCEPTED));
        by("lin").edit(schools, TargetEdit.decides(Review.REJECTED));
        Problem refused = assertThrows(Problem.class, () -> by("chen").undo(mine));
        assertEquals("undo-overtaken", refused.slug());
        assertEquals(Review.REJECTED, schools.review());
    }

    @Test
    void a_merged_target_takes_in_the_words_of_the_other_and_lets_go_of_them_when_undone() {
        List<Change> merged = by("chen").merge(schools, List.of(teachers));
        assertEquals("年底前新建学校3所，招聘教师80名", schools.quote());
        assertEquals(List.of(schools), measure.targets());
        by("chen").undo(merged);
        assertEquals("年底前新建学校3所", schools.quote());
        assertEquals(List.of(schools, teachers), measure.targets());
    }

    @Test
    void a_split_target_is_its_first_part_and_whole_again_when_undone() {
        Commitment whole = schools.commitment();
        List<Change> split =
                by("chen").split(schools, List.of(whole.quoting("年底前", 0, 3), whole.quoting("新建学校3所", 3, 9)));
        assertEquals(
                List.of("年底前", "新建学校3所", "招聘教师80名"),
                measure.targets().stream().map(Target::quote).toList());
        by("chen").undo(split);
        assertEquals(List.of(schools, teachers), measure.targets());
        assertEquals(whole, schools.commitment());
    }

    @Test
    void a_target_that_was_added_is_accepted_and_stands_no_more_when_undone() {
        List<Change> added = by("chen").add(measure, promise("新建学校3所", 3));
        assertEquals(3, measure.targets().size());
        assertEquals(Review.ACCEPTED, measure.targets().get(1).review());
        by("chen").undo(added);
        assertEquals(List.of(schools, teachers), measure.targets());
    }

    @Test
    void a_measure_is_cut_where_its_heading_was_missed_and_joined_again_without_losing_a_word() {
        int cut = TEXT.indexOf("招聘");
        Measure next = new PlanOutline(plan).split(measure, cut);
        assertEquals("年底前新建学校3所，", measure.body());
        assertEquals(List.of(teachers), next.targets());
        assertEquals("招聘教师80名", next.body().substring(teachers.quoteStart(), teachers.quoteEnd()));
        assertThrows(Problem.class, () -> new PlanOutline(plan).split(measure, 5));

        new PlanOutline(plan).joinToFormer(next);
        assertEquals(List.of(schools, teachers), measure.targets());
        assertEquals("招聘教师80名", measure.body().substring(teachers.quoteStart(), teachers.quoteEnd()));
        assertFalse(plan.measure(next.id()).isPresent());
        assertThrows(Problem.class, () -> new PlanOutline(plan).joinToFormer(measure));
    }
}
