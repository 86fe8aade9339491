package org.dudao.plan.publishing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.dudao.plan.Plan;
import org.dudao.plan.PlanView;
import org.dudao.plan.PlanViews;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("plans/{id}")
@Tag(name = "publication")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR})
public class PublicationResource {

    private static final int LONGEST_REASON = 500;

    private final PublishPlan publishing;
    private final WithdrawPlan withdrawing;
    private final PlanViews views;
    private final Caller caller;

    public PublicationResource(PublishPlan publishing, WithdrawPlan withdrawing, PlanViews views, Caller caller) {
        this.publishing = publishing;
        this.withdrawing = withdrawing;
        this.views = views;
        this.caller = caller;
    }

    /** Nothing needs to be said with it. */
    public record Publication() {}

    public record Withdrawal(
            @Schema(examples = "另行印发调整后的工作要点") @Nullable String reason) {}

    @PUT
    @Path("publication")
    @Transactional
    @Operation(summary = "Publish a reviewed draft; a repeat changes nothing")
    @APIResponse(
            responseCode = "409",
            description = "Targets are not reviewed, none is accepted, or the plan was withdrawn.")
    public RestResponse<PlanView> publish(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Publication publication) {
        return answer(publishing.publish(id, ifMatch, caller));
    }

    @PUT
    @Path("withdrawal")
    @Transactional
    @Operation(summary = "Withdraw a published plan; everything assigned from it ends")
    public RestResponse<PlanView> withdraw(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Withdrawal withdrawal) {
        String reason = withdrawal == null || withdrawal.reason() == null
                ? ""
                : withdrawal.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Problem.invalid(
                    "reason",
                    "请写明撤回原因（不超过 " + LONGEST_REASON + " 字）。",
                    "Give the reason, at most " + LONGEST_REASON + " characters.");
        }
        return answer(withdrawing.withdraw(id, reason, ifMatch, caller));
    }

    private RestResponse<PlanView> answer(Plan plan) {
        PlanView view = views.of(plan);
        return RestResponse.ResponseBuilder.ok(view)
                .tag(Long.toString(view.version()))
                .build();
    }
}
