package org.dudao.task.organising;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dudao.contracts.UnitEvent.CalendarChanged;
import org.dudao.contracts.WorkCalendar;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The work calendar of a year. */
@Path("calendar")
@Tag(name = "organisation")
public class CalendarResource {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final KnownYears years;

    public CalendarResource(KnownYears years) {
        this.years = years;
    }

    /**
     * @param known false when no notice is known for the year: plain weekdays are counted
     * @param holidays days off, on weekdays and weekends
     * @param makeUpDays weekend days that are worked (调休)
     * @param workingDays how many days of the year are worked
     */
    public record YearView(
            int year, boolean known, List<LocalDate> holidays, List<LocalDate> makeUpDays, int workingDays) {}

    @GET
    @Path("{year}")
    @RolesAllowed({
        Role.ADMIN,
        Role.LEADER,
        Role.SUPERVISOR,
        Role.OFFICE,
        Role.INSPECTOR,
        Role.SCHOOL,
        Role.SCHOOL_SYSTEM
    })
    @Operation(summary = "Public holidays and make-up days of a year")
    public YearView year(@PathParam("year") int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw Problem.notFound("日历", year);
        }
        Optional<CalendarChanged> known = years.find(year);
        WorkCalendar calendar = known.map(WorkCalendar.weekdays()::with).orElseGet(WorkCalendar::weekdays);
        List<LocalDate> all = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .toList();
        int worked = (int) all.stream().filter(calendar::isWorkingDay).count();
        return new YearView(
                year,
                known.isPresent(),
                known.map(CalendarChanged::holidays).orElse(List.of()),
                known.map(CalendarChanged::makeUpDays).orElse(List.of()),
                worked);
    }
}
