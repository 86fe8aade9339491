package org.dudao.task.evidencing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Optional;
import java.util.UUID;
import org.dudao.startup.Caller;
import org.dudao.startup.Cursor;
import org.dudao.startup.Page;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.dudao.task.EvidenceFile;
import org.dudao.task.EvidenceFiles;
import org.dudao.task.Scope;
import org.dudao.task.Tasks;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Files that stand: found again, opened, shown small, taken back. */
@Path("evidence")
@Tag(name = "evidence")
@Produces(MediaType.APPLICATION_JSON)
public class EvidenceResource {

    private final EvidenceFiles files;
    private final EvidenceViews views;
    private final Contents contents;
    private final RemoveEvidence removing;
    private final Tasks tasks;
    private final Caller caller;

    EvidenceResource(
            EvidenceFiles files,
            EvidenceViews views,
            Contents contents,
            RemoveEvidence removing,
            Tasks tasks,
            Caller caller) {
        this.files = files;
        this.views = views;
        this.contents = contents;
        this.removing = removing;
        this.tasks = tasks;
        this.caller = caller;
    }

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
    @Operation(
            operationId = "listEvidence",
            summary = "What my unit put to its tasks, the latest first",
            description =
                    "q is part of a file's or a task's name; sha256 finds where a file stands before it is sent again")
    public Page<EvidenceView> list(
            @QueryParam("q") @Nullable String q,
            @QueryParam("sha256") @Nullable String sha256,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return views.page(files.page(Scope.of(caller), q, sha256, Page.limit(limit), Cursor.parse(cursor, 1)));
    }

    /** Never shown in our origin: downloaded, unsniffed, and inert even where a browser insists on opening it. */
    @GET
    @Path("{id}/content")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({
        Role.ADMIN,
        Role.LEADER,
        Role.SUPERVISOR,
        Role.OFFICE,
        Role.INSPECTOR,
        Role.SCHOOL,
        Role.SCHOOL_SYSTEM
    })
    @Operation(operationId = "downloadEvidence", summary = "The file as it was sent; takes Range and If-None-Match")
    @APIResponse(
            responseCode = "200",
            description = "The whole file.",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The stretch that Range asked for.")
    @APIResponse(responseCode = "304", description = "If-None-Match has it already.")
    @APIResponse(responseCode = "416", description = "The stretch lies outside the file.")
    public Response content(
            @PathParam("id") UUID id,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-None-Match") @Nullable String known,
            @HeaderParam("If-Range") @Nullable String ifRange) {
        EvidenceFile file = seen(id);
        views.requireMayOpen(file);
        String etag = "\"" + file.sha256() + "\"";
        if (etag.equals(known)) {
            return Response.notModified().header("ETag", etag).build();
        }
        Optional<ByteRange> asked =
                ifRange == null || ifRange.equals(etag) ? ByteRange.of(range, file.size()) : Optional.empty();
        ByteRange sent = asked.orElse(new ByteRange(0, file.size()));
        try {
            ResponseBuilder answer = Response.status(asked.isPresent() ? 206 : 200)
                    .entity(contents.open(file.sha256(), sent.from(), sent.length()))
                    .type(FileType.of(file.type()).mediaType())
                    .header("Content-Length", sent.length())
                    .header("Accept-Ranges", "bytes")
                    .header("ETag", etag)
                    .header("Content-Disposition", attachment("evidence", file.name()));
            asked.ifPresent(r -> answer.header("Content-Range", r.contentRange(file.size())));
            return inert(answer).build();
        } catch (IOException e) {
            throw new StorageFault(e);
        }
    }

    @GET
    @Path("{id}/thumbnail")
    @Produces("image/jpeg")
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
            operationId = "downloadThumbnail",
            summary = "A small JPG of a picture or of a PDF's first page; tells no place. 404 until it is ready")
    @APIResponse(
            responseCode = "200",
            description = "The picture.",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response thumbnail(@PathParam("id") UUID id) {
        EvidenceFile file = seen(id);
        if (!file.thumbnail().equals("ready")) {
            throw Problem.notFound("缩略图", id);
        }
        try {
            return inert(Response.ok(contents.openThumbnail(file.sha256()), "image/jpeg")
                            .header("ETag", "\"" + file.sha256() + "-small\""))
                    .build();
        } catch (IOException e) {
            throw new StorageFault(e);
        }
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM, Role.SUPERVISOR, Role.LEADER, Role.INSPECTOR})
    @Operation(operationId = "removeEvidence", summary = "Its uploader takes it back, before the task is handed in")
    @APIResponse(responseCode = "204", description = "Gone from every list; for a day it can be restored.")
    public void remove(@PathParam("id") UUID id) {
        removing.remove(id);
    }

    @PUT
    @Path("{id}/restoration")
    @RolesAllowed({Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM, Role.SUPERVISOR, Role.LEADER, Role.INSPECTOR})
    @Operation(operationId = "restoreEvidence", summary = "Undo the removal, within a day")
    public EvidenceView restore(@PathParam("id") UUID id) {
        removing.restore(id);
        return views.of(seen(id));
    }

    private EvidenceFile seen(UUID id) {
        EvidenceFile file = files.find(id).filter(f -> !f.removed()).orElseThrow(() -> Problem.notFound("佐证材料", id));
        if (!caller.sees(file.unitPath())) {
            tasks.seen(file.taskId(), Scope.of(caller));
        }
        return file;
    }

    static String attachment(String plain, String name) {
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''"
                + URLEncoder.encode(name, UTF_8).replace("+", "%20");
    }

    static ResponseBuilder inert(ResponseBuilder answer) {
        return answer.header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Cache-Control", "private, no-cache");
    }
}
