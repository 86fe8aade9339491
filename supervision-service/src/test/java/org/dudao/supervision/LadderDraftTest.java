package org.dudao.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.List;
import org.dudao.contracts.Audience;
import org.dudao.contracts.Rung;
import org.dudao.startup.Problem;
import org.dudao.supervision.LadderPolicy.Repeat;
import org.junit.jupiter.api.Test;

class LadderDraftTest {

    private static final List<Audience> UNIT = List.of(Audience.RESPONSIBLE_UNIT);

    private static LadderPolicy.Step rung(int ordinal, Rung rung, int days, String... signers) {
        return new LadderPolicy.Step(ordinal, rung, days, signers.length == 0, UNIT, List.of(signers), null, null);
    }

    private static List<String> faults(LadderPolicy.Step... rungs) {
        return new LadderDraft(LocalTime.of(9, 0), "测试", List.of(rungs))
                .faults().stream().map(Problem.Field::field).toList();
    }

    @Test
    void the_ladder_that_ships_is_sound() {
        assertEquals(List.of(), new LadderDraft(LocalTime.of(9, 0), "测试", Ladders.POLICY.rungs()).faults());
    }

    @Test
    void the_first_rung_is_automatic_and_at_once() {
        assertEquals(
                List.of("rungs[0].workingDays", "rungs[0].automatic"), faults(rung(1, Rung.REMINDER, 2, "supervisor")));
    }

    @Test
    void rungs_rise_in_rank_and_in_days() {
        assertEquals(
                List.of("rungs[1].rung", "rungs[1].workingDays"),
                faults(rung(1, Rung.WARNING, 0), rung(2, Rung.URGING, 0)));
    }

    @Test
    void software_never_disciplines_by_itself_and_only_leaders_hold_to_account() {
        assertEquals(List.of("rungs[1].automatic"), faults(rung(1, Rung.REMINDER, 0), rung(2, Rung.BULLETIN, 3)));
        assertEquals(
                List.of("rungs[1].signers"),
                faults(rung(1, Rung.REMINDER, 0), rung(2, Rung.ACCOUNTABILITY, 3, "supervisor")));
        assertEquals(
                List.of("rungs[1].signers"), faults(rung(1, Rung.REMINDER, 0), rung(2, Rung.BULLETIN, 3, "school")));
    }

    @Test
    void t7_a_repeat_has_a_limit_and_ends_before_the_next_rung() {
        var often = new LadderPolicy.Step(1, Rung.REMINDER, 0, true, UNIT, List.of(), null, new Repeat(1, 11));
        var long_ = new LadderPolicy.Step(1, Rung.REMINDER, 0, true, UNIT, List.of(), null, new Repeat(2, 2));
        var fits = new LadderPolicy.Step(1, Rung.REMINDER, 0, true, UNIT, List.of(), null, new Repeat(1, 3));

        assertEquals(List.of("rungs[0].repeat"), faults(often));
        assertEquals(List.of("rungs[0].repeat"), faults(long_, rung(2, Rung.URGING, 4)));
        assertEquals(List.of(), faults(fits, rung(2, Rung.URGING, 4)));
    }

    @Test
    void t8_the_unit_above_hears_later_or_at_once_but_not_twice() {
        var twice =
                new LadderPolicy.Step(1, Rung.REMINDER, 0, true, List.of(Audience.SUPERIOR_UNIT), List.of(), 2, null);
        var tooLate = new LadderPolicy.Step(1, Rung.REMINDER, 0, true, UNIT, List.of(), 3, null);

        assertEquals(List.of("rungs[0].superiorAfter"), faults(twice));
        assertEquals(List.of("rungs[0].superiorAfter"), faults(tooLate, rung(2, Rung.URGING, 3)));
    }

    @Test
    void the_refusal_names_every_fault_with_its_place_in_both_languages() {
        var draft =
                new LadderDraft(LocalTime.of(9, 0), "测试", List.of(rung(1, Rung.WARNING, 1), rung(2, Rung.URGING, 1)));

        Problem refused = assertThrows(Problem.class, draft::requireSound);

        assertEquals(422, refused.status());
        assertEquals(3, refused.fields().size());
        assertTrue(refused.fields().getLast().zh().startsWith("第 2 级"), refused.fields()::toString);
        assertTrue(refused.fields().getLast().en().startsWith("Rung 2"), refused.fields()::toString);
    }
}
