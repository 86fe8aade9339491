package org.dudao.task.evidencing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.dudao.task.EvidenceFiles;
import org.dudao.task.Scope;
import org.dudao.task.Task;
import org.dudao.task.Tasks;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The files of one task. */
@Path("tasks/{id}/evidence")
@Tag(name = "evidence")
@Produces(MediaType.APPLICATION_JSON)
public class TaskEvidenceResource {

    private final AddEvidence adding;
    private final ReuseEvidence reusing;
    private final PackEvidence packing;
    private final EvidenceFiles files;
    private final EvidenceViews views;
    private final Tasks tasks;
    private final Caller caller;

    TaskEvidenceResource(
            AddEvidence adding,
            ReuseEvidence reusing,
            PackEvidence packing,
            EvidenceFiles files,
            EvidenceViews views,
            Tasks tasks,
            Caller caller) {
        this.adding = adding;
        this.reusing = reusing;
        this.packing = packing;
        this.files = files;
        this.views = views;
        this.tasks = tasks;
        this.caller = caller;
    }

    record Files(List<EvidenceView> items) {}

    record Existing(@NotNull UUID evidenceId) {}

    @GET
    @RolesAllowed({
        Role.ADMIN,
        Role.LEADER,
        Role.SUPERVISOR,
        Role.OFFICE,
        Role.INSPECTOR,
        Role.SCHOOL,
        Role.SCHOOL_SYSTEM
    })
    @Operation(operationId = "listTaskEvidence", summary = "The task's files, oldest first")
    public Files list(@PathParam("id") UUID id) {
        Task task = tasks.seen(id, Scope.of(caller));
        return new Files(files.of(task.id()).stream().map(views::of).toList());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM, Role.SUPERVISOR, Role.LEADER, Role.INSPECTOR})
    @Operation(
            operationId = "addEvidence",
            summary = "Put a file to the task; Idempotency-Key makes it safe to repeat",
            description =
                    "One file in the field named file, up to 20 MB: PDF, docx, xlsx, pptx, JPG, PNG, HEIC or TXT. What it"
                            + " is, is told by its bytes, and the extension must fit. Ask GET evidence?sha256=… first: what your unit"
                            + " has sent to another task is taken over by POST evidence/existing.")
    @APIResponse(
            responseCode = "201",
            description = "It stands; Location names its bytes.",
            content = @Content(schema = @Schema(implementation = EvidenceView.class)))
    @APIResponse(
            responseCode = "409",
            description = "The same file is at this task, or the task takes none in its state.")
    @APIResponse(responseCode = "413", description = "Larger than 20 MB.")
    @APIResponse(
            responseCode = "422",
            description =
                    "Refused: empty, broken, encrypted, of another kind, with macros or scripts, too large when unpacked.")
    @APIResponse(
            responseCode = "503",
            description = "The storage or the virus check does not answer; nothing was saved.")
    public Response add(
            @PathParam("id") UUID id,
            @RestForm("file") @Nullable FileUpload file,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        if (file == null || file.fileName() == null || file.fileName().isBlank()) {
            throw Problem.invalid("file", "请在 file 字段里上传文件。", "Send the file in the field named file.");
        }
        return created(adding.add(id, key, file.uploadedFile(), file.fileName()));
    }

    @POST
    @Path("existing")
    @RolesAllowed({Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM, Role.SUPERVISOR, Role.LEADER, Role.INSPECTOR})
    @Operation(
            operationId = "reuseEvidence",
            summary = "Take over a file that the unit put to another task, instead of sending it again")
    @APIResponse(
            responseCode = "201",
            description = "It stands here too; Location names its bytes.",
            content = @Content(schema = @Schema(implementation = EvidenceView.class)))
    public Response reuse(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull Existing existing) {
        return created(reusing.reuse(id, key, existing.evidenceId()));
    }

    @GET
    @Path("package")
    @Produces("application/zip")
    @RolesAllowed({
        Role.ADMIN,
        Role.LEADER,
        Role.SUPERVISOR,
        Role.OFFICE,
        Role.INSPECTOR,
        Role.SCHOOL,
        Role.SCHOOL_SYSTEM
    })
    @Operation(
            operationId = "packEvidence",
            summary = "All files of the task as one .zip with an index, for an inspection")
    @APIResponse(
            responseCode = "200",
            description = "The archive.",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response pack(@PathParam("id") UUID id) {
        Task task = tasks.seen(id, Scope.of(caller));
        StreamingOutput zip = packing.pack(files.of(id), views::mayOpen);
        return EvidenceResource.inert(Response.ok(zip, "application/zip")
                        .header(
                                "Content-Disposition",
                                EvidenceResource.attachment(
                                        "evidence.zip",
                                        FileName.clean("佐证材料_" + task.asked().title() + ".zip"))))
                .build();
    }

    private Response created(UUID id) {
        EvidenceView view = files.find(id).map(views::of).orElseThrow(() -> Problem.notFound("佐证材料", id));
        return Response.created(URI.create("/api/task/v1/evidence/" + id + "/content"))
                .entity(view)
                .build();
    }
}
