package org.dudao.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.dudao.contracts.TaskEvent;
import org.dudao.contracts.TaskEvent.TaskAssigned;
import org.dudao.contracts.TaskEvent.TaskCompleted;
import org.dudao.contracts.TaskEvent.TaskExtended;
import org.dudao.contracts.TaskEvent.TaskResumed;
import org.dudao.contracts.TaskEvent.TaskReturned;
import org.dudao.contracts.UnitRef;
import org.dudao.contracts.WorkCalendar;
import org.junit.jupiter.api.Test;

class TaskTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final UnitRef BUREAU = new UnitRef("yunxi", "云溪县教育局", "/yunxi/");
    private static final UnitRef OFFICE = new UnitRef("o-basic", "基础教育科", "/yunxi/o-basic/");
    private static final UnitRef OTHER = new UnitRef("o-build", "项目建设办", "/yunxi/o-build/");
    private static final Function<String, UnitRef> NAMES = id -> switch (id) {
        case "yunxi" -> BUREAU;
        case "o-basic" -> OFFICE;
        default -> OTHER;
    };
    private static final ReminderPolicy POLICY = new ReminderPolicy(List.of(10, 3, 1), LocalTime.of(9, 0));
    private static final LocalDate DUE = LocalDate.of(2026, 6, 30);
    private static final Instant MARCH = Instant.parse("2026-03-02T02:00:00Z");

    private final Task task =
            new Task(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "标题", "原文", "举措", BUREAU, DUE);

    private Optional<TaskEvent> assign(UnitRef unit) {
        return task.assign(unit, List.of(), task.dueOn(), POLICY, MARCH, "supervisor", NAMES);
    }

    private void underWay() {
        assign(OFFICE);
        task.accept(MARCH, "office", NAMES);
        task.report(BigDecimal.TEN, "已开工", MARCH, "office", NAMES);
    }

    @Test
    void every_fact_grows_the_version_by_one() {
        underWay();
        assertEquals(4, task.version());
        assertInstanceOf(TaskState.UnderWay.class, task.state());
    }

    @Test
    void the_same_assignment_again_is_no_fact() {
        assertTrue(assign(OFFICE).isPresent());
        assertTrue(assign(OFFICE).isEmpty());
        assertEquals(2, task.version());
    }

    @Test
    void another_lead_unit_has_to_sign_anew() {
        underWay();
        TaskEvent event = assign(OTHER).orElseThrow();
        assertInstanceOf(TaskAssigned.class, event);
        assertEquals(TaskPhase.ASSIGNED, task.phase());
        assertEquals("/yunxi/o-build/", task.unitPath());
    }

    @Test
    void a_second_acceptance_is_no_fact() {
        assign(OFFICE);
        assertTrue(task.accept(MARCH, "office", NAMES).isPresent());
        assertTrue(task.accept(MARCH, "office", NAMES).isEmpty());
    }

    @Test
    void what_was_not_signed_for_is_not_reported_on() {
        assign(OFFICE);
        NotInThisPhase refused =
                assertThrows(NotInThisPhase.class, () -> task.report(null, "进展", MARCH, "office", NAMES));
        assertEquals("task-assigned", refused.slug());
        assertTrue(refused.detail(true).contains("请先签收"));
    }

    @Test
    void what_nobody_leads_is_cancelled_without_a_word() {
        assertTrue(task.cancel("重复", MARCH, "supervisor", NAMES).isEmpty());
        assertEquals(TaskPhase.CANCELLED, task.phase());
    }

    @Test
    void a_completed_task_is_neither_cancelled_nor_assigned() {
        underWay();
        task.submit(MARCH, ZONE, "office", NAMES);
        task.verify(MARCH, "supervisor", NAMES);
        assertThrows(NotInThisPhase.class, () -> task.cancel("不要了", MARCH, "supervisor", NAMES));
        assertThrows(NotInThisPhase.class, () -> assign(OTHER));
    }

    @Test
    void handed_in_in_time_and_verified_late_is_not_late() {
        underWay();
        task.submit(Instant.parse("2026-06-30T15:59:59Z"), ZONE, "office", NAMES);
        TaskEvent event = task.verify(Instant.parse("2026-07-08T01:00:00Z"), "supervisor", NAMES)
                .orElseThrow();
        assertFalse(assertInstanceOf(TaskCompleted.class, event).late());
    }

    @Test
    void handed_in_a_second_after_the_day_is_late() {
        underWay();
        task.submit(Instant.parse("2026-06-30T16:00:00Z"), ZONE, "office", NAMES);
        TaskEvent event = task.verify(Instant.parse("2026-07-08T01:00:00Z"), "supervisor", NAMES)
                .orElseThrow();
        assertTrue(assertInstanceOf(TaskCompleted.class, event).late());
    }

    @Test
    void sent_back_twice_it_is_under_way_each_time() {
        underWay();
        for (int round = 0; round < 2; round++) {
            task.submit(MARCH, ZONE, "office", NAMES);
            assertInstanceOf(TaskReturned.class, task.sendBack("缺少佐证", "supervisor", NAMES));
            assertEquals(TaskPhase.UNDER_WAY, task.phase());
        }
    }

    @Test
    void overdue_is_derived_from_the_day_and_the_clock() {
        underWay();
        assertFalse(task.overdue(DUE));
        assertTrue(task.overdue(DUE.plusDays(1)));
        task.submit(Instant.parse("2026-06-20T01:00:00Z"), ZONE, "office", NAMES);
        assertFalse(task.overdue(DUE.plusDays(9)), "it waits for others");
        task.sendBack("缺少佐证", "supervisor", NAMES);
        assertTrue(task.overdue(DUE.plusDays(9)));
    }

    @Test
    void a_moved_day_is_told_with_the_former_one() {
        underWay();
        TaskEvent event =
                task.extend(DUE.plusMonths(1), "雨季停工", "supervisor", NAMES).orElseThrow();
        assertEquals(DUE, assertInstanceOf(TaskExtended.class, event).formerDueOn());
        assertEquals(DUE.plusMonths(1), event.task().dueOn());
        assertTrue(task.extend(DUE.plusMonths(1), "雨季停工", "supervisor", NAMES).isEmpty());
    }

    @Test
    void a_share_is_asked_for_by_the_unit_that_leads_the_whole() {
        assign(OFFICE);
        Task share = task.shareOf(UUID.randomUUID());
        assertEquals(task.id(), share.parentId());
        assertEquals("/yunxi/o-basic/", share.askedByPath());
        assertEquals(TaskPhase.PROPOSED, share.phase());
    }

    private static final WorkCalendar WEEKDAYS = WorkCalendar.weekdays();

    private Optional<TaskEvent> suspendOn(String day) {
        LocalDate on = LocalDate.parse(day);
        return task.suspend(on.atTime(10, 0).atZone(ZONE).toInstant(), on, "supervisor", "等待用地审批", null, null, NAMES);
    }

    @Test
    void a_clock_that_stood_still_leaves_as_many_working_days_as_there_were() {
        underWay();
        suspendOn("2026-06-12");
        assertFalse(task.overdue(LocalDate.of(2026, 8, 1)));
        // Friday 12 June to Wednesday 24 June: eight working days; from Tuesday 30 June to Friday 10 July.
        LocalDate today = LocalDate.of(2026, 6, 24);
        TaskResumed resumed = assertInstanceOf(TaskResumed.class, task.resume(today, WEEKDAYS, "leader", NAMES));
        assertEquals(8, resumed.workingDays());
        assertEquals(DUE, resumed.formerDueOn());
        assertEquals(LocalDate.of(2026, 7, 10), task.dueOn());
        assertEquals(
                WEEKDAYS.workingDaysBetween(LocalDate.of(2026, 6, 12), DUE),
                WEEKDAYS.workingDaysBetween(today, task.dueOn()));
        assertInstanceOf(TaskState.UnderWay.class, task.state());
    }

    @Test
    void what_was_late_when_its_clock_stopped_is_as_late_when_it_goes_on() {
        underWay();
        suspendOn("2026-07-02");
        task.resume(LocalDate.of(2026, 7, 16), WEEKDAYS, "leader", NAMES);
        assertEquals(LocalDate.of(2026, 7, 14), task.dueOn());
        assertTrue(task.overdue(LocalDate.of(2026, 7, 16)));
    }

    @Test
    void suspended_twice_is_no_fact_and_nothing_is_reported_meanwhile() {
        underWay();
        assertTrue(suspendOn("2026-06-12").isPresent());
        assertTrue(suspendOn("2026-06-13").isEmpty());
        assertThrows(NotInThisPhase.class, () -> task.report(null, "进展", MARCH, "office", NAMES));
        assertThrows(NotInThisPhase.class, () -> task.extend(DUE.plusDays(9), "延期", "leader", NAMES));
    }

    @Test
    void what_was_handed_in_is_not_suspended() {
        underWay();
        task.submit(MARCH, ZONE, "office", NAMES);
        assertThrows(NotInThisPhase.class, () -> suspendOn("2026-06-12"));
    }

    @Test
    void a_unit_asks_for_time_once_and_a_moved_day_overtakes_it() {
        underWay();
        task.askExtension(DUE.plusDays(30), "设备到货推迟", "office", NAMES);
        assertEquals(DUE, task.dueOn());
        assertThrows(ExtensionAskedAlready.class, () -> task.askExtension(DUE.plusDays(60), "再延", "office", NAMES));
        task.extend(DUE.plusDays(9), "汛期停工", "leader", NAMES);
        assertThrows(NoExtensionAsked.class, () -> task.refuseExtension("不批", "leader", NAMES));
    }

    @Test
    void a_granted_extension_moves_the_day_and_is_the_same_fact_as_a_moved_day() {
        underWay();
        task.askExtension(DUE.plusDays(30), "设备到货推迟", "office", NAMES);
        TaskExtended extended =
                assertInstanceOf(TaskExtended.class, task.grantExtension(DUE.plusDays(15), "同意", "leader", NAMES));
        assertEquals(DUE, extended.formerDueOn());
        assertEquals(DUE.plusDays(15), task.dueOn());
    }
}
