package org.dudao.task.organising;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.dudao.contracts.UnitEvent.CalendarChanged;
import org.dudao.startup.Audit;
import org.dudao.task.Announcements.Actor;

/** Takes the shipped calendar at the start where it is newer than the known one, and tells the others. */
@ApplicationScoped
class LoadPublishedCalendar {

    private final ChangeCalendar calendar;
    private final Audit audit;
    private final ObjectMapper json;
    private final KnownYears years;

    LoadPublishedCalendar(ChangeCalendar calendar, Audit audit, ObjectMapper json, KnownYears years) {
        this.calendar = calendar;
        this.audit = audit;
        this.json = json;
        this.years = years;
    }

    void load(@Observes StartupEvent started) {
        PublishedCalendar shipped = PublishedCalendar.shipped(json);
        QuarkusTransaction.requiringNew().run(() -> {
            years.lock();
            take(shipped.years().stream().filter(this::isNewer).toList());
        });
    }

    private boolean isNewer(PublishedCalendar.Year year) {
        return years.find(year.year()).map(CalendarChanged::version).orElse(0L) < year.version();
    }

    private void take(List<PublishedCalendar.Year> newer) {
        String sources =
                newer.stream().map(PublishedCalendar.Year::source).distinct().collect(joining("；"));
        calendar.change(newer.stream().map(PublishedCalendar.Year::changed).toList(), sources, Actor.SYSTEM);
        newer.forEach(y -> audit.recordSystem("changed", "calendar", y.year(), Map.of("source", y.source())));
    }
}
