package org.dudao.task.reading;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.dudao.startup.Cursor;
import org.dudao.startup.Page;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What I owe, for units and their systems. */
@Path("tasks/owed")
@Tag(name = "tasks")
@RolesAllowed({Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM, Role.SUPERVISOR, Role.LEADER, Role.INSPECTOR})
public class OwedResource {

    private static final int DAYS_AHEAD = 30;

    private final Owed owed;
    private final Clock clock;

    public OwedResource(Owed owed, Clock clock) {
        this.owed = owed;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listOwed",
            summary = "What my unit has to do next, by due day",
            description =
                    "Overdue first. what says which act is due: ACCEPTANCE (PUT tasks/{id}/acceptance) or COMPLETION"
                            + " (PUT tasks/{id}/submission). until is the last due day shown, 30 days from today unless given.")
    public Owed.OwedPage owed(
            @QueryParam("until") @Nullable String until,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return owed.until(day(until), Page.limit(limit), Cursor.parse(cursor, 2));
    }

    private LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? LocalDate.now(clock).plusDays(DAYS_AHEAD) : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid("until", "日期格式应为 2026-11-22。", "Dates look like 2026-11-22.");
        }
    }
}
