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
import org.dudao.contracts.UnitKind;
import org.dudao.startup.Caller;
import org.dudao.startup.Cursor;
import org.dudao.startup.Page;
import org.dudao.startup.Role;
import org.dudao.task.Scope;
import org.dudao.task.Unit;
import org.dudao.task.Units;
import org.dudao.task.organising.ImportUnits.UnitRow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Units. */
@Path("units")
@Tag(name = "organisation")
public class UnitsResource {

    private static final int MOST_ROWS = 20_000;

    private final ImportUnits imported;
    private final Units units;
    private final Caller caller;

    public UnitsResource(ImportUnits imported, Units units, Caller caller) {
        this.imported = imported;
        this.units = units;
        this.caller = caller;
    }

    record UnitRows(@NotNull @Size(min = 1, max = MOST_ROWS) List<@NotNull UnitRow> units) {}

    @GET
    @RolesAllowed({
        Role.ADMIN,
        Role.LEADER,
        Role.SUPERVISOR,
        Role.OFFICE,
        Role.INSPECTOR,
        Role.SCHOOL,
        Role.SCHOOL_SYSTEM
    })
    @Operation(summary = "Units in scope, parents before children")
    public Page<Unit> units(
            @QueryParam("kind") @Nullable UnitKind kind,
            @QueryParam("q") @Nullable String q,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return units.page(Scope.of(caller), kind, q, Page.limit(limit), Cursor.parse(cursor, 1));
    }

    @PUT
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "Insert or change units; all or nothing. Units that are not named stay as they are")
    public Rows.Outcome putUnits(@Valid @NotNull UnitRows rows) {
        return imported.put(rows.units());
    }
}
