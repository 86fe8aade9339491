package org.dudao.task.reporting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.util.UUID;
import org.dudao.contracts.Obstacle;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.dudao.task.Act;
import org.dudao.task.Acts;
import org.dudao.task.Scope;
import org.dudao.task.Task;
import org.dudao.task.TaskView;
import org.dudao.task.TaskViews;
import org.dudao.task.Tasks;
import org.dudao.task.reporting.ReportDrafts.ReportDraft;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A report before it is sent and after it was not good enough, and what a unit cannot get past. */
@Path("tasks")
@Tag(name = "reporting")
public class ReportsResource {

    private static final int LONGEST_NARRATIVE = 4_000;
    private static final int LONGEST_REASON = 500;

    private final ReturnReport returnReport;
    private final ReportDrafts drafts;
    private final BlockTask blocking;
    private final Tasks tasks;
    private final TaskViews views;
    private final Acts acts;
    private final Caller caller;

    ReportsResource(
            ReturnReport returnReport,
            ReportDrafts drafts,
            BlockTask blocking,
            Tasks tasks,
            TaskViews views,
            Acts acts,
            Caller caller) {
        this.returnReport = returnReport;
        this.drafts = drafts;
        this.blocking = blocking;
        this.tasks = tasks;
        this.views = views;
        this.acts = acts;
        this.caller = caller;
    }

    record WhyReturned(@NotBlank @Size(max = LONGEST_REASON) String reason) {}

    record WhyBlocked(
            @NotNull Obstacle obstacle,
            @NotBlank @Size(max = LONGEST_REASON) String reason) {}

    /** What is not finished may be empty. */
    record Draft(
            @Digits(integer = 15, fraction = 4) @Nullable BigDecimal value,
            @NotNull @Size(max = LONGEST_NARRATIVE) String narrative) {}

    @PUT
    @Path("{id}/reports/{reportId}/return")
    @RolesAllowed({Role.SUPERVISOR, Role.OFFICE})
    @Operation(summary = "Send a progress report back with a reason; where one was owed it is owed again")
    public TaskView sendBack(
            @PathParam("id") UUID id, @PathParam("reportId") UUID reportId, @Valid @NotNull WhyReturned why) {
        returnReport.sendBack(id, reportId, why.reason());
        return shown(id);
    }

    @PUT
    @Path("{id}/block")
    @RolesAllowed({Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM, Role.SUPERVISOR, Role.LEADER, Role.INSPECTOR})
    @Operation(summary = "Say what the unit cannot get past (受阻); the clock runs all the same")
    public TaskView block(@PathParam("id") UUID id, @Valid @NotNull WhyBlocked why) {
        blocking.block(id, why.obstacle(), why.reason());
        return shown(id);
    }

    @DELETE
    @Path("{id}/block")
    @RolesAllowed({Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM, Role.SUPERVISOR, Role.LEADER, Role.INSPECTOR})
    @Operation(summary = "Say that the unit goes on")
    public TaskView unblock(@PathParam("id") UUID id) {
        blocking.unblock(id);
        return shown(id);
    }

    @GET
    @Path("{id}/report-draft")
    @RolesAllowed({Role.OFFICE, Role.SCHOOL, Role.SUPERVISOR, Role.LEADER, Role.INSPECTOR})
    @Operation(summary = "One's own unsent report; 404 when there is none")
    public ReportDraft draft(@PathParam("id") UUID id) {
        tasks.seen(id, Scope.of(caller));
        return drafts.of(id, caller.username()).orElseThrow(() -> Problem.notFound("草稿", id));
    }

    @PUT
    @Path("{id}/report-draft")
    @RolesAllowed({Role.OFFICE, Role.SCHOOL, Role.SUPERVISOR, Role.LEADER, Role.INSPECTOR})
    @Operation(summary = "Keep an unsent report; sending one ends it")
    public ReportDraft keep(@PathParam("id") UUID id, @Valid @NotNull Draft draft) {
        Task task = tasks.seen(id, Scope.of(caller));
        acts.require(Act.REPORT, task);
        drafts.keep(task, caller.username(), draft.value(), draft.narrative());
        return drafts.of(id, caller.username()).orElseThrow();
    }

    @DELETE
    @Path("{id}/report-draft")
    @RolesAllowed({Role.OFFICE, Role.SCHOOL, Role.SUPERVISOR, Role.LEADER, Role.INSPECTOR})
    @Operation(summary = "Throw one's unsent report away")
    public void drop(@PathParam("id") UUID id) {
        tasks.seen(id, Scope.of(caller));
        drafts.drop(id, caller.username());
    }

    private TaskView shown(UUID id) {
        Scope scope = Scope.of(caller);
        return views.whole(tasks.seen(id, scope), scope);
    }
}
