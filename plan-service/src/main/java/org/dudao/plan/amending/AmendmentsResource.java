package org.dudao.plan.amending;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.Strength;
import org.dudao.plan.Amendment;
import org.dudao.plan.Amendment.Kind;
import org.dudao.plan.Amendment.State;
import org.dudao.plan.Commitment;
import org.dudao.plan.Measure;
import org.dudao.plan.PlanScope;
import org.dudao.plan.PlanViews;
import org.dudao.plan.Plans;
import org.dudao.plan.Stage;
import org.dudao.plan.TargetEdit;
import org.dudao.plan.Terms;
import org.dudao.startup.Caller;
import org.dudao.startup.Can;
import org.dudao.startup.Idempotency;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("plans/{id}/amendments")
@Tag(name = "amendments")
@Produces(MediaType.APPLICATION_JSON)
public class AmendmentsResource {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_INDICATOR = 200;

    private final AmendPlan amending;
    private final Plans plans;
    private final Idempotency idempotency;
    private final Caller caller;
    private final PlanViews views;

    public AmendmentsResource(
            AmendPlan amending, Plans plans, Idempotency idempotency, Caller caller, PlanViews views) {
        this.amending = amending;
        this.plans = plans;
        this.idempotency = idempotency;
        this.caller = caller;
        this.views = views;
    }

    /**
     * @param targetId of a change or a withdrawal
     * @param change what is to change; what is not named stays
     * @param measureId of an addition
     * @param addition what is to be added there
     */
    public record Proposal(
            @Schema(examples = "change") @Nullable Kind kind,
            @Nullable UUID targetId,
            @Nullable Change change,
            @Nullable UUID measureId,
            @Nullable Addition addition,
            @Schema(examples = "汛期停工，工期顺延") @Nullable String reason) {}

    /** Only what an amendment may change. An absent field stays as it is. */
    public record Change(
            @Schema(examples = "新建学校") @Nullable String indicator,
            @Nullable Comparator comparator,
            @Schema(examples = "180") @Nullable BigDecimal value,
            @Schema(examples = "200") @Nullable BigDecimal upper,
            @Schema(examples = "所") @Nullable String unit,
            @Schema(examples = "2026-09-30") @Nullable LocalDate dueOn,
            @Nullable List<Stage> stages) {

        TargetEdit edit() {
            return new TargetEdit(
                    indicator,
                    null,
                    comparator,
                    value == null ? null : Optional.of(value),
                    upper == null ? null : Optional.of(upper),
                    unit == null ? null : Optional.of(unit),
                    null,
                    dueOn == null ? null : Optional.of(dueOn),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    stages == null ? null : Optional.of(stages),
                    null);
        }
    }

    public record Addition(
            @Schema(examples = "新建教师宿舍") @Nullable String indicator,
            @Nullable Comparator comparator,
            @Schema(examples = "4") @Nullable BigDecimal value,
            @Schema(examples = "栋") @Nullable String unit,
            @Schema(examples = "2026-11-30") @Nullable LocalDate dueOn) {

        /** It stands under the measure as a whole: the printed text has no words of its own for it. */
        Commitment under(Measure measure) {
            String name = indicator == null ? "" : indicator.strip();
            if (name.isEmpty() || name.length() > LONGEST_INDICATOR) {
                throw Problem.invalid("addition.indicator", "应为 1 到 200 个字。", "Takes 1 to 200 characters.");
            }
            if (value != null && (value.signum() < 0 || value.precision() > 18 || Math.abs(value.scale()) > 18)) {
                throw Problem.invalid(
                        "addition.value", "应为不小于 0、不超过 18 位的数。", "Takes a number from 0 with at most 18 digits.");
            }
            return new Commitment(
                    measure.body(),
                    0,
                    measure.body().length(),
                    name,
                    value == null ? "milestone" : "count",
                    comparator == null ? (value == null ? Comparator.DONE : Comparator.GE) : comparator,
                    value,
                    null,
                    unit == null || unit.isBlank() ? null : unit.strip(),
                    false,
                    dueOn,
                    null,
                    null,
                    Strength.MUST,
                    false,
                    null,
                    Terms.NONE);
        }
    }

    /** Nothing needs to be said with it. */
    public record Approval() {}

    public record Refusal(
            @Schema(examples = "年中再议") @Nullable String reason) {}

    @GET
    @Transactional
    @RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE})
    @Operation(summary = "What was and what is proposed to be changed of a published plan, the latest first")
    public List<AmendmentView> list(@PathParam("id") UUID id) {
        return amending.of(id, caller).stream().map(this::view).toList();
    }

    @POST
    @Transactional
    @RolesAllowed({Role.ADMIN, Role.SUPERVISOR, Role.OFFICE})
    @Operation(
            summary = "Propose to change, withdraw or add a target of a published plan",
            description = "Nothing changes until another person who may approves.")
    @APIResponse(responseCode = "201", description = "The amendment as proposed.")
    @APIResponse(responseCode = "409", description = "The plan is not published, or an amendment of the target waits.")
    public Response propose(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable Proposal proposal,
            UriInfo uri) {
        if (proposal == null || proposal.kind() == null) {
            throw Problem.invalid(
                    "kind", "kind 应为 change、withdrawal 或 addition。", "kind takes change, withdrawal or addition.");
        }
        Kind kind = proposal.kind();
        String reason = reason(proposal.reason());
        UUID made = idempotency.once(caller, key, Idempotency.asked(id, proposal), () -> switch (kind) {
            case CHANGE ->
                amending.change(
                        id,
                        named("targetId", proposal.targetId()),
                        named("change", proposal.change()).edit(),
                        reason,
                        caller);
            case WITHDRAWAL -> amending.withdrawal(id, named("targetId", proposal.targetId()), reason, caller);
            case ADDITION -> {
                UUID measureId = named("measureId", proposal.measureId());
                Measure measure = plans.seen(id, PlanScope.of(caller))
                        .measure(measureId)
                        .orElseThrow(() -> Problem.notFound("措施", measureId));
                yield amending.addition(
                        id, measureId, named("addition", proposal.addition()).under(measure), reason, caller);
            }
        });
        AmendmentView view = amending.of(id, caller).stream()
                .filter(a -> a.id().equals(made))
                .map(this::view)
                .findFirst()
                .orElseThrow();
        return Response.created(
                        uri.getAbsolutePathBuilder().path(made.toString()).build())
                .entity(view)
                .build();
    }

    @PUT
    @Path("{amendmentId}/approval")
    @Transactional
    @RolesAllowed({Role.ADMIN, Role.LEADER})
    @Operation(summary = "Approve an amendment of somebody else: it takes effect, and its tasks and deadlines follow")
    @APIResponse(
            responseCode = "409",
            description = "It is the caller's own, was decided before, or the target changed since.")
    public AmendmentView approve(
            @PathParam("id") UUID id, @PathParam("amendmentId") UUID amendmentId, @Nullable Approval approval) {
        return view(amending.approve(id, amendmentId, caller));
    }

    @PUT
    @Path("{amendmentId}/refusal")
    @Transactional
    @RolesAllowed({Role.ADMIN, Role.LEADER})
    @Operation(summary = "Refuse an amendment of somebody else, with the reason")
    public AmendmentView refuse(
            @PathParam("id") UUID id, @PathParam("amendmentId") UUID amendmentId, @Nullable Refusal refusal) {
        return view(amending.refuse(id, amendmentId, reason(refusal == null ? null : refusal.reason()), caller));
    }

    private AmendmentView view(Amendment a) {
        boolean chinese = views.chinese();
        String refusal = null;
        if (a.state() != State.PROPOSED) {
            refusal = chinese ? "这项变更已有结论。" : "It was decided before.";
        } else if (!caller.is(Role.ADMIN, Role.LEADER)) {
            refusal = chinese ? "由局领导审批。" : "A leader decides on it.";
        } else if (a.proposed().who().equals(caller.username())) {
            refusal = chinese ? "不能审批自己提出的变更。" : "Nobody decides on an amendment of their own.";
        }
        Can can = new Can().add("approve", refusal).add("refuse", refusal);
        return AmendmentView.of(a, can.can(), can.cannot());
    }

    private static <T> T named(String field, @Nullable T value) {
        if (value == null) {
            throw Problem.invalid(field, "请给出 " + field + "。", "Give " + field + ".");
        }
        return value;
    }

    private static String reason(@Nullable String said) {
        String reason = said == null ? "" : said.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Problem.invalid(
                    "reason",
                    "请写明原因（不超过 " + LONGEST_REASON + " 字）。",
                    "Give the reason, at most " + LONGEST_REASON + " characters.");
        }
        return reason;
    }
}
