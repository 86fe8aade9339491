package org.dudao.task.organising;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.dudao.contracts.UnitEvent.CalendarChanged;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.startup.Versions;
import org.dudao.task.Announcements.Actor;
import org.jspecify.annotations.Nullable;

/** Takes a year of the work calendar as an administrator has it from the notice. */
@ApplicationScoped
public class EditCalendar {

    private final KnownYears years;
    private final ChangeCalendar calendar;
    private final Audit audit;
    private final Caller caller;

    public EditCalendar(KnownYears years, ChangeCalendar calendar, Audit audit, Caller caller) {
        this.years = years;
        this.calendar = calendar;
        this.audit = audit;
        this.caller = caller;
    }

    /**
     * What the change moves.
     *
     * @param tasks tasks whose reminders move
     * @param reminders reminders that move; due days never do, for people agreed on them
     */
    public record Moved(boolean saved, long version, int tasks, int reminders) {}

    /** @param preview does all of it and takes it back, so that the numbers are those of the act itself */
    @Transactional
    public Moved put(
            int year,
            List<LocalDate> holidays,
            List<LocalDate> makeUpDays,
            String reason,
            @Nullable String ifMatch,
            boolean preview) {
        refuseWrongDays(year, holidays, makeUpDays);
        years.lock();
        Optional<CalendarChanged> former = years.find(year);
        long version = former.map(CalendarChanged::version).orElse(0L);
        Versions.requireMatch(ifMatch, version);
        CalendarChanged changed = new CalendarChanged(
                year, version + 1, List.copyOf(new TreeSet<>(holidays)), List.copyOf(new TreeSet<>(makeUpDays)));
        if (former.filter(f -> days(f).equals(days(changed))).isPresent()) {
            return new Moved(false, version, 0, 0);
        }
        MoveReminders.Moved moved = calendar.change(
                List.of(changed), reason, new Actor(caller.username(), caller.unitPath(), caller.source()));
        Map<String, Object> after = new LinkedHashMap<>(days(changed));
        after.put("reason", reason);
        audit.record(
                caller,
                "changed",
                "calendar",
                year,
                former.map(EditCalendar::days).orElse(null),
                after);
        if (preview) {
            QuarkusTransaction.setRollbackOnly();
        }
        return new Moved(!preview, preview ? version : version + 1, moved.tasks(), moved.reminders());
    }

    private static Map<String, Object> days(CalendarChanged year) {
        return Map.of("holidays", year.holidays(), "makeUpDays", year.makeUpDays());
    }

    private static void refuseWrongDays(int year, List<LocalDate> holidays, List<LocalDate> makeUpDays) {
        List<Problem.Field> wrong = new ArrayList<>();
        for (int i = 0; i < holidays.size(); i++) {
            refuseOtherYear("holidays[" + i + "]", holidays.get(i), year, wrong);
        }
        for (int i = 0; i < makeUpDays.size(); i++) {
            LocalDate day = makeUpDays.get(i);
            String field = "makeUpDays[" + i + "]";
            refuseOtherYear(field, day, year, wrong);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                wrong.add(new Problem.Field(field, day + " 不是周末，本来就上班", day + " is no weekend day"));
            }
            if (holidays.contains(day)) {
                wrong.add(new Problem.Field(field, day + " 同时列为放假和上班", day + " is both off and worked"));
            }
        }
        Rows.refuse(wrong);
    }

    private static void refuseOtherYear(String field, LocalDate day, int year, List<Problem.Field> wrong) {
        if (day.getYear() != year) {
            wrong.add(new Problem.Field(field, day + " 不在 " + year + " 年", day + " is not in " + year));
        }
    }
}
