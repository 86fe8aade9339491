package org.dudao.plan.reviewing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import org.dudao.plan.reviewing.CorrectOutline.Heading;
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
public class OutlineResource {

    private final CorrectOutline correcting;
    private final PlanViews views;
    private final Caller caller;

    public OutlineResource(CorrectOutline correcting, PlanViews views, Caller caller) {
        this.correcting = correcting;
        this.views = views;
        this.caller = caller;
    }

    /** @param at where the missed measure begins in the text, in UTF-16 units */
    public record Cut(@Schema(examples = "48") @Nullable Integer at) {}

    @PATCH
    @Path("chapters/{chapterId}")
    @Transactional
    @Operation(summary = "Mend a chapter's heading", description = "If-Match takes the chapter's version.")
    public RestResponse<PlanView> renameChapter(
            @PathParam("id") UUID id,
            @PathParam("chapterId") UUID chapterId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Heading heading) {
        return answer(correcting.renameChapter(id, chapterId, said(heading), ifMatch, caller));
    }

    @PATCH
    @Path("measures/{measureId}")
    @Transactional
    @Operation(summary = "Mend a measure's heading", description = "If-Match takes the measure's version.")
    public RestResponse<PlanView> renameMeasure(
            @PathParam("id") UUID id,
            @PathParam("measureId") UUID measureId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Heading heading) {
        return answer(correcting.renameMeasure(id, measureId, said(heading), ifMatch, caller));
    }

    @PUT
    @Path("measures/{measureId}/joined")
    @Transactional
    @Operation(
            summary = "Join a measure to the former one of its chapter: it was none of its own",
            description = "If-Match takes the measure's version. Its targets go along.")
    public RestResponse<PlanView> join(
            @PathParam("id") UUID id,
            @PathParam("measureId") UUID measureId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(correcting.join(id, measureId, ifMatch, caller));
    }

    @PUT
    @Path("measures/{measureId}/parts")
    @Transactional
    @Operation(
            summary = "Cut a measure in two where a heading was missed",
            description = "If-Match takes the measure's version. Targets go with their words.")
    public RestResponse<PlanView> cut(
            @PathParam("id") UUID id,
            @PathParam("measureId") UUID measureId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable Cut cut) {
        Integer at = cut == null ? null : cut.at();
        if (at == null) {
            throw Problem.invalid("at", "请给出断开处。", "Say where to cut.");
        }
        return answer(correcting.cut(id, measureId, at, ifMatch, caller));
    }

    private static Heading said(@Nullable Heading heading) {
        if (heading == null) {
            throw Problem.invalid("", "没有内容。", "Nothing was sent.");
        }
        return heading;
    }

    private RestResponse<PlanView> answer(Plan plan) {
        PlanView view = views.of(plan);
        return RestResponse.ResponseBuilder.ok(view)
                .tag(Long.toString(view.version()))
                .build();
    }
}
