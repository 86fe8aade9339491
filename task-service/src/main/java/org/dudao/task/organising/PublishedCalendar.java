package org.dudao.task.organising;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.dudao.contracts.UnitEvent.CalendarChanged;

/** The State Council's notices on public holidays as this release knows them. */
record PublishedCalendar(List<Year> years) {

    /**
     * @param version the notice's date as a number, 20251104
     * @param source the notice
     * @param makeUpDays weekend days that are worked (调休)
     */
    record Year(int year, long version, String source, List<LocalDate> holidays, List<LocalDate> makeUpDays) {
        CalendarChanged changed() {
            return new CalendarChanged(year, version, holidays, makeUpDays);
        }
    }

    static PublishedCalendar shipped(ObjectMapper json) {
        try (InputStream file = Objects.requireNonNull(
                PublishedCalendar.class.getResourceAsStream("/calendar/work-calendar.json"), "work-calendar.json")) {
            return json.readValue(file, PublishedCalendar.class);
        } catch (IOException e) {
            throw new UncheckedIOException("calendar/work-calendar.json cannot be read", e);
        }
    }
}
