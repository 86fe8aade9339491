package org.dudao.plan.prioritising;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("plans/{id}")
@Tag(name = "year")
@RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE})
public class KeyWorkResource {

    private final MarkKeyWork marking;
    private final Caller caller;

    public KeyWorkResource(MarkKeyWork marking, Caller caller) {
        this.marking = marking;
        this.caller = caller;
    }

    public record Key(@Schema(examples = "true") @Nullable Boolean key) {}

    @PUT
    @Path("targets/{targetId}/key")
    @Transactional
    @Operation(
            summary = "Say whether a target is key work (重点工作)",
            description = "In a draft and in a published plan; no amendment, for what was promised stays.")
    public void target(@PathParam("id") UUID id, @PathParam("targetId") UUID targetId, @Nullable Key said) {
        marking.target(id, targetId, key(said), caller);
    }

    @PUT
    @Path("measures/{measureId}/key")
    @Transactional
    @Operation(summary = "Say whether all targets of a measure are key work")
    public void measure(@PathParam("id") UUID id, @PathParam("measureId") UUID measureId, @Nullable Key said) {
        marking.measure(id, measureId, key(said), caller);
    }

    private static boolean key(@Nullable Key said) {
        Boolean key = said == null ? null : said.key();
        if (key == null) {
            throw Problem.invalid("key", "key 应为 true 或 false。", "key takes true or false.");
        }
        return key;
    }
}
