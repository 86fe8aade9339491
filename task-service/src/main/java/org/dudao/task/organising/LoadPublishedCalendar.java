package org.dudao.task.organising;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.dudao.contracts.UnitEvent.CalendarChanged;
import org.dudao.outbox.Outbox;
import org.dudao.startup.Audit;
import org.dudao.startup.WorkCalendars;

/** Takes the shipped calendar at the start where it is newer than the known one, and tells the others. */
@ApplicationScoped
class LoadPublishedCalendar {

    private final WorkCalendars calendars;
    private final Outbox outbox;
    private final Audit audit;
    private final ObjectMapper json;
    private final KnownYears years;

    LoadPublishedCalendar(WorkCalendars calendars, Outbox outbox, Audit audit, ObjectMapper json, KnownYears years) {
        this.calendars = calendars;
        this.outbox = outbox;
        this.audit = audit;
        this.json = json;
        this.years = years;
    }

    void load(@Observes StartupEvent started) {
        PublishedCalendar shipped = PublishedCalendar.shipped(json);
        QuarkusTransaction.requiringNew().run(() -> {
            years.lock();
            shipped.years().forEach(this::takeIfNewer);
        });
    }

    private void takeIfNewer(PublishedCalendar.Year year) {
        if (years.find(year.year()).map(CalendarChanged::version).orElse(0L) < year.version()) {
            calendars.copy(year.changed());
            outbox.append(year.changed());
            audit.recordSystem("changed", "calendar", year.year(), Map.of("source", year.source()));
        }
    }
}
