package org.dudao.task.organising;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.dudao.contracts.UnitEvent.CalendarChanged;
import org.dudao.contracts.WorkCalendar;
import org.dudao.startup.Audit;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.dudao.startup.Versions;
import org.dudao.startup.WorkCalendars;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The work calendar of a year. */
@Path("calendar")
@Tag(name = "organisation")
public class CalendarResource {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int MOST_WORKING_DAYS = 1000;

    private final KnownYears years;
    private final EditCalendar edit;
    private final WorkCalendars calendars;
    private final Audit audit;

    public CalendarResource(KnownYears years, EditCalendar edit, WorkCalendars calendars, Audit audit) {
        this.years = years;
        this.edit = edit;
        this.calendars = calendars;
        this.audit = audit;
    }

    /**
     * @param known false when no notice is known for the year: plain weekdays are counted
     * @param holidays days off, on weekdays and weekends
     * @param makeUpDays weekend days that are worked (调休)
     * @param workingDays how many days of the year are worked
     * @param history who changed it, when and why
     */
    public record YearView(
            int year,
            boolean known,
            long version,
            List<LocalDate> holidays,
            List<LocalDate> makeUpDays,
            int workingDays,
            List<Audit.Entry> history) {}

    /** @param reason the notice, or why it is mended */
    record AskedYear(
            @NotNull @Size(max = 120) List<@NotNull LocalDate> holidays,
            @NotNull @Size(max = 60) List<@NotNull LocalDate> makeUpDays,
            @NotBlank @Size(max = 500) String reason) {}

    /**
     * Days between, or the day that lies so many working days away.
     *
     * @param workingDays working days after {@code from} up to and with {@code to}; negative when {@code to} lies before
     */
    public record Span(LocalDate from, LocalDate to, int workingDays) {}

    @GET
    @Path("working-days")
    @RolesAllowed({
        Role.ADMIN,
        Role.LEADER,
        Role.SUPERVISOR,
        Role.OFFICE,
        Role.INSPECTOR,
        Role.SCHOOL,
        Role.SCHOOL_SYSTEM
    })
    @Operation(summary = "Working days from a day to another, or the day that lies so many working days away")
    public Span span(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("days") @Nullable Integer days) {
        LocalDate start = day("from", from);
        WorkCalendar calendar = calendars.current();
        if ((to == null) == (days == null)) {
            throw Problem.invalid("to", "to 和 days 请填写其中一个。", "Give either to or days.");
        }
        if (days != null) {
            if (Math.abs(days) > MOST_WORKING_DAYS) {
                throw Problem.invalid("days", "days 应在 ±1000 之内。", "days takes -1000 to 1000.");
            }
            return new Span(start, calendar.plusWorkingDays(start, days), days);
        }
        LocalDate end = day("to", to);
        return new Span(start, end, calendar.workingDaysBetween(start, end));
    }

    private static LocalDate day(String field, @Nullable String text) {
        try {
            LocalDate day = LocalDate.parse(text == null ? "" : text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // falls through to the refusal
        }
        throw Problem.invalid(
                field,
                field + " 应为 2000 到 2100 年的日期，如 2026-06-30。",
                field + " takes a date from 2000 to 2100 such as 2026-06-30.");
    }

    @PUT
    @Path("{year}")
    @RolesAllowed(Role.ADMIN)
    @Operation(
            summary = "Put a year of the work calendar in force; reminders move along",
            description =
                    "If-Match is the version seen (\"0\" for a year that is not known); with preview=true it tells"
                            + " what would move and saves nothing")
    public RestResponse<EditCalendar.Moved> put(
            @PathParam("year") int year,
            @QueryParam("preview") @DefaultValue("false") boolean preview,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull AskedYear asked) {
        requireYear(year);
        EditCalendar.Moved moved = edit.put(
                year, asked.holidays(), asked.makeUpDays(), asked.reason().strip(), ifMatch, preview);
        return RestResponse.ResponseBuilder.ok(moved)
                .header("ETag", Versions.etag(moved.version()))
                .build();
    }

    private static void requireYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw Problem.notFound("日历", year);
        }
    }

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
        requireYear(year);
        Optional<CalendarChanged> known = years.find(year);
        WorkCalendar calendar = known.map(WorkCalendar.weekdays()::with).orElseGet(WorkCalendar::weekdays);
        List<LocalDate> all = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .toList();
        int worked = (int) all.stream().filter(calendar::isWorkingDay).count();
        return new YearView(
                year,
                known.isPresent(),
                known.map(CalendarChanged::version).orElse(0L),
                known.map(CalendarChanged::holidays).orElse(List.of()),
                known.map(CalendarChanged::makeUpDays).orElse(List.of()),
                worked,
                audit.of("calendar", year));
    }
}
