package org.dudao.plan.publishing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.dudao.plan.Plan;
import org.dudao.plan.PlanScope;
import org.dudao.plan.PlanViews;
import org.dudao.plan.Plans;
import org.dudao.startup.Caller;
import org.dudao.startup.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("plans/{id}/health")
@Tag(name = "publication")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE})
public class HealthResource {

    private final HealthCheck health;
    private final Plans plans;
    private final PlanViews views;
    private final Caller caller;

    public HealthResource(HealthCheck health, Plans plans, PlanViews views, Caller caller) {
        this.health = health;
        this.plans = plans;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Transactional
    @Operation(
            summary = "What should be seen before the plan is published, each with its place and its cure",
            description = "Blocking findings have to be mended; warnings are for a person to judge.")
    public HealthView get(@PathParam("id") UUID id) {
        Plan plan = plans.seen(id, PlanScope.of(caller));
        return HealthView.of(plan.id(), plan.version(), health.of(plan), views.chinese());
    }
}
