package org.dudao.plan.browsing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.dudao.plan.PlanFilter;
import org.dudao.plan.PlanScope;
import org.dudao.plan.PlanView;
import org.dudao.plan.PlanViews;
import org.dudao.plan.Plans;
import org.dudao.plan.SourceDocument;
import org.dudao.startup.Caller;
import org.dudao.startup.Cursor;
import org.dudao.startup.Page;
import org.dudao.startup.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("plans")
@Tag(name = "plans")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE, Role.INSPECTOR, Role.SCHOOL, Role.SCHOOL_SYSTEM})
public class PlansResource {

    private final Plans plans;
    private final PlanViews views;
    private final Caller caller;

    public PlansResource(Plans plans, PlanViews views, Caller caller) {
        this.plans = plans;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Plans, newest first",
            description =
                    "state: draft, published or withdrawn. q: words of the title. Drafts only for those who import.")
    public Page<PlanView.Summary> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("q") @Nullable String q,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return views.page(plans.page(
                PlanFilter.of(state, year, q), PlanScope.of(caller), Page.limit(limit), Cursor.parse(cursor, 2)));
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "A plan with its chapters, measures and targets; the ETag is its version")
    public RestResponse<PlanView> get(@PathParam("id") UUID id) {
        PlanView view = views.of(plans.seen(id, PlanScope.of(caller)));
        return RestResponse.ResponseBuilder.ok(view)
                .tag(Long.toString(view.version()))
                .build();
    }

    /** Never shown in our origin: downloaded, unsniffed, and inert even where a browser insists on opening it. */
    @GET
    @Path("{id}/document")
    @Produces(MediaType.WILDCARD)
    @Transactional
    @Operation(summary = "The file the plan was read from, as it was uploaded")
    public Response document(@PathParam("id") UUID id) {
        SourceDocument document = plans.document(id, PlanScope.of(caller));
        String name = URLEncoder.encode(document.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(document.content())
                .type(document.mediaType())
                .header("Content-Disposition", "attachment; filename=\"plan\"; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
