package org.dudao.supervision;

import static org.dudao.supervision.Ladders.POLICY;
import static org.dudao.supervision.Ladders.SHANGHAI;
import static org.dudao.supervision.Ladders.TIME;
import static org.dudao.supervision.Ladders.at;
import static org.dudao.supervision.Ladders.raised;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dudao.contracts.Rung;
import org.dudao.contracts.SupervisionEvent.AlertEscalated;
import org.dudao.contracts.SupervisionEvent.RungProposed;
import org.dudao.contracts.WorkCalendar;
import org.junit.jupiter.api.Test;

class LadderTest {

    private static List<Instant> planned(Alert alert) {
        return alert.steps().stream().map(AlertStep::plannedAt).toList();
    }

    @Test
    void the_first_rung_is_taken_at_once_and_the_others_are_planned() {
        Alert alert = raised(LocalDate.of(2026, 6, 30));

        assertEquals(Rung.REMINDER, alert.raised().rung());
        assertEquals(AlertStep.Phase.TAKEN, alert.steps().getFirst().phase());
        assertEquals(StepBecause.RAISED, alert.steps().getFirst().because());
        assertEquals(at(7, 1, 0), planned(alert).getFirst());
        assertEquals(at(7, 2, 9), alert.nextStepAt());
        assertTrue(alert.steps().stream().skip(1).allMatch(s -> s.phase() == AlertStep.Phase.PLANNED));
    }

    @Test
    void rungs_count_working_days_over_国庆_and_its_make_up_days() {
        // Due on Tuesday 29 September: late from Wednesday 30; 1–7 October off; Saturday 10 October is worked.
        Alert alert = raised(LocalDate.of(2026, 9, 29));

        assertEquals(
                List.of(
                        at(9, 30, 0),
                        at(10, 8, 9),
                        at(10, 10, 9),
                        at(10, 13, 9),
                        at(10, 16, 9),
                        at(10, 22, 9),
                        at(11, 3, 9)),
                planned(alert));
    }

    @Test
    void a_deadline_on_a_friday_leaves_as_many_working_days_as_one_on_a_wednesday() {
        assertEquals(at(7, 14, 9), raised(LocalDate.of(2026, 7, 10)).nextStepAt());
        assertEquals(at(7, 10, 9), raised(LocalDate.of(2026, 7, 8)).nextStepAt());
    }

    @Test
    void a_make_up_sunday_counts() {
        // Due on Friday 25 September; Sunday 27 is worked and is the first late working day.
        assertEquals(at(9, 28, 9), raised(LocalDate.of(2026, 9, 25)).nextStepAt());
    }

    @Test
    void a_year_whose_calendar_is_unknown_has_plain_weekends() {
        BureauTime plain = new BureauTime(WorkCalendar.weekdays(), SHANGHAI);
        assertEquals(at(10, 1, 9), plain.rungAt(LocalDate.of(2026, 9, 30), 1, POLICY.firesAt()));
    }

    @Test
    void escalating_by_hand_takes_the_next_rung_early_and_leaves_the_later_dates() {
        Alert alert = raised(LocalDate.of(2026, 6, 30));

        var event = (AlertEscalated) alert.escalate("supervisor", "市里要求", at(7, 1, 10));

        assertEquals(Rung.URGING, event.rung());
        assertEquals("supervisor", event.signedBy());
        assertEquals(2, event.version());
        assertEquals(at(7, 6, 9), alert.nextStepAt());
        assertEquals("市里要求", alert.steps().get(1).note());
    }

    @Test
    void a_high_rung_is_only_proposed_and_holds_the_later_ones_back() {
        Alert alert = climbedTo(Rung.SUPERVISION);

        var event = (RungProposed) alert.escalate("supervisor", "事关安全", at(7, 1, 11));

        assertEquals(Rung.BULLETIN, event.rung());
        assertEquals(Rung.SUPERVISION, alert.state().rung());
        assertNull(alert.nextStepAt());
        assertThrows(RungWaitsForSignature.class, () -> alert.escalate("supervisor", "再快", at(7, 1, 12)));
    }

    @Test
    void a_late_signature_moves_what_follows_by_the_working_days_it_took() {
        Alert alert = climbedTo(Rung.SUPERVISION);
        alert.escalate("supervisor", "事关安全", at(7, 1, 11));
        assertEquals(at(7, 17, 9), alert.steps().get(5).plannedAt());

        // Planned for Monday 13 July, signed on Thursday 16.
        AlertEscalated signed = alert.sign(5, "leader", at(7, 16, 15), TIME);

        assertEquals(Rung.BULLETIN, signed.rung());
        assertEquals("leader", signed.signedBy());
        assertEquals(AlertStep.Phase.SIGNED, alert.steps().get(4).phase());
        assertEquals(at(7, 22, 9), alert.steps().get(5).plannedAt());
        assertEquals(StepBecause.SIGNATURE_AWAITED, alert.steps().get(5).because());
        assertEquals(at(7, 22, 9), alert.nextStepAt());
    }

    @Test
    void a_signature_before_its_day_moves_nothing() {
        Alert alert = climbedTo(Rung.SUPERVISION);
        alert.escalate("supervisor", "事关安全", at(7, 1, 11));

        alert.sign(5, "supervisor", at(7, 1, 12), TIME);

        assertEquals(at(7, 17, 9), alert.nextStepAt());
    }

    @Test
    void a_declined_rung_is_dropped_with_its_reason_and_the_ladder_goes_on() {
        Alert alert = climbedTo(Rung.SUPERVISION);
        alert.escalate("supervisor", "事关安全", at(7, 1, 11));

        assertEquals(Rung.BULLETIN, alert.decline(5, "leader", "已当面说明", at(7, 14, 9), TIME));

        assertEquals(AlertStep.Phase.DROPPED, alert.steps().get(4).phase());
        assertEquals("已当面说明", alert.steps().get(4).note());
        assertEquals(Rung.SUPERVISION, alert.state().rung());
        assertEquals(at(7, 20, 9), alert.nextStepAt());
    }

    @Test
    void what_is_not_proposed_can_not_be_signed() {
        Alert alert = raised(LocalDate.of(2026, 6, 30));
        assertThrows(NothingToSign.class, () -> alert.sign(5, "leader", at(7, 1, 9), TIME));
        assertThrows(NothingToSign.class, () -> alert.sign(99, "leader", at(7, 1, 9), TIME));
    }

    @Test
    void a_snooze_moves_the_planned_steps_by_the_working_days_of_the_rest() {
        Alert alert = raised(LocalDate.of(2026, 6, 30));

        // From Wednesday 1 July to the end of Monday 6: three working days.
        alert.snooze(at(7, 7, 0), "等待验收", "supervisor", at(7, 1, 10), TIME);

        assertEquals(at(7, 7, 9), alert.nextStepAt());
        assertEquals(StepBecause.SNOOZED, alert.steps().get(1).because());
        assertEquals(at(7, 9, 9), alert.steps().get(2).plannedAt());
    }

    @Test
    void a_second_snooze_replaces_the_first() {
        Alert alert = raised(LocalDate.of(2026, 6, 30));
        alert.snooze(at(7, 15, 0), "等待验收", "supervisor", at(7, 1, 10), TIME);

        alert.snooze(at(7, 7, 0), "验收提前", "supervisor", at(7, 2, 10), TIME);

        assertEquals(at(7, 7, 9), alert.nextStepAt());
    }

    @Test
    void no_step_falls_into_the_rest() {
        Alert alert = raised(LocalDate.of(2026, 6, 30));

        alert.snooze(at(7, 3, 12), "等待验收", "supervisor", at(7, 2, 8), TIME);

        assertEquals(at(7, 6, 9), alert.nextStepAt());
    }

    @Test
    void a_snooze_ends_in_the_future() {
        Alert alert = raised(LocalDate.of(2026, 6, 30));
        assertThrows(
                SnoozeEndsInThePast.class, () -> alert.snooze(at(7, 1, 9), "迟了", "supervisor", at(7, 1, 10), TIME));
    }

    @Test
    void at_the_top_there_is_no_next_rung() {
        Alert alert = climbedTo(Rung.ACCOUNTABILITY);
        assertNull(alert.nextStepAt());
        assertThrows(NoRungLeft.class, () -> alert.escalate("supervisor", "还要", at(8, 1, 9)));
    }

    private static Alert climbedTo(Rung rung) {
        Alert alert = raised(LocalDate.of(2026, 6, 30));
        while (alert.state().rung() != rung) {
            if (alert.escalate("supervisor", "加快", at(7, 1, 10)) instanceof RungProposed) {
                int waiting = alert.waitingForSignature().orElseThrow().ordinal();
                alert.sign(waiting, "leader", at(7, 1, 10), TIME);
            }
        }
        return alert;
    }
}
