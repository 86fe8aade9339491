package org.dudao.plan.reviewing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.dudao.plan.PlanScope;
import org.dudao.plan.PlanViews;
import org.dudao.plan.Plans;
import org.dudao.plan.TargetEdit;
import org.dudao.startup.Caller;
import org.dudao.startup.Idempotency;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.dudao.startup.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

@Path("plans/{id}")
@Tag(name = "review")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE})
public class ReviewResource {

    private static final String SINCE =
            "since: the plan's version that the caller knows; the answer names what has changed from there on.";

    private final ReviewPlan reviewing;
    private final ReviewViews reviews;
    private final Plans plans;
    private final PlanViews views;
    private final Idempotency idempotency;
    private final Caller caller;

    public ReviewResource(
            ReviewPlan reviewing,
            ReviewViews reviews,
            Plans plans,
            PlanViews views,
            Idempotency idempotency,
            Caller caller) {
        this.reviewing = reviewing;
        this.reviews = reviews;
        this.plans = plans;
        this.views = views;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /** @param accept only {@code all}: whatever nobody has decided on yet */
    public record Accept(@Schema(examples = "all") @Nullable String accept) {}

    /** @param at where the target's words are cut, counted in the measure's text in UTF-16 units */
    public record Split(@Schema(examples = "[12]") @Nullable List<Integer> at) {}

    /** @param with the targets whose words are taken in, each with the version seen */
    public record Merge(@Nullable List<ReviewPlan.Seen> with) {}

    /** @param of the target whose words this one only says once more */
    public record Repetition(
            @Schema(examples = "0199e2b4-6f3a-7c1e-9b7d-2f4a5c6d7e8f") @Nullable
            UUID of) {}

    /** A stretch of a measure's text, counted in UTF-16 units. */
    public record Marked(
            @Nullable UUID measureId,
            @Schema(examples = "0") @Nullable Integer start,
            @Schema(examples = "12") @Nullable Integer end) {}

    @GET
    @Path("review")
    @Transactional
    @Operation(summary = "How the review stands and what has changed, by whomever", description = SINCE)
    public ReviewView standing(@PathParam("id") UUID id, @QueryParam("since") @Nullable Long since) {
        return reviews.since(plans.seen(id, PlanScope.of(caller)), since);
    }

    @PATCH
    @Path("targets/{targetId}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Transactional
    @Operation(
            summary = "Edit, accept or reject a target of a draft",
            description =
                    "If-Match takes the target's version. An absent field stays as it is, null clears it. " + SINCE)
    @APIResponse(responseCode = "200", description = "What has changed.")
    @APIResponse(
            responseCode = "412",
            description = "Somebody changed this target meanwhile; current shows it as it stands, changedBy names who.")
    public ReviewView edit(
            @PathParam("id") UUID id,
            @PathParam("targetId") UUID targetId,
            @QueryParam("since") @Nullable Long since,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable TargetEdit edit) {
        return reviews.since(reviewing.edit(id, targetId, said(edit), ifMatch, caller), since);
    }

    @PUT
    @Path("targets/{targetId}/parts")
    @Transactional
    @Operation(
            summary = "Split a target into several, each read anew from its words",
            description = "If-Match takes the target's version. " + SINCE)
    public ReviewView split(
            @PathParam("id") UUID id,
            @PathParam("targetId") UUID targetId,
            @QueryParam("since") @Nullable Long since,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Split split) {
        List<Integer> at = said(split).at();
        if (at == null || at.isEmpty() || at.size() > 20 || at.stream().anyMatch(a -> a == null)) {
            throw Problem.invalid("at", "请给出 1 到 20 个拆分处。", "Name 1 to 20 cuts.");
        }
        return reviews.since(reviewing.split(id, targetId, at, ifMatch, caller), since);
    }

    @PUT
    @Path("targets/{targetId}/merge")
    @Transactional
    @Operation(
            summary = "Merge other targets of the same measure into this one",
            description = "If-Match takes the target's version; each of the others brings its own. " + SINCE)
    public ReviewView merge(
            @PathParam("id") UUID id,
            @PathParam("targetId") UUID targetId,
            @QueryParam("since") @Nullable Long since,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Merge merge) {
        List<ReviewPlan.Seen> with = said(merge).with();
        if (with == null
                || with.isEmpty()
                || with.size() > 20
                || with.stream().anyMatch(w -> w == null || w.id() == null)) {
            throw Problem.invalid("with", "请选择 1 到 20 个要并入的目标。", "Name 1 to 20 targets to merge.");
        }
        return reviews.since(reviewing.merge(id, targetId, with, ifMatch, caller), since);
    }

    @PUT
    @Path("targets/{targetId}/repetition")
    @Transactional
    @Operation(
            summary =
                    "Say that a target only repeats another one: that one becomes key work, this one counts for nothing",
            description = "If-Match takes the target's version. The words lead to the other one. " + SINCE)
    public ReviewView repeat(
            @PathParam("id") UUID id,
            @PathParam("targetId") UUID targetId,
            @QueryParam("since") @Nullable Long since,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Repetition repetition) {
        UUID of = said(repetition).of();
        if (of == null) {
            throw Problem.invalid("of", "请选择被重复的目标。", "Name the target that it repeats.");
        }
        return reviews.since(reviewing.repeat(id, targetId, of, ifMatch, caller), since);
    }

    @POST
    @Path("targets")
    @Transactional
    @Operation(
            summary = "Add a target by marking words of a measure; it is read from them and accepted",
            description = SINCE)
    @APIResponse(responseCode = "201", description = "What has changed; Location names the target.")
    public Response add(
            @PathParam("id") UUID id,
            @QueryParam("since") @Nullable Long since,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable Marked marked,
            UriInfo uri) {
        Marked m = said(marked);
        UUID measure = m.measureId();
        Integer start = m.start();
        Integer end = m.end();
        if (measure == null || start == null || end == null) {
            throw Problem.invalid("measureId", "请给出 measureId、start 和 end。", "Give measureId, start and end.");
        }
        UUID target = idempotency.once(
                caller,
                key,
                Idempotency.asked(id, measure, start, end),
                () -> reviewing.add(id, measure, start, end, caller));
        ReviewView view = reviews.since(plans.seen(id, PlanScope.of(caller)), since);
        return Response.created(
                        uri.getAbsolutePathBuilder().path(target.toString()).build())
                .entity(view)
                .build();
    }

    @PUT
    @Path("review")
    @Transactional
    @Operation(summary = "Accept every target that nobody has decided on yet", description = SINCE)
    public ReviewView acceptAll(
            @PathParam("id") UUID id,
            @QueryParam("since") @Nullable Long since,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Accept asked) {
        if (asked == null || !"all".equals(asked.accept())) {
            throw Problem.invalid("accept", "accept 应为 all。", "accept takes all.");
        }
        return reviews.since(reviewing.acceptAll(id, ifMatch, caller), since);
    }

    @DELETE
    @Path("review/last-act")
    @Transactional
    @Operation(
            summary = "Undo the caller's own last act; again for the one before it",
            description = "What others did stays. " + SINCE)
    @APIResponse(responseCode = "200", description = "What has changed.")
    @APIResponse(responseCode = "409", description = "There is nothing to undo, or somebody changed the target since.")
    public ReviewView undo(@PathParam("id") UUID id, @QueryParam("since") @Nullable Long since) {
        return reviews.since(reviewing.undo(id, caller), since);
    }

    @DELETE
    @Transactional
    @Operation(summary = "Throw a draft away")
    public RestResponse<Void> discard(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        reviewing.discard(id, ifMatch, caller);
        return RestResponse.noContent();
    }

    @ServerExceptionMapper
    Response changedMeanwhile(TargetChangedMeanwhile e, UriInfo uri) {
        return Response.status(Response.Status.PRECONDITION_FAILED)
                .type("application/problem+json")
                .header("ETag", Versions.etag(e.current().version()))
                .entity(e.body(views.chinese(), uri.getPath()))
                .build();
    }

    private static <T> T said(@Nullable T body) {
        if (body == null) {
            throw Problem.invalid("", "没有内容。", "Nothing was sent.");
        }
        return body;
    }
}
