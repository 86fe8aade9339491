package org.dudao.task.organising;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.dudao.startup.Caller;
import org.dudao.startup.Cursor;
import org.dudao.startup.Page;
import org.dudao.startup.Role;
import org.dudao.task.People;
import org.dudao.task.Person;
import org.dudao.task.Scope;
import org.dudao.task.organising.ImportPeople.PersonRow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** People of the units. */
@Path("people")
@Tag(name = "organisation")
public class PeopleResource {

    private static final int MOST_ROWS = 20_000;

    private final ImportPeople imported;
    private final People people;
    private final Caller caller;

    public PeopleResource(ImportPeople imported, People people, Caller caller) {
        this.imported = imported;
        this.people = people;
        this.caller = caller;
    }

    record PersonRows(
            @NotNull @Size(min = 1, max = MOST_ROWS) List<@NotNull PersonRow> people) {}

    @GET
    @RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE, Role.SCHOOL})
    @Operation(summary = "People of the units in scope")
    public Page<Person> people(
            @QueryParam("unitId") @Nullable String unitId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return people.page(Scope.of(caller), unitId, Page.limit(limit), Cursor.parse(cursor, 1));
    }

    @PUT
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "Insert or change people; all or nothing. People that are not named stay as they are")
    public Rows.Outcome putPeople(@Valid @NotNull PersonRows rows) {
        return imported.put(rows.people());
    }
}
