package org.dudao.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.dudao.contracts.Audience;
import org.dudao.contracts.Rung;
import org.dudao.contracts.TaskFacts;
import org.dudao.contracts.UnitRef;
import org.dudao.contracts.WorkCalendar;

/** A small bureau with the ladder that ships, and 国庆 2026 with its make-up days. */
final class Ladders {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final WorkCalendar AUTUMN = new WorkCalendar(
            LocalDate.of(2026, 10, 1).datesUntil(LocalDate.of(2026, 10, 8)).toList(),
            List.of(LocalDate.of(2026, 9, 27), LocalDate.of(2026, 10, 10)));
    static final BureauTime TIME = new BureauTime(AUTUMN, SHANGHAI);
    static final LadderPolicy POLICY = new LadderPolicy(
            1,
            LocalTime.of(9, 0),
            Instant.EPOCH,
            "test",
            "test",
            List.of(
                    step(1, Rung.REMINDER, 0),
                    step(2, Rung.URGING, 1),
                    step(3, Rung.WARNING, 3),
                    step(4, Rung.SUPERVISION, 5),
                    step(5, Rung.BULLETIN, 8, "supervisor", "leader"),
                    step(6, Rung.TALK, 12, "supervisor", "leader"),
                    step(7, Rung.ACCOUNTABILITY, 20, "leader")));
    static final Who SUPERVISOR = new Who("supervisor", "yunxi", java.util.Set.of("supervisor"));
    static final Who LEADER = new Who("leader", "yunxi", java.util.Set.of("leader"));
    static final Who SCHOOL = new Who("school", "s-001", java.util.Set.of("school"));
    static final Who OTHER_SCHOOL = new Who("other", "s-002", java.util.Set.of("school"));

    private Ladders() {}

    private static LadderPolicy.Step step(int ordinal, Rung rung, int days, String... signers) {
        return new LadderPolicy.Step(
                ordinal,
                rung,
                days,
                signers.length == 0,
                List.of(Audience.RESPONSIBLE_UNIT),
                List.of(signers),
                null,
                null);
    }

    /** An alert raised as the day after its deadline begins. */
    static Alert raised(LocalDate dueOn) {
        UnitRef bureau = new UnitRef("yunxi", "云溪县教育局", "/yunxi/");
        UnitRef unit = new UnitRef("s-001", "云溪县实验小学", "/yunxi/t-01/s-001/");
        TaskFacts task = new TaskFacts(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                "新改扩建中小学12所",
                bureau,
                unit,
                List.of(),
                dueOn);
        return Alert.raise(UUID.randomUUID(), task, 0, at(dueOn.plusDays(1), 0), POLICY, TIME);
    }

    static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(SHANGHAI).toInstant();
    }

    static Instant at(int month, int day, int hour) {
        return at(LocalDate.of(2026, month, day), hour);
    }
}
