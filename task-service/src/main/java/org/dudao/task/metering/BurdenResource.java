package org.dudao.task.metering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dudao.contracts.UnitKind;
import org.dudao.startup.Caller;
import org.dudao.startup.Cursor;
import org.dudao.startup.Page;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.dudao.task.Scope;
import org.dudao.task.Sheet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The burden meter: looked at before something new is asked, and by the schools themselves. */
@Path("burden")
@Tag(name = "burden")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE, Role.INSPECTOR, Role.SCHOOL, Role.SCHOOL_SYSTEM})
public class BurdenResource {

    private static final int MOST_EXPORTED = 10_000;

    private final Burdens burdens;
    private final Efforts efforts;
    private final Caller caller;
    private final Clock clock;

    public BurdenResource(Burdens burdens, Efforts efforts, Caller caller, Clock clock) {
        this.burdens = burdens;
        this.efforts = efforts;
        this.caller = caller;
        this.clock = clock;
    }

    record AskedEfforts(@NotNull @Size(min = 1, max = 4) List<@NotNull @Valid AskedEffort> efforts) {}

    record AskedEffort(
            @NotNull AskKind kind,

            @NotNull @DecimalMin("0") @DecimalMax("999") @Digits(integer = 3, fraction = 2)
            BigDecimal hours) {}

    public record EffortList(List<Efforts.Effort> efforts) {}

    @GET
    @Operation(
            summary = "Items and estimated hours that fall due for each unit, month by month; the heaviest first",
            description =
                    "year is this one unless given; unitKind takes a kind such as SCHOOL, all when left out. A task"
                            + " counts for the unit that leads it and for each that supports it; a report for the unit that owes it.")
    public Page<Burden> list(
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("unitKind") @Nullable UnitKind unitKind,
            @QueryParam("unitId") @Nullable String unitId,
            @QueryParam("q") @Nullable String q,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return burdens.page(
                new Burdens.Asked(known(year), unitKind, unitId, q),
                Scope.of(caller),
                Page.limit(limit),
                Cursor.parse(cursor, 2));
    }

    @GET
    @Path("sheet")
    @Produces({Sheet.TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE, Role.INSPECTOR, Role.SCHOOL})
    @Operation(summary = "The same as .xlsx, hours by month")
    @APIResponse(
            responseCode = "200",
            description = "The sheet.",
            content = @Content(mediaType = Sheet.TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response sheet(
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("unitKind") @Nullable UnitKind unitKind,
            @QueryParam("q") @Nullable String q) {
        int shown = known(year);
        Burdens.Asked asked = new Burdens.Asked(shown, unitKind, null, q);
        List<Burden> all = burdens.page(asked, Scope.of(caller), MOST_EXPORTED, Optional.empty())
                .items();
        return Response.ok(BurdenSheet.of(all, shown))
                .header("Content-Disposition", "attachment; filename=\"burden-" + shown + ".xlsx\"")
                .build();
    }

    @GET
    @Path("efforts")
    @RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE, Role.INSPECTOR, Role.SCHOOL})
    @Operation(summary = "Estimated hours of one item of each kind")
    public EffortList efforts() {
        return new EffortList(efforts.all());
    }

    @PUT
    @Path("efforts")
    @RolesAllowed({Role.ADMIN, Role.SUPERVISOR})
    @Operation(summary = "Estimate anew; kinds that are not named keep their hours")
    public EffortList estimate(@Valid @NotNull AskedEfforts asked) {
        return new EffortList(efforts.set(asked.efforts().stream()
                .map(e -> new Efforts.Effort(e.kind(), e.hours()))
                .toList()));
    }

    private int known(@Nullable Integer year) {
        if (year == null) {
            return LocalDate.now(clock).getYear();
        }
        if (year < 2000 || year > 2100) {
            throw Problem.invalid("year", "年份应在 2000 到 2100 之间。", "year lies between 2000 and 2100.");
        }
        return year;
    }
}
