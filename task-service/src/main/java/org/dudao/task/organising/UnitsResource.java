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
import java.util.Locale;
import java.util.Set;
import org.dudao.contracts.UnitKind;
import org.dudao.startup.Caller;
import org.dudao.startup.Cursor;
import org.dudao.startup.Page;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.dudao.task.Scope;
import org.dudao.task.Sheet;
import org.dudao.task.Stage;
import org.dudao.task.Unit;
import org.dudao.task.UnitFilter;
import org.dudao.task.Units;
import org.dudao.task.organising.ImportUnits.UnitRow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Units. */
@Path("units")
@Tag(name = "organisation")
@RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE, Role.INSPECTOR, Role.SCHOOL, Role.SCHOOL_SYSTEM})
public class UnitsResource {

    private final ImportUnits imported;
    private final CloseUnits close;
    private final ReadUnit read;
    private final Units units;
    private final Caller caller;

    public UnitsResource(ImportUnits imported, CloseUnits close, ReadUnit read, Units units, Caller caller) {
        this.imported = imported;
        this.close = close;
        this.read = read;
        this.units = units;
        this.caller = caller;
    }

    record UnitRows(
            @NotNull @Size(min = 1, max = ImportUnits.MOST_ROWS)
            List<@NotNull UnitRow> units) {}

    /** @param successorId who takes over what is open; may be left out when nothing is */
    record Closing(
            @NotNull @Size(min = 1, max = 200) Set<@NotBlank String> unitIds,
            @Nullable String successorId,
            CloseUnits.@NotNull How how,
            @NotBlank @Size(max = 500) String reason) {}

    @GET
    @Operation(
            summary = "Units in scope, parents before children",
            description = "q looks in names, ids and school codes; state takes open or closed")
    public Page<Unit> units(
            @QueryParam("kind") @Nullable UnitKind kind,
            @QueryParam("stage") @Nullable Stage stage,
            @QueryParam("parentId") @Nullable String parentId,
            @QueryParam("state") @Nullable String state,
            @QueryParam("trait") @Nullable String trait,
            @QueryParam("q") @Nullable String q,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return units.page(
                new UnitFilter(kind, stage, parentId, open(state), trait, q),
                Scope.of(caller),
                Page.limit(limit),
                Cursor.parse(cursor, 1));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE, Role.SCHOOL})
    @Operation(summary = "A unit with its people in charge, its open items, its codes and its history")
    public UnitPage unit(@PathParam("id") String id) {
        return read.page(id);
    }

    @PUT
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "Insert or change units; all or nothing. Units that are not named stay as they are")
    public Rows.Outcome putUnits(@Valid @NotNull UnitRows rows) {
        return imported.put(rows.units());
    }

    @POST
    @Path("closures")
    @RolesAllowed(Role.ADMIN)
    @Operation(
            summary = "Close units; all that is open goes to the successor",
            description =
                    "how takes merged, split or closed; with preview=true it tells what would move and saves nothing")
    public CloseUnits.Closed close(
            @QueryParam("preview") @DefaultValue("false") boolean preview, @Valid @NotNull Closing closing) {
        return close.close(
                closing.unitIds(),
                closing.successorId(),
                closing.how(),
                closing.reason().strip(),
                preview);
    }

    @GET
    @Path("sheet")
    @Produces(Sheet.TYPE)
    @RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE})
    @Operation(summary = "The units of the list as .xlsx, which can be sent back")
    public Response sheet(
            @QueryParam("kind") @Nullable UnitKind kind,
            @QueryParam("stage") @Nullable Stage stage,
            @QueryParam("parentId") @Nullable String parentId,
            @QueryParam("state") @Nullable String state,
            @QueryParam("trait") @Nullable String trait,
            @QueryParam("q") @Nullable String q) {
        UnitFilter filter = new UnitFilter(kind, stage, parentId, open(state), trait, q);
        return attached("units.xlsx", UnitSheet.of(units.all(filter, Scope.of(caller))));
    }

    @GET
    @Path("sheet/template")
    @Produces(Sheet.TYPE)
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "An .xlsx to fill in, with what may stand in each column")
    public Response template() {
        return attached("units-template.xlsx", UnitSheet.template());
    }

    @POST
    @Path("sheet")
    @Consumes(Sheet.TYPE)
    @RolesAllowed(Role.ADMIN)
    @Operation(
            summary = "Insert or change units from .xlsx; all or nothing, with a word on each row",
            description = "with preview=true it tells what would be and saves nothing")
    public SheetReport takeSheet(@QueryParam("preview") @DefaultValue("false") boolean preview, byte[] file) {
        return imported.take(file, preview);
    }

    static Response attached(String name, byte[] file) {
        return Response.ok(file)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static @Nullable Boolean open(@Nullable String state) {
        return switch (state == null ? "" : state.toLowerCase(Locale.ROOT)) {
            case "" -> null;
            case "open" -> true;
            case "closed" -> false;
            default -> throw Problem.invalid("state", "state 应为 open 或 closed。", "state takes open or closed.");
        };
    }
}
