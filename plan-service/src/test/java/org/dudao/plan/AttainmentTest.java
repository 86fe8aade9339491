package org.dudao.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.UnitRef;
import org.dudao.plan.Share.Phase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rule of each form of target. The plan is published on 1 January; everything is due on 31 December. */
class AttainmentTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final LocalDate YEAR_END = LocalDate.of(2026, 12, 31);
    private static final LocalDate AFTER = YEAR_END.plusDays(1);
    private static final UUID LEAD = UUID.randomUUID();

    @Test
    void an_amount_has_a_rate_beyond_a_hundred_and_a_surplus() {
        Attainment a = judge(count(181), lead(Phase.COMPLETED, 230));
        assertEquals(Standing.ATTAINED, a.standing());
        assertNumber("127.1", a.rate());
        assertNumber("49", a.surplus());
    }

    @Test
    void shares_of_an_amount_add_up_and_overrule_what_the_lead_reports_until_it_is_verified() {
        Asked asked = count(100);
        Attainment under = judge(asked, lead(Phase.UNDER_WAY, 90), part("甲", 40), part("乙", 20), part("丙", null));
        assertEquals(Attainment.Basis.SHARES, under.basis());
        assertNumber("60", under.value());
        assertEquals(3, under.unitsAsked());
        Attainment verified = judge(asked, lead(Phase.COMPLETED, 101), part("甲", 40), part("乙", 20));
        assertEquals(Attainment.Basis.VERIFIED, verified.basis());
        assertNumber("101", verified.value());
    }

    @Test
    void a_part_that_was_parted_again_is_counted_in_its_parts() {
        UUID township = UUID.randomUUID();
        Attainment a = judge(
                count(10),
                lead(Phase.UNDER_WAY, null),
                share(township, LEAD, "镇", Phase.UNDER_WAY, 5),
                share(UUID.randomUUID(), township, "校一", Phase.UNDER_WAY, 2),
                share(UUID.randomUUID(), township, "校二", Phase.UNDER_WAY, 3));
        assertNumber("5", a.value());
    }

    @Test
    void what_falls_behind_the_line_from_publication_to_its_date_is_behind() {
        assertEquals(
                Standing.ON_LINE, judge(count(100), lead(Phase.UNDER_WAY, 45)).standing());
        Attainment behind = judge(count(100), lead(Phase.UNDER_WAY, 30));
        assertEquals(Standing.BEHIND, behind.standing());
        assertNumber("49.7", behind.expected());
        assertEquals(Standing.Light.AMBER, behind.standing().light());
    }

    @Test
    void a_level_is_the_average_of_its_units_and_its_line_begins_where_it_stood() {
        Asked asked = asked("percent", Comparator.GE, "90", null, "%", null, false, false, "80");
        Attainment a = judge(asked, lead(Phase.UNDER_WAY, null), part("甲", 92), part("乙", 84));
        assertNumber("88.00", a.value());
        assertNumber("85.0", a.expected());
        assertEquals(Standing.ON_LINE, a.standing());
        assertNull(judge(asked("percent", Comparator.GE, "90", null, "%"), lead(Phase.UNDER_WAY, 50))
                .expected());
    }

    @Test
    void a_change_is_reached_by_the_change_itself() {
        Asked asked = asked("change", Comparator.DOWN, "1", null, "个百分点");
        assertEquals(
                Standing.TO_VERIFY, judge(asked, lead(Phase.UNDER_WAY, "1.45")).standing());
        assertNumber("0.45", judge(asked, lead(Phase.UNDER_WAY, "1.45")).surplus());
        assertEquals(Standing.SHORT, judge(asked, lead(Phase.COMPLETED, "0.8")).standing());
    }

    @Test
    void the_smaller_place_is_the_better_and_places_are_not_added() {
        Asked asked = asked("rank", Comparator.LE, "3", null, "名");
        assertEquals(Standing.TO_VERIFY, judge(asked, lead(Phase.UNDER_WAY, 2)).standing());
        assertEquals(Standing.ON_LINE, judge(asked, lead(Phase.UNDER_WAY, 5)).standing());
        assertNull(judge(asked, lead(Phase.UNDER_WAY, null), part("甲", 1), part("乙", 2))
                .value());
    }

    @Test
    void a_range_is_reached_at_its_lower_bound_and_exceeded_above_its_upper() {
        Asked asked = asked("count", Comparator.GE, "3", "5", "所");
        assertEquals(Standing.ATTAINED, judge(asked, lead(Phase.COMPLETED, 4)).standing());
        assertNull(judge(asked, lead(Phase.COMPLETED, 4)).surplus());
        assertNumber("2", judge(asked, lead(Phase.COMPLETED, 7)).surplus());
    }

    @Test
    void one_event_breaks_a_target_of_none_whatever_is_reported_later() {
        Asked asked = asked("count", Comparator.EQ, "0", null, "起");
        assertEquals(Standing.ON_LINE, judge(asked, lead(Phase.UNDER_WAY, 0)).standing());
        Share healed = new Share(
                UUID.randomUUID(),
                UUID.randomUUID(),
                LEAD,
                unit("甲"),
                List.of(),
                List.of(),
                YEAR_END,
                YEAR_END,
                Phase.UNDER_WAY,
                BigDecimal.ZERO,
                BigDecimal.ONE,
                null,
                null,
                false);
        assertEquals(
                Standing.BROKEN,
                Attainment.of(asked, List.of(lead(Phase.COMPLETED, 0), healed), JULY)
                        .standing());
        assertEquals(Standing.ATTAINED, judge(asked, lead(Phase.COMPLETED, 0)).standing());
    }

    @Test
    void a_universal_target_is_true_only_when_every_unit_reaches_it() {
        Asked asked = asked("universal", Comparator.GE, "1", null, "名", null, true, false, null);
        Attainment one = judge(asked, lead(Phase.UNDER_WAY, null), part("甲", 2), part("乙", 0), part("丙", null));
        assertEquals(3, one.unitsAsked());
        assertEquals(1, one.unitsReached());
        assertNumber("33.3", one.rate());
        assertEquals(
                Standing.SHORT,
                judge(asked, lead(Phase.COMPLETED, null), part("甲", 2), part("乙", 0))
                        .standing());
        assertEquals(
                Standing.TO_VERIFY,
                judge(asked, lead(Phase.UNDER_WAY, null), part("甲", 2), part("乙", 1))
                        .standing());
    }

    @Test
    void a_named_unit_owes_its_own_figure_instead() {
        Asked asked = new Asked(
                "percent",
                Comparator.GE,
                new BigDecimal("35"),
                null,
                "%",
                null,
                true,
                false,
                null,
                CountedFrom.REPORTS,
                NEW_YEAR,
                YEAR_END,
                List.of(new Asked.Exception("经开区、高新区", new BigDecimal("50"))));
        Attainment a = judge(asked, lead(Phase.UNDER_WAY, null), part("经开区", 40), part("青山区", 40));
        assertEquals(1, a.unitsReached());
    }

    @Test
    void what_is_to_be_kept_is_broken_when_it_falls_and_done_only_at_its_date() {
        Asked asked = asked("percent", Comparator.GE, "90", null, "%", null, false, true, null);
        assertEquals(Form.HOLD, asked.form());
        assertEquals(
                Standing.ON_LINE, judge(asked, lead(Phase.UNDER_WAY, "91.81")).standing());
        assertEquals(
                Standing.BROKEN, judge(asked, lead(Phase.UNDER_WAY, "89.9")).standing());
        assertEquals(
                Standing.ATTAINED, judge(asked, lead(Phase.COMPLETED, "90")).standing());
    }

    @Test
    void what_is_owed_in_each_period_is_owed_of_each_unit() {
        Asked asked = asked("frequency", Comparator.GE, "2", null, "次", "per-term", false, false, null);
        Attainment a = judge(asked, lead(Phase.UNDER_WAY, null), part("甲", 4), part("乙", 2));
        assertNumber("2", a.value());
        assertNumber("50.0", a.rate());
        assertEquals(1, a.unitsReached());
        assertNumber(
                "0",
                judge(asked, lead(Phase.UNDER_WAY, null), part("甲", 4), part("乙", null))
                        .value());
    }

    @Test
    void a_deliverable_is_done_when_it_is_verified_and_of_shares_when_every_one_is() {
        Asked asked = asked("milestone", Comparator.DONE, null, null, null);
        assertEquals(Standing.ON_LINE, judge(asked, lead(Phase.UNDER_WAY, 60)).standing());
        assertEquals(
                Standing.ATTAINED, judge(asked, lead(Phase.COMPLETED, null)).standing());
        Attainment half = judge(
                asked,
                lead(Phase.UNDER_WAY, null),
                share(UUID.randomUUID(), LEAD, "甲", Phase.COMPLETED, null),
                part("乙", null));
        assertNumber("50.0", half.rate());
        assertEquals(Standing.ON_LINE, half.standing());
    }

    @Test
    void a_limit_is_broken_when_it_is_passed() {
        Asked asked = asked("percent", Comparator.LE, "5", null, "%");
        assertEquals(
                Standing.ON_LINE, judge(asked, lead(Phase.UNDER_WAY, "4.9")).standing());
        assertEquals(Standing.BROKEN, judge(asked, lead(Phase.UNDER_WAY, "5.1")).standing());
    }

    @Test
    void a_figure_is_not_attained_before_its_parts_are() {
        Attainment studios = judge(count(70), lead(Phase.COMPLETED, 72));
        Attainment rural = judge(count(30), lead(Phase.UNDER_WAY, 5));
        assertEquals(Standing.BEHIND, studios.with(List.of(rural)).standing());
        assertEquals(
                Standing.ATTAINED,
                studios.with(List.of(judge(count(30), lead(Phase.COMPLETED, 30))))
                        .standing());
    }

    /** U14: an inspection quota is counted, not typed in. */
    @Test
    void a_figure_that_is_counted_elsewhere_is_not_taken_from_reports() {
        Asked asked = new Asked(
                "count",
                Comparator.EQ,
                BigDecimal.TEN,
                null,
                "所",
                null,
                false,
                false,
                null,
                CountedFrom.INSPECTIONS,
                NEW_YEAR,
                YEAR_END,
                List.of());
        Attainment a = judge(asked, lead(Phase.UNDER_WAY, 9));
        assertEquals(Attainment.Basis.COUNTED, a.basis());
        assertNull(a.value());
    }

    /** T14: overdue follows from the clock alone. */
    @Test
    void overdue_follows_from_the_clock_and_ends_when_it_is_handed_in() {
        Asked asked = asked("milestone", Comparator.DONE, null, null, null);
        assertEquals(
                Standing.OVERDUE,
                Attainment.of(asked, List.of(lead(Phase.UNDER_WAY, null)), AFTER)
                        .standing());
        assertEquals(Standing.OVERDUE, Attainment.of(asked, List.of(), AFTER).standing());
        assertEquals(
                Standing.TO_VERIFY,
                Attainment.of(asked, List.of(lead(Phase.SUBMITTED, null)), AFTER)
                        .standing());
        assertEquals(
                Standing.DUE_SOON,
                Attainment.of(asked, List.of(lead(Phase.UNDER_WAY, null)), YEAR_END)
                        .standing());
    }

    @Test
    void what_nobody_has_or_all_have_ended_says_so() {
        assertEquals(Standing.UNASSIGNED, judge(count(3)).standing());
        assertEquals(
                Standing.ENDED, judge(count(3), lead(Phase.CANCELLED, null)).standing());
        assertEquals(
                Standing.NOT_STARTED,
                Attainment.of(count(3), List.of(lead(Phase.ASSIGNED, null)), NEW_YEAR)
                        .standing());
    }

    @Test
    void the_light_of_several_is_the_gravest() {
        assertEquals(Standing.Light.RED, Standing.light(List.of(Standing.ATTAINED, Standing.OVERDUE)));
        assertEquals(Standing.Light.GREEN, Standing.light(List.of(Standing.ATTAINED)));
        assertEquals(Standing.Light.BLUE, Standing.light(List.of(Standing.ATTAINED, Standing.ON_LINE)));
    }

    private static Attainment judge(Asked asked, Share... shares) {
        return Attainment.of(asked, Arrays.asList(shares), JULY);
    }

    private static Asked count(int value) {
        return asked("count", Comparator.EQ, String.valueOf(value), null, "所");
    }

    private static Asked asked(
            String kind, Comparator comparator, @Nullable String value, @Nullable String upper, @Nullable String unit) {
        return asked(kind, comparator, value, upper, unit, null, false, false, null);
    }

    private static Asked asked(
            String kind,
            Comparator comparator,
            @Nullable String value,
            @Nullable String upper,
            @Nullable String unit,
            @Nullable String recurrence,
            boolean universal,
            boolean hold,
            @Nullable String startsFrom) {
        return new Asked(
                kind,
                comparator,
                number(value),
                number(upper),
                unit,
                recurrence,
                universal,
                hold,
                number(startsFrom),
                CountedFrom.REPORTS,
                NEW_YEAR,
                YEAR_END,
                List.of());
    }

    private static Share lead(Phase phase, @Nullable Object value) {
        return share(LEAD, null, "基础教育科", phase, value);
    }

    private static Share part(String unit, @Nullable Object value) {
        return share(UUID.randomUUID(), LEAD, unit, Phase.UNDER_WAY, value);
    }

    private static Share share(UUID task, @Nullable UUID parent, String unit, Phase phase, @Nullable Object value) {
        BigDecimal number = number(value == null ? null : value.toString());
        return new Share(
                task,
                UUID.randomUUID(),
                parent,
                unit(unit),
                List.of(),
                List.of(),
                YEAR_END,
                YEAR_END,
                phase,
                number,
                number,
                null,
                null,
                false);
    }

    private static UnitRef unit(String name) {
        return new UnitRef(name, name, "/yunxi/" + name + "/");
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static void assertNumber(String expected, @Nullable BigDecimal actual) {
        assertEquals(0, new BigDecimal(expected).compareTo(actual), () -> expected + " but " + actual);
    }
}
