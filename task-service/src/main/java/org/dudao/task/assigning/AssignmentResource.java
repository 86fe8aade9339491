package org.dudao.task.assigning;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.dudao.startup.Versions;
import org.dudao.task.Scope;
import org.dudao.task.Task;
import org.dudao.task.TaskView;
import org.dudao.task.TaskViews;
import org.dudao.task.Tasks;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who answers for a task (责任分解). */
@Path("tasks")
@Tag(name = "assigning")
public class AssignmentResource {

    private static final int MOST_UNITS = 2_000;

    private final AcceptProposals acceptProposals;
    private final AssignTask assignTask;
    private final Tasks tasks;
    private final TaskViews views;
    private final Caller caller;

    public AssignmentResource(
            AcceptProposals acceptProposals, AssignTask assignTask, Tasks tasks, TaskViews views, Caller caller) {
        this.acceptProposals = acceptProposals;
        this.assignTask = assignTask;
        this.tasks = tasks;
        this.views = views;
        this.caller = caller;
    }

    /** Either a plan or tasks; {@code acceptProposals} has to be true, it is the only way to assign many at once. */
    record Assignments(
            @Nullable UUID planId,
            @Size(max = 10_000) @Nullable List<UUID> taskIds,
            boolean acceptProposals) {}

    record Assignment(
            @NotBlank String leadUnitId,
            @Size(max = MOST_UNITS) @Nullable List<@NotNull String> supportingUnitIds,
            @Nullable LocalDate dueOn,
            @Size(max = MOST_UNITS) @Nullable List<@NotNull String> spreadOver) {}

    @POST
    @Path("assignments")
    @RolesAllowed({Role.SUPERVISOR, Role.ADMIN})
    @Operation(summary = "Accept the proposed lead units of a plan or of the named tasks; safe to repeat")
    public AcceptProposals.Outcome accept(@Valid Assignments asked) {
        if (!asked.acceptProposals()) {
            throw Problem.invalid(
                    "acceptProposals", "批量落实时 acceptProposals 应为 true。", "acceptProposals has to be true.");
        }
        if ((asked.planId() == null) == (asked.taskIds() == null)) {
            throw Problem.invalid("planId", "请给出 planId 或 taskIds 其中之一。", "Give either planId or taskIds.");
        }
        return acceptProposals.accept(asked.planId(), asked.taskIds() == null ? List.of() : asked.taskIds());
    }

    @PUT
    @Path("{id}/assignment")
    @RolesAllowed({Role.SUPERVISOR, Role.ADMIN})
    @Operation(summary = "Make a unit responsible, and spread the task over units; If-Match is required")
    @APIResponse(responseCode = "200", description = "The task with its shares")
    public Response assign(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Assignment asked) {
        assignTask.assign(
                id,
                ifMatch,
                new AssignTask.Responsibility(
                        asked.leadUnitId(),
                        orNone(asked.supportingUnitIds()),
                        asked.dueOn(),
                        orNone(asked.spreadOver())));
        Scope scope = Scope.of(caller);
        Task task = tasks.seen(id, scope);
        TaskView view = views.whole(task, scope);
        return Response.ok(view).header("ETag", Versions.etag(view.version())).build();
    }

    private static List<String> orNone(@Nullable List<String> ids) {
        return ids == null ? List.of() : ids;
    }
}
