package org.dudao.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.contracts.AlertFacts;
import org.dudao.contracts.Audience;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.Duty;
import org.dudao.contracts.Event;
import org.dudao.contracts.EventTypes;
import org.dudao.contracts.MilestoneFacts;
import org.dudao.contracts.Obstacle;
import org.dudao.contracts.PlanEvent.PlanPublished;
import org.dudao.contracts.PlanEvent.PlanWithdrawn;
import org.dudao.contracts.PlanEvent.TargetAmended;
import org.dudao.contracts.PlanEvent.TargetPublished;
import org.dudao.contracts.PlanEvent.TargetWithdrawn;
import org.dudao.contracts.RemindedBecause;
import org.dudao.contracts.ResolvedBecause;
import org.dudao.contracts.Rung;
import org.dudao.contracts.Strength;
import org.dudao.contracts.SupervisionEvent.AlertAcknowledged;
import org.dudao.contracts.SupervisionEvent.AlertAnswered;
import org.dudao.contracts.SupervisionEvent.AlertClosed;
import org.dudao.contracts.SupervisionEvent.AlertEscalated;
import org.dudao.contracts.SupervisionEvent.AlertRaised;
import org.dudao.contracts.SupervisionEvent.AlertReminded;
import org.dudao.contracts.SupervisionEvent.AlertResolved;
import org.dudao.contracts.SupervisionEvent.AlertSnoozed;
import org.dudao.contracts.SupervisionEvent.RungProposed;
import org.dudao.contracts.TaskEvent.ExtensionAsked;
import org.dudao.contracts.TaskEvent.ExtensionRefused;
import org.dudao.contracts.TaskEvent.MilestonesChanged;
import org.dudao.contracts.TaskEvent.MilestonesMissed;
import org.dudao.contracts.TaskEvent.ReportMissed;
import org.dudao.contracts.TaskEvent.ReportReturned;
import org.dudao.contracts.TaskEvent.TaskAccepted;
import org.dudao.contracts.TaskEvent.TaskAmended;
import org.dudao.contracts.TaskEvent.TaskAssigned;
import org.dudao.contracts.TaskEvent.TaskBlocked;
import org.dudao.contracts.TaskEvent.TaskCancelled;
import org.dudao.contracts.TaskEvent.TaskCompleted;
import org.dudao.contracts.TaskEvent.TaskDueSoon;
import org.dudao.contracts.TaskEvent.TaskExtended;
import org.dudao.contracts.TaskEvent.TaskOverdue;
import org.dudao.contracts.TaskEvent.TaskReported;
import org.dudao.contracts.TaskEvent.TaskResumed;
import org.dudao.contracts.TaskEvent.TaskReturned;
import org.dudao.contracts.TaskEvent.TaskStillOverdue;
import org.dudao.contracts.TaskEvent.TaskSubmitted;
import org.dudao.contracts.TaskEvent.TaskSuspended;
import org.dudao.contracts.TaskEvent.TaskUnblocked;
import org.dudao.contracts.TaskFacts;
import org.dudao.contracts.UnitEvent.CalendarChanged;
import org.dudao.contracts.UnitEvent.PersonChanged;
import org.dudao.contracts.UnitEvent.UnitChanged;
import org.dudao.contracts.UnitKind;
import org.dudao.contracts.UnitRef;
import org.dudao.contracts.UnitTasksEvent.RemindersMoved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each event type's JSON, byte for byte as it was first spoken. A golden file is never rewritten: a change that breaks it
 * needs a new type {@code .v2}. A new type's file is written by running this test with {@code -Dgolden.write=true}.
 */
class GoldenEventsTest {

    private static final UUID PLAN = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final UUID TARGET = UUID.fromString("019a0000-0000-7000-8000-000000000002");
    private static final UUID TASK = UUID.fromString("019a0000-0000-7000-8000-000000000003");
    private static final UUID ALERT = UUID.fromString("019a0000-0000-7000-8000-000000000004");
    private static final UUID CHANGE = UUID.fromString("019a0000-0000-7000-8000-000000000005");
    private static final UnitRef BUREAU = new UnitRef("yunxi", "云溪县教育局", "/yunxi/");
    private static final UnitRef OFFICE = new UnitRef("o-basic", "基础教育科", "/yunxi/o-basic/");
    private static final UnitRef SCHOOL = new UnitRef("s-001", "云溪县实验小学", "/yunxi/t-01/s-001/");
    private static final LocalDate DUE = LocalDate.of(2026, 6, 30);
    private static final UUID REPORT = UUID.fromString("019a0000-0000-7000-8000-000000000007");
    private static final Instant AT = Instant.parse("2026-06-30T16:00:00Z");
    private static final TaskFacts FACTS =
            new TaskFacts(TASK, PLAN, TARGET, null, "新改扩建中小学12所", BUREAU, OFFICE, List.of(SCHOOL), DUE);
    private static final AlertFacts ALERTED =
            new AlertFacts(ALERT, TASK, PLAN, "新改扩建中小学12所", BUREAU, OFFICE, List.of(SCHOOL), DUE, 0);

    static final Map<Class<? extends Event>, Event> SAMPLES = Stream.<Event>of(
                    new PlanPublished(PLAN, 3, "云溪县教育局2026年工作要点", 2026, BUREAU, 40, "supervisor"),
                    new TargetPublished(
                            PLAN,
                            3,
                            TARGET,
                            1,
                            "云溪县教育局2026年工作要点",
                            2026,
                            BUREAU,
                            "一、扩优提质",
                            "(一)增加学位",
                            "6月底前新改扩建中小学12所",
                            "新改扩建中小学",
                            Comparator.GE,
                            new BigDecimal("12"),
                            null,
                            "所",
                            DUE,
                            false,
                            Strength.MUST,
                            false),
                    new TargetAmended(
                            PLAN,
                            5,
                            TARGET,
                            "新改扩建中小学",
                            Comparator.GE,
                            new BigDecimal("10"),
                            null,
                            "所",
                            LocalDate.of(2026, 9, 30),
                            DUE,
                            "12所 → 10所；2026-06-30 → 2026-09-30",
                            "汛期停工",
                            "leader"),
                    new TargetWithdrawn(PLAN, 6, TARGET, "并入市级项目", "leader"),
                    new PlanWithdrawn(PLAN, 4, "云溪县教育局2026年工作要点", BUREAU, "另行印发", "leader"),
                    new TaskAssigned(FACTS, 2, "supervisor"),
                    new TaskAccepted(FACTS, 3, "office"),
                    new TaskDueSoon(FACTS, 4, 3),
                    new TaskOverdue(FACTS, 5, AT),
                    new TaskStillOverdue(FACTS, 17, 5),
                    new TaskReported(FACTS, 6, new BigDecimal("7.5"), "已完成7所", "office", AT),
                    new TaskSubmitted(FACTS, 7, "office"),
                    new TaskReturned(FACTS, 8, "缺验收报告", "supervisor"),
                    new TaskCompleted(FACTS, 9, new BigDecimal("12"), AT, true, "supervisor"),
                    new TaskExtended(FACTS, 10, LocalDate.of(2026, 5, 31), "汛期停工", "leader"),
                    new TaskCancelled(FACTS, 11, "计划已撤回", "system"),
                    new TaskSuspended(FACTS, 12, "等待用地审批", LocalDate.of(2026, 7, 15), "supervisor"),
                    new TaskResumed(FACTS, 13, LocalDate.of(2026, 6, 12), 11, "supervisor"),
                    new ExtensionAsked(FACTS, 14, LocalDate.of(2026, 8, 31), "设备到货推迟", "office"),
                    new ExtensionRefused(FACTS, 15, LocalDate.of(2026, 8, 31), "开学前必须完成", "leader"),
                    new TaskAmended(
                            FACTS,
                            16,
                            LocalDate.of(2026, 5, 31),
                            "12所 → 10所；2026-05-31 → 2026-06-30",
                            "汛期停工",
                            "leader"),
                    new ReportMissed(FACTS, 17, LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 29), AT),
                    new ReportReturned(FACTS, 18, REPORT, LocalDate.of(2026, 6, 3), "缺少数据来源", "supervisor"),
                    new MilestonesChanged(
                            FACTS,
                            21,
                            List.of(
                                    new MilestoneFacts(
                                            REPORT, "主体封顶", LocalDate.of(2026, 4, 30), 100, LocalDate.of(2026, 4, 28)),
                                    new MilestoneFacts(CHANGE, "竣工验收", LocalDate.of(2026, 5, 29), 40, null)),
                            "office"),
                    new MilestonesMissed(FACTS, 22, List.of("竣工验收"), LocalDate.of(2026, 5, 29), AT),
                    new TaskBlocked(FACTS, 19, Obstacle.PREREQUISITE, "施工许可证未办理", "office"),
                    new TaskUnblocked(FACTS, 20, "office"),
                    new RemindersMoved(CHANGE, 20251104, OFFICE, "国务院办公厅通知", 7, List.of("新改扩建中小学12所", "近视率下降1个百分点")),
                    new UnitChanged("s-001", 1, "t-01", "/yunxi/t-01/s-001/", "云溪县实验小学", UnitKind.SCHOOL, true),
                    new PersonChanged("p-001", 1, "s-001", "school", "苏明月", "su@yunxi.example", null, Duty.HEAD, true),
                    new CalendarChanged(2026, 1, List.of(LocalDate.of(2026, 1, 1)), List.of(LocalDate.of(2026, 1, 4))),
                    new AlertRaised(
                            ALERTED, 1, Rung.REMINDER, List.of(Audience.RESPONSIBLE_UNIT, Audience.SUPERVISORS)),
                    new AlertEscalated(ALERTED, 2, Rung.URGING, List.of(Audience.RESPONSIBLE_UNIT), null, null),
                    new AlertReminded(
                            ALERTED,
                            3,
                            Rung.URGING,
                            List.of(Audience.RESPONSIBLE_UNIT),
                            RemindedBecause.URGED,
                            "supervisor",
                            "请于周五前报送进展"),
                    new RungProposed(ALERTED, 3, Rung.BULLETIN, List.of(Audience.LEADERS)),
                    new AlertAcknowledged(ALERTED, 4, "正在赶工", "office"),
                    new AlertAnswered(ALERTED, 5, "已完成清查，附清单", "office"),
                    new AlertSnoozed(ALERTED, 5, AT, "等待验收", "supervisor"),
                    new AlertResolved(ALERTED, 6, Rung.WARNING, ResolvedBecause.TASK_COMPLETED),
                    new AlertClosed(ALERTED, 7, Rung.SUPERVISION, "并入专项督办", "leader"))
            .collect(Collectors.toMap(Event::getClass, Function.identity()));

    static Stream<Class<? extends Event>> types() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_event_is_written_as_its_golden_file_and_read_back(Class<? extends Event> type) throws IOException {
        Event sample = SAMPLES.get(type);
        assertTrue(sample != null, "a sample of " + type + " is missing here");
        String written = EventCodec.write(sample);
        if (Boolean.getBoolean("golden.write")) {
            writeNew(type, written);
        }
        try (InputStream golden =
                type.getResourceAsStream("/org/dudao/contracts/golden/" + EventTypes.typeOf(type) + ".json")) {
            assertTrue(golden != null, "no golden file of " + EventTypes.typeOf(type));
            byte[] bytes = golden.readAllBytes();
            assertEquals(new String(bytes, UTF_8).strip(), written);
            assertEquals(sample, EventCodec.read(EventTypes.typeOf(type), bytes));
        }
    }

    private static void writeNew(Class<? extends Event> type, String written) throws IOException {
        Path file = Path.of(
                "../contracts/src/main/resources/org/dudao/contracts/golden", EventTypes.typeOf(type) + ".json");
        if (Files.notExists(file)) {
            Files.writeString(file, written + "\n");
        }
    }

    @Test
    void a_field_that_the_reader_does_not_know_is_ignored() {
        byte[] data = EventCodec.write(SAMPLES.get(TaskOverdue.class))
                .replaceFirst("\\{", "{\"later\":1,")
                .getBytes(UTF_8);
        assertEquals(SAMPLES.get(TaskOverdue.class), EventCodec.read("dudao.task.overdue.v1", data));
    }

    @Test
    void an_unknown_type_broken_json_and_a_fact_without_subject_are_unreadable() {
        assertThrows(UnreadableEvent.class, () -> EventCodec.read("dudao.task.exploded.v1", "{}".getBytes(UTF_8)));
        assertThrows(
                UnreadableEvent.class, () -> EventCodec.read("dudao.task.overdue.v1", "{\"task\":".getBytes(UTF_8)));
        assertThrows(
                UnreadableEvent.class,
                () -> EventCodec.read("dudao.task.overdue.v1", "{\"version\":1}".getBytes(UTF_8)));
        assertThrows(UnreadableEvent.class, () -> EventCodec.read("dudao.task.overdue.v1", "null".getBytes(UTF_8)));
    }
}
