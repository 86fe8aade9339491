package org.dudao.task;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * A school term of an area.
 *
 * @param year calendar year in which it starts
 * @param startsOn first day of lessons (开学)
 * @param endsOn last day before the holiday
 */
public record Term(int year, Season season, LocalDate startsOn, LocalDate endsOn) {

    private static final int DAYS_A_WEEK = 7;

    /** The two terms of a calendar year: 春季学期 and 秋季学期. */
    public enum Season {
        SPRING("春季学期"),
        AUTUMN("秋季学期");

        private final String zh;

        Season(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** The week in which lessons start is the first one. */
    public int weeks() {
        return (int) ((endsOn.toEpochDay() - firstMonday().toEpochDay()) / DAYS_A_WEEK) + 1;
    }

    /** The last day of school of a week, Friday. */
    public LocalDate endOfWeek(int week) {
        return firstMonday().plusDays((long) DAYS_A_WEEK * (week - 1) + DayOfWeek.FRIDAY.getValue() - 1);
    }

    private LocalDate firstMonday() {
        return startsOn.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
