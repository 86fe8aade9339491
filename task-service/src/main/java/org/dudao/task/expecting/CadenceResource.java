package org.dudao.task.expecting;

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
import java.util.UUID;
import org.dudao.startup.Caller;
import org.dudao.startup.Role;
import org.dudao.task.Cadence;
import org.dudao.task.Scope;
import org.dudao.task.TaskView;
import org.dudao.task.TaskViews;
import org.dudao.task.Tasks;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How often a unit reports on a task. */
@Path("tasks")
@Tag(name = "reporting")
public class CadenceResource {

    private static final int MOST_DAYS = 20;

    private final SetCadence setCadence;
    private final Tasks tasks;
    private final TaskViews views;
    private final Caller caller;

    CadenceResource(SetCadence setCadence, Tasks tasks, TaskViews views, Caller caller) {
        this.setCadence = setCadence;
        this.tasks = tasks;
        this.views = views;
        this.caller = caller;
    }

    /**
     * @param daysAfter working days after a period's last working day by which its report is due
     * @param withShares the units that lead its shares are asked as often
     */
    record AskedCadence(
            @NotNull Cadence cadence,
            @Min(0) @Max(MOST_DAYS) int daysAfter,
            boolean withShares,
            @NotBlank @Size(max = 500) String reason) {}

    @PUT
    @Path("{id}/cadence")
    @RolesAllowed({Role.SUPERVISOR, Role.LEADER})
    @Operation(summary = "Say how often the task is reported on; what was missed stays missed")
    public TaskView set(@PathParam("id") UUID id, @Valid @NotNull AskedCadence asked) {
        setCadence.set(id, asked.cadence(), asked.daysAfter(), asked.withShares(), asked.reason());
        Scope scope = Scope.of(caller);
        return views.whole(tasks.seen(id, scope), scope);
    }
}
