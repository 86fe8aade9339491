package org.dudao.supervision;

import static org.dudao.supervision.Ladders.LEADER;
import static org.dudao.supervision.Ladders.OTHER_SCHOOL;
import static org.dudao.supervision.Ladders.SCHOOL;
import static org.dudao.supervision.Ladders.SUPERVISOR;
import static org.dudao.supervision.Ladders.TIME;
import static org.dudao.supervision.Ladders.at;
import static org.dudao.supervision.Ladders.raised;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.dudao.contracts.Rung;
import org.dudao.contracts.TaskFacts;
import org.dudao.contracts.UnitRef;
import org.dudao.supervision.AlertState.Closed;
import org.dudao.supervision.AlertState.Open;
import org.dudao.supervision.KnownTasks.Known;
import org.dudao.supervision.KnownTasks.Verdict;
import org.junit.jupiter.api.Test;

class AlertStateTest {

    private final Alert alert = raised(LocalDate.of(2026, 6, 30));

    @Test
    void an_acknowledged_alert_goes_on_climbing() {
        var event = alert.acknowledge("school", "正在赶工", at(7, 1, 9)).orElseThrow();

        assertEquals("正在赶工", event.note());
        assertEquals(2, event.version());
        assertEquals(at(7, 2, 9), alert.nextStepAt());
        assertEquals("school", ((Open) alert.state()).acknowledgement().by());
    }

    @Test
    void a_second_click_on_acknowledge_says_nothing() {
        alert.acknowledge("school", "正在赶工", at(7, 1, 9));
        assertTrue(alert.acknowledge("school", "正在赶工", at(7, 1, 9)).isEmpty());
        assertEquals(2, alert.version());
    }

    @Test
    void closing_drops_what_is_left_of_the_ladder() {
        var event = alert.close("leader", "并入专项督办", at(7, 3, 9));

        assertEquals(Rung.REMINDER, event.rung());
        assertInstanceOf(Closed.class, alert.state());
        assertNull(alert.nextStepAt());
        assertEquals(AlertStep.Phase.TAKEN, alert.steps().getFirst().phase());
        assertTrue(alert.steps().stream().skip(1).allMatch(s -> s.phase() == AlertStep.Phase.DROPPED));
    }

    @Test
    void a_closed_alert_is_left_alone() {
        alert.close("leader", "并入专项督办", at(7, 3, 9));

        assertThrows(AlertAlreadyClosed.class, () -> alert.close("leader", "再关", at(7, 3, 10)));
        assertThrows(AlertAlreadyClosed.class, () -> alert.acknowledge("school", "", at(7, 3, 10)));
        assertThrows(AlertAlreadyClosed.class, () -> alert.escalate("supervisor", "", at(7, 3, 10)));
        assertThrows(AlertAlreadyClosed.class, () -> alert.snooze(at(7, 9, 0), "", "supervisor", at(7, 3, 10), TIME));
        assertThrows(AlertAlreadyClosed.class, () -> alert.sign(5, "leader", at(7, 3, 10), TIME));
        assertInstanceOf(AlertAlreadyClosed.class, Act.CLOSE.refusal(alert, LEADER));
    }

    @Test
    void only_the_responsible_unit_acknowledges() {
        assertNull(Act.ACKNOWLEDGE.refusal(alert, SCHOOL));
        assertInstanceOf(NotTheResponsibleUnit.class, Act.ACKNOWLEDGE.refusal(alert, OTHER_SCHOOL));
        assertInstanceOf(NotTheResponsibleUnit.class, Act.ACKNOWLEDGE.refusal(alert, SUPERVISOR));
    }

    @Test
    void only_supervisors_snooze_and_escalate() {
        assertNull(Act.SNOOZE.refusal(alert, SUPERVISOR));
        assertNull(Act.ESCALATE.refusal(alert, SUPERVISOR));
        assertInstanceOf(NotYourRole.class, Act.SNOOZE.refusal(alert, SCHOOL));
        assertInstanceOf(NotYourRole.class, Act.ESCALATE.refusal(alert, LEADER));
    }

    @Test
    void a_bulletin_is_signed_by_a_supervisor_and_accountability_by_a_leader_only() {
        climbUntilProposed(Rung.BULLETIN);
        assertNull(Act.SIGN.refusal(alert, SUPERVISOR));
        assertNull(Act.DECLINE.refusal(alert, LEADER));
        assertInstanceOf(NotYoursToSign.class, Act.SIGN.refusal(alert, SCHOOL));

        climbUntilProposed(Rung.ACCOUNTABILITY);
        assertInstanceOf(NotYoursToSign.class, Act.SIGN.refusal(alert, SUPERVISOR));
        assertNull(Act.SIGN.refusal(alert, LEADER));
    }

    @Test
    void without_a_proposal_nobody_signs() {
        assertInstanceOf(NothingToSign.class, Act.SIGN.refusal(alert, LEADER));
    }

    @Test
    void an_overdue_fact_stands_only_while_the_task_is_open_and_its_deadline_the_same() {
        LocalDate june = LocalDate.of(2026, 6, 30);
        assertEquals(Verdict.STANDS, Verdict.on(known(KnownTasks.Phase.OPEN, june), june));
        assertEquals(Verdict.DEADLINE_MOVED, Verdict.on(known(KnownTasks.Phase.OPEN, LocalDate.of(2026, 9, 30)), june));
        assertEquals(Verdict.TASK_COMPLETED, Verdict.on(known(KnownTasks.Phase.COMPLETED, june), june));
        assertEquals(Verdict.TASK_CANCELLED, Verdict.on(known(KnownTasks.Phase.CANCELLED, june), june));
    }

    private static Known known(KnownTasks.Phase phase, LocalDate dueOn) {
        UnitRef unit = new UnitRef("s-001", "云溪县实验小学", "/yunxi/t-01/s-001/");
        var id = java.util.UUID.randomUUID();
        return new Known(new TaskFacts(id, id, id, null, "t", unit, unit, List.of(), dueOn), phase, 0);
    }

    private void climbUntilProposed(Rung rung) {
        while (alert.waitingForSignature().map(AlertStep::rung).orElse(Rung.REMINDER) != rung) {
            alert.waitingForSignature()
                    .ifPresentOrElse(
                            s -> alert.sign(s.ordinal(), "leader", at(7, 1, 10), TIME),
                            () -> alert.escalate("supervisor", "加快", at(7, 1, 10)));
        }
    }
}
