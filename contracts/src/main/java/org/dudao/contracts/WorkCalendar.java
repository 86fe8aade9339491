package org.dudao.contracts;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Which days are worked: Monday to Friday, less public holidays, plus make-up days (调休). Days of a year whose calendar
 * is not known count as plain weekdays and weekends.
 */
public final class WorkCalendar {

    private final Set<LocalDate> holidays;
    private final Set<LocalDate> makeUpDays;

    public WorkCalendar(Collection<LocalDate> holidays, Collection<LocalDate> makeUpDays) {
        this.holidays = Set.copyOf(holidays);
        this.makeUpDays = Set.copyOf(makeUpDays);
    }

    /** A calendar without holidays. */
    public static WorkCalendar weekdays() {
        return new WorkCalendar(Set.of(), Set.of());
    }

    public WorkCalendar with(UnitEvent.CalendarChanged year) {
        Set<LocalDate> off = without(holidays, year.year());
        Set<LocalDate> on = without(makeUpDays, year.year());
        off.addAll(year.holidays());
        on.addAll(year.makeUpDays());
        return new WorkCalendar(off, on);
    }

    private static Set<LocalDate> without(Set<LocalDate> days, int year) {
        Set<LocalDate> kept = new HashSet<>(days);
        kept.removeIf(d -> d.getYear() == year);
        return kept;
    }

    public boolean isWorkingDay(LocalDate day) {
        if (makeUpDays.contains(day)) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !holidays.contains(day);
    }

    /** The working day {@code n} working days after {@code day} (before it when negative); {@code day} itself for 0. */
    public LocalDate plusWorkingDays(LocalDate day, int n) {
        int step = n < 0 ? -1 : 1;
        LocalDate d = day;
        for (int left = Math.abs(n); left > 0; ) {
            d = d.plusDays(step);
            if (isWorkingDay(d)) {
                left--;
            }
        }
        return d;
    }

    /** Working days after {@code from} up to and with {@code to}; negative when {@code to} lies before. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -workingDaysBetween(to, from);
        }
        int n = 0;
        for (LocalDate d = from.plusDays(1); !d.isAfter(to); d = d.plusDays(1)) {
            if (isWorkingDay(d)) {
                n++;
            }
        }
        return n;
    }
}
