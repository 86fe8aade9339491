package org.dudao.task.milestones;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.startup.Caller;
import org.dudao.startup.Role;
import org.dudao.task.Scope;
import org.dudao.task.TaskView;
import org.dudao.task.TaskViews;
import org.dudao.task.Tasks;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The nodes within a task; every act returns the task as it is then. */
@Path("tasks")
@Tag(name = "reporting")
public class MilestonesResource {

    private static final int MOST = 50;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PROOF = 1_000;
    private static final int ALL = 100;

    private final KeepMilestones keep;
    private final Tasks tasks;
    private final TaskViews views;
    private final Caller caller;

    MilestonesResource(KeepMilestones keep, Tasks tasks, TaskViews views, Caller caller) {
        this.keep = keep;
        this.tasks = tasks;
        this.views = views;
        this.caller = caller;
    }

    /** @param id of one that stays; left out for a new one */
    record AskedMilestone(
            @Nullable UUID id,
            @NotBlank @Size(max = LONGEST_NAME) String name,
            @NotNull LocalDate dueOn) {}

    record AskedMilestones(@NotNull @Size(max = MOST) List<@Valid @NotNull AskedMilestone> milestones) {}

    /** @param progress in per cent; 100 says that it is reached */
    record MilestoneProgress(
            @Min(0) @Max(ALL) int progress,
            @NotBlank @Size(max = LONGEST_PROOF) String proof) {}

    @PUT
    @Path("{id}/milestones")
    @RolesAllowed({Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM, Role.SUPERVISOR, Role.LEADER, Role.INSPECTOR})
    @Operation(summary = "Set the milestones; those that keep their id keep their progress")
    public TaskView set(@PathParam("id") UUID id, @Valid @NotNull AskedMilestones asked) {
        keep.set(id, asked.milestones());
        return shown(id);
    }

    @PUT
    @Path("{id}/milestones/{milestoneId}/progress")
    @RolesAllowed({Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM, Role.SUPERVISOR, Role.LEADER, Role.INSPECTOR})
    @Operation(summary = "Tell how far a milestone is, with what shows it")
    public TaskView progress(
            @PathParam("id") UUID id,
            @PathParam("milestoneId") UUID milestoneId,
            @Valid @NotNull MilestoneProgress told) {
        keep.progress(id, milestoneId, told.progress(), told.proof());
        return shown(id);
    }

    private TaskView shown(UUID id) {
        Scope scope = Scope.of(caller);
        return views.whole(tasks.seen(id, scope), scope);
    }
}
