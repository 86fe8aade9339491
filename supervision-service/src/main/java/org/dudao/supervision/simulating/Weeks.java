package org.dudao.supervision.simulating;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/** The weeks in which anything happens, without gaps. */
record Weeks(LocalDate first, int count, ZoneId zone) {

    static Weeks of(Stream<Instant> moments, int year, ZoneId zone) {
        LocalDate[] span = moments.map(at -> at.atZone(zone).toLocalDate())
                .collect(
                        () -> new LocalDate[2],
                        (s, day) -> {
                            s[0] = s[0] == null || day.isBefore(s[0]) ? day : s[0];
                            s[1] = s[1] == null || day.isAfter(s[1]) ? day : s[1];
                        },
                        (one, other) -> {
                            throw new IllegalStateException("not parallel");
                        });
        LocalDate first = monday(span[0] == null ? LocalDate.of(year, 1, 1) : span[0]);
        LocalDate last = monday(span[1] == null ? LocalDate.of(year, 1, 1) : span[1]);
        return new Weeks(first, (int) ChronoUnit.WEEKS.between(first, last) + 1, zone);
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    int of(Instant at) {
        return (int) ChronoUnit.WEEKS.between(first, monday(at.atZone(zone).toLocalDate()));
    }

    List<LocalDate> mondays() {
        return Stream.iterate(first, m -> m.plusWeeks(1)).limit(count).toList();
    }
}
