package org.dudao.task.reporting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.startup.Caller;
import org.dudao.startup.Role;
import org.dudao.startup.Versions;
import org.dudao.task.Scope;
import org.dudao.task.TaskView;
import org.dudao.task.TaskViews;
import org.dudao.task.Tasks;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How a unit answers for its task, and how the answer is judged. Every act returns the task as it is then. */
@Path("tasks")
@Tag(name = "reporting")
public class ReportingResource {

    private static final int LONGEST_NARRATIVE = 4_000;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_FILES = 200;

    private final AcceptTask accept;
    private final ReportProgress progress;
    private final SubmitTask submit;
    private final VerifyTask verify;
    private final ReturnTask sendBack;
    private final ExtendTask extend;
    private final AskExtension ask;
    private final DecideExtension decide;
    private final SuspendTask suspend;
    private final ResumeTask resume;
    private final CancelTask cancel;
    private final Tasks tasks;
    private final TaskViews views;
    private final Caller caller;

    public ReportingResource(
            AcceptTask accept,
            ReportProgress progress,
            SubmitTask submit,
            VerifyTask verify,
            ReturnTask sendBack,
            ExtendTask extend,
            AskExtension ask,
            DecideExtension decide,
            SuspendTask suspend,
            ResumeTask resume,
            CancelTask cancel,
            Tasks tasks,
            TaskViews views,
            Caller caller) {
        this.accept = accept;
        this.progress = progress;
        this.submit = submit;
        this.verify = verify;
        this.sendBack = sendBack;
        this.extend = extend;
        this.ask = ask;
        this.decide = decide;
        this.suspend = suspend;
        this.resume = resume;
        this.cancel = cancel;
        this.tasks = tasks;
        this.views = views;
        this.caller = caller;
    }

    /**
     * @param value figure reached so far, in the task's unit; may be left out when only told in words
     * @param evidenceIds files of this task that prove it
     */
    record Progress(
            @Digits(integer = 15, fraction = 4) @Nullable BigDecimal value,
            @NotBlank @Size(max = LONGEST_NARRATIVE) String narrative,
            @Size(max = MOST_FILES) @Nullable List<@NotNull UUID> evidenceIds) {}

    record Reason(@NotBlank @Size(max = LONGEST_REASON) String reason) {}

    record NewDay(
            @NotNull LocalDate dueOn,
            @NotBlank @Size(max = LONGEST_REASON) String reason) {}

    /** @param dueOn the day granted; left out for the one that was asked for */
    record Grant(
            @Nullable LocalDate dueOn,
            @Size(max = LONGEST_REASON) @Nullable String reason) {}

    /** @param until when it is expected to go on; may be left open */
    record Suspension(
            @NotBlank @Size(max = LONGEST_REASON) String reason,
            @Nullable LocalDate until) {}

    record Resumption(@NotNull LocalDate dueOn) {}

    @PUT
    @Path("{id}/acceptance")
    @RolesAllowed({Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM, Role.SUPERVISOR, Role.LEADER, Role.INSPECTOR})
    @Operation(operationId = "acceptTask", summary = "Sign for the task (签收)")
    public RestResponse<TaskView> accept(@PathParam("id") UUID id) {
        accept.accept(id);
        return shown(id, RestResponse.Status.OK);
    }

    @POST
    @Path("{id}/reports")
    @APIResponse(
            responseCode = "201",
            description = "It is told.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TaskView.class)))
    @RolesAllowed({Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM, Role.SUPERVISOR, Role.LEADER, Role.INSPECTOR})
    @Operation(operationId = "reportProgress", summary = "Report progress; Idempotency-Key makes it safe to repeat")
    public RestResponse<TaskView> report(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull Progress told) {
        progress.report(id, key, told.value(), told.narrative(), told.evidenceIds());
        return shown(id, RestResponse.Status.CREATED);
    }

    @PUT
    @Path("{id}/submission")
    @RolesAllowed({Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM, Role.SUPERVISOR, Role.LEADER, Role.INSPECTOR})
    @Operation(operationId = "submitTask", summary = "Hand it in for verification")
    public RestResponse<TaskView> submit(@PathParam("id") UUID id, @Valid @NotNull Progress told) {
        submit.submit(id, told.value(), told.narrative(), told.evidenceIds());
        return shown(id, RestResponse.Status.OK);
    }

    @PUT
    @Path("{id}/verification")
    @RolesAllowed({Role.SUPERVISOR, Role.OFFICE})
    @Operation(operationId = "verifyTask", summary = "Verify and close it (办结)")
    public RestResponse<TaskView> verify(@PathParam("id") UUID id) {
        verify.verify(id);
        return shown(id, RestResponse.Status.OK);
    }

    @PUT
    @Path("{id}/return")
    @RolesAllowed({Role.SUPERVISOR, Role.OFFICE})
    @Operation(operationId = "returnTask", summary = "Send it back with a reason; its clock never stopped")
    public RestResponse<TaskView> sendBack(@PathParam("id") UUID id, @Valid @NotNull Reason reason) {
        sendBack.sendBack(id, reason.reason());
        return shown(id, RestResponse.Status.OK);
    }

    @PUT
    @Path("{id}/deadline")
    @RolesAllowed({Role.SUPERVISOR, Role.LEADER})
    @Operation(operationId = "moveDeadline", summary = "Move the due day; If-Match is required")
    public RestResponse<TaskView> extend(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull NewDay day) {
        extend.extend(id, ifMatch, day.dueOn(), day.reason());
        return shown(id, RestResponse.Status.OK);
    }

    @POST
    @Path("{id}/extension-requests")
    @APIResponse(
            responseCode = "201",
            description = "It waits for a decision.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TaskView.class)))
    @RolesAllowed({Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM, Role.SUPERVISOR, Role.LEADER, Role.INSPECTOR})
    @Operation(
            operationId = "askExtension",
            summary = "Ask for a later due day (申请延期); Idempotency-Key makes it safe to repeat")
    public RestResponse<TaskView> askExtension(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull NewDay wanted) {
        ask.ask(id, key, wanted.dueOn(), wanted.reason());
        return shown(id, RestResponse.Status.CREATED);
    }

    @PUT
    @Path("{id}/extension-grant")
    @RolesAllowed({Role.SUPERVISOR, Role.LEADER})
    @Operation(
            operationId = "grantExtension",
            summary = "Grant the extension asked for, or another day; If-Match is required")
    public RestResponse<TaskView> grantExtension(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull Grant grant) {
        decide.grant(id, ifMatch, grant.dueOn(), grant.reason());
        return shown(id, RestResponse.Status.OK);
    }

    @PUT
    @Path("{id}/extension-refusal")
    @RolesAllowed({Role.SUPERVISOR, Role.LEADER})
    @Operation(
            operationId = "refuseExtension",
            summary = "Refuse the extension asked for, with a reason; If-Match is required")
    public RestResponse<TaskView> refuseExtension(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Reason reason) {
        decide.refuse(id, ifMatch, reason.reason());
        return shown(id, RestResponse.Status.OK);
    }

    @PUT
    @Path("{id}/suspension")
    @RolesAllowed({Role.SUPERVISOR, Role.LEADER})
    @Operation(operationId = "suspendTask", summary = "Stop its clock (挂起), its shares' with it; If-Match is required")
    public RestResponse<TaskView> suspend(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Suspension suspension) {
        suspend.suspend(id, ifMatch, suspension.reason(), suspension.until());
        return shown(id, RestResponse.Status.OK);
    }

    @PUT
    @Path("{id}/resumption")
    @RolesAllowed({Role.SUPERVISOR, Role.LEADER})
    @Operation(
            operationId = "resumeTask",
            summary = "Let its clock go on (恢复); If-Match is required",
            description = "dueOn is suspension.dueOnIfResumed as it was shown; 409 when it is another day by now")
    public RestResponse<TaskView> resume(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull Resumption shown) {
        resume.resume(id, ifMatch, shown.dueOn());
        return shown(id, RestResponse.Status.OK);
    }

    @PUT
    @Path("{id}/cancellation")
    @RolesAllowed({Role.SUPERVISOR, Role.LEADER})
    @Operation(operationId = "cancelTask", summary = "End it undone, its open shares with it")
    public RestResponse<TaskView> cancel(@PathParam("id") UUID id, @Valid @NotNull Reason reason) {
        cancel.cancel(id, reason.reason());
        return shown(id, RestResponse.Status.OK);
    }

    private RestResponse<TaskView> shown(UUID id, RestResponse.Status status) {
        Scope scope = Scope.of(caller);
        TaskView view = views.whole(tasks.seen(id, scope), scope);
        return RestResponse.ResponseBuilder.create(status, view)
                .header("ETag", Versions.etag(view.version()))
                .build();
    }
}
