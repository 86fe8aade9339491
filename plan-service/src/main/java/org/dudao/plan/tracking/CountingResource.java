package org.dudao.plan.tracking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.dudao.plan.CountedFrom;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("plans/{id}/targets/{targetId}/source")
@Tag(name = "year")
@RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE})
public class CountingResource {

    private final CountTarget counting;
    private final Caller caller;

    public CountingResource(CountTarget counting, Caller caller) {
        this.counting = counting;
        this.caller = caller;
    }

    public record Source(
            @Schema(examples = "INSPECTIONS") @Nullable CountedFrom countedFrom) {}

    @PUT
    @Transactional
    @Operation(
            summary = "Say where a target's figure comes from",
            description = "REPORTS: units type it in. INSPECTIONS, OTHER_SYSTEM: it is counted there; reports then tell"
                    + " of progress in words and move no figure. A repeat changes nothing.")
    public void from(@PathParam("id") UUID id, @PathParam("targetId") UUID targetId, @Nullable Source source) {
        if (source == null || source.countedFrom() == null) {
            throw Problem.invalid(
                    "countedFrom",
                    "请写明数据来源：REPORTS、INSPECTIONS 或 OTHER_SYSTEM。",
                    "Say where it is counted: REPORTS, INSPECTIONS or OTHER_SYSTEM.");
        }
        counting.from(id, targetId, source.countedFrom(), caller);
    }
}
