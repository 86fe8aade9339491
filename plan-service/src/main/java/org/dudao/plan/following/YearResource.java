package org.dudao.plan.following;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.dudao.plan.PlanScope;
import org.dudao.plan.Plans;
import org.dudao.plan.ThreeLists;
import org.dudao.plan.YearFilter;
import org.dudao.plan.YearView;
import org.dudao.plan.Years;
import org.dudao.startup.Caller;
import org.dudao.startup.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("plans/{id}")
@Tag(name = "year")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE, Role.INSPECTOR, Role.SCHOOL, Role.SCHOOL_SYSTEM})
public class YearResource {

    private final Plans plans;
    private final Years years;
    private final Caller caller;

    public YearResource(Plans plans, Years years, Caller caller) {
        this.plans = plans;
        this.years = years;
        this.caller = caller;
    }

    @GET
    @Path("year")
    @Transactional
    @Operation(
            summary = "How the plan stands today: chapters, measures and targets with their lights",
            description = "light: red, amber, purple, blue, grey, green, several with commas. q: words of the target."
                    + " key: true for key work (重点工作) alone."
                    + " A unit below the bureau gets what concerns it: its shares, what it supports, what it leads.")
    public YearView year(
            @PathParam("id") UUID id,
            @QueryParam("light") @Nullable String light,
            @QueryParam("unitId") @Nullable String unitId,
            @QueryParam("q") @Nullable String q,
            @QueryParam("key") boolean key) {
        PlanScope scope = PlanScope.of(caller);
        return years.of(plans.seen(id, scope), scope, YearFilter.of(light, unitId, q, key));
    }

    @GET
    @Path("targets/{targetId}/history")
    @Transactional
    @Operation(summary = "One target: what each unit has done for it, and how it grew")
    public YearView.TargetHistory history(@PathParam("id") UUID id, @PathParam("targetId") UUID targetId) {
        PlanScope scope = PlanScope.of(caller);
        return years.history(plans.seen(id, scope), targetId, scope);
    }

    @GET
    @Path("lists/{name}")
    @Transactional
    @Operation(
            summary = "问题清单, 责任清单 or 任务清单, of the same data as the tree",
            description = "name: problems, responsibilities or tasks. Takes the filters of the tree.")
    public ThreeLists.Listing list(
            @PathParam("id") UUID id,
            @PathParam("name") String name,
            @QueryParam("light") @Nullable String light,
            @QueryParam("unitId") @Nullable String unitId,
            @QueryParam("q") @Nullable String q,
            @QueryParam("key") boolean key) {
        ThreeLists.Name which = ThreeLists.Name.of(name);
        return ThreeLists.of(year(id, light, unitId, q, key), which);
    }
}
