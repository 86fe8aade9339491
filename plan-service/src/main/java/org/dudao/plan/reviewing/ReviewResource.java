package org.dudao.plan.reviewing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.dudao.plan.Plan;
import org.dudao.plan.PlanView;
import org.dudao.plan.PlanViews;
import org.dudao.plan.TargetEdit;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("plans/{id}")
@Tag(name = "review")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE})
public class ReviewResource {

    private final ReviewPlan reviewing;
    private final PlanViews views;
    private final Caller caller;

    public ReviewResource(ReviewPlan reviewing, PlanViews views, Caller caller) {
        this.reviewing = reviewing;
        this.views = views;
        this.caller = caller;
    }

    /** @param accept only {@code all}: whatever nobody has decided on yet */
    public record Accept(@Schema(examples = "all") @Nullable String accept) {}

    @PATCH
    @Path("targets/{targetId}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Transactional
    @Operation(
            summary = "Edit, accept or reject a target of a draft",
            description = "If-Match takes the plan's version. An absent field stays as it is, null clears it.")
    public RestResponse<PlanView> edit(
            @PathParam("id") UUID id,
            @PathParam("targetId") UUID targetId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable TargetEdit edit) {
        if (edit == null) {
            throw Problem.invalid("", "没有内容。", "Nothing was sent.");
        }
        return answer(reviewing.edit(id, targetId, edit, ifMatch, caller));
    }

    @PUT
    @Path("review")
    @Transactional
    @Operation(summary = "Accept every target that nobody has decided on yet")
    public RestResponse<PlanView> acceptAll(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable Accept asked) {
        if (asked == null || !"all".equals(asked.accept())) {
            throw Problem.invalid("accept", "accept 应为 all。", "accept takes all.");
        }
        return answer(reviewing.acceptAll(id, ifMatch, caller));
    }

    @DELETE
    @Transactional
    @Operation(summary = "Throw a draft away")
    public RestResponse<Void> discard(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        reviewing.discard(id, ifMatch, caller);
        return RestResponse.noContent();
    }

    private RestResponse<PlanView> answer(Plan plan) {
        PlanView view = views.of(plan);
        return RestResponse.ResponseBuilder.ok(view)
                .tag(Long.toString(view.version()))
                .build();
    }
}
