package org.dudao.task.organising;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.dudao.startup.Caller;
import org.dudao.startup.Cursor;
import org.dudao.startup.Page;
import org.dudao.startup.Role;
import org.dudao.task.People;
import org.dudao.task.Person;
import org.dudao.task.Scope;
import org.dudao.task.Sheet;
import org.dudao.task.organising.ImportPeople.PersonRow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** People of the units. */
@Path("people")
@Tag(name = "organisation")
public class PeopleResource {

    private final ImportPeople imported;
    private final HandOverPerson handOver;
    private final People people;
    private final Caller caller;

    public PeopleResource(ImportPeople imported, HandOverPerson handOver, People people, Caller caller) {
        this.imported = imported;
        this.handOver = handOver;
        this.people = people;
        this.caller = caller;
    }

    record PersonRows(
            @NotNull @Size(min = 1, max = ImportPeople.MOST_ROWS)
            List<@NotNull PersonRow> people) {}

    /** @param leaves whether the person is gone, with neither login nor messages */
    record Successor(
            @NotBlank String successorId,
            boolean leaves,
            @NotBlank @Size(max = 500) String reason) {}

    @GET
    @RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE, Role.SCHOOL})
    @Operation(summary = "People of the units in scope")
    public Page<Person> people(
            @QueryParam("unitId") @Nullable String unitId,
            @QueryParam("q") @Nullable String q,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return people.page(Scope.of(caller), unitId, q, Page.limit(limit), Cursor.parse(cursor, 1));
    }

    @PUT
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "Insert or change people; all or nothing. People that are not named stay as they are")
    public Rows.Outcome putPeople(@Valid @NotNull PersonRows rows) {
        return imported.put(rows.people());
    }

    @PUT
    @Path("{id}/successor")
    @RolesAllowed({Role.ADMIN, Role.SUPERVISOR})
    @Operation(
            summary = "Everything that names a person names the successor from now on",
            description = "with preview=true it tells what would move and saves nothing")
    public HandOverPerson.HandedOver handOver(
            @PathParam("id") String id,
            @QueryParam("preview") @DefaultValue("false") boolean preview,
            @Valid @NotNull Successor asked) {
        return handOver.handOver(
                id, asked.successorId(), asked.leaves(), asked.reason().strip(), preview);
    }

    @GET
    @Path("sheet")
    @Produces(Sheet.TYPE)
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "The people in scope as .xlsx, which can be sent back")
    public Response sheet() {
        return UnitsResource.attached("people.xlsx", PersonSheet.of(people.all(Scope.of(caller))));
    }

    @GET
    @Path("sheet/template")
    @Produces(Sheet.TYPE)
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "An .xlsx to fill in, with what may stand in each column")
    public Response template() {
        return UnitsResource.attached("people-template.xlsx", PersonSheet.template());
    }

    @POST
    @Path("sheet")
    @Consumes(Sheet.TYPE)
    @RolesAllowed(Role.ADMIN)
    @Operation(
            summary = "Insert or change people from .xlsx; all or nothing, with a word on each row",
            description = "with preview=true it tells what would be and saves nothing")
    public SheetReport takeSheet(@QueryParam("preview") @DefaultValue("false") boolean preview, byte[] file) {
        return imported.take(file, preview);
    }
}
