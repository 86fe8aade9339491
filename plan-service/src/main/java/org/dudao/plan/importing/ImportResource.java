package org.dudao.plan.importing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.plan.PlanScope;
import org.dudao.plan.PlanView;
import org.dudao.plan.PlanViews;
import org.dudao.plan.Plans;
import org.dudao.plan.reading.document.Limits;
import org.dudao.plan.reading.document.UnreadableDocument;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.dudao.startup.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

@Path("plans")
@Tag(name = "plans")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

    private final ImportPlan importing;
    private final Plans plans;
    private final PlanViews views;
    private final Caller caller;
    private final Clock clock;

    public ImportResource(ImportPlan importing, Plans plans, PlanViews views, Caller caller, Clock clock) {
        this.importing = importing;
        this.plans = plans;
        this.views = views;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE})
    @Operation(
            summary = "Import a work plan: .docx, .doc, .wps, .pdf, .ofd, .xlsx, .txt or .md, up to 20 MB",
            description =
                    "Answers with the draft. A document that can't be read is refused with its reason and leaves nothing behind.")
    @APIResponse(responseCode = "201", description = "The draft; Location names it.")
    @APIResponse(
            responseCode = "409",
            description = "The same file is a draft or published plan already; planId names it.")
    @APIResponse(responseCode = "413", description = "Larger than 20 MB.")
    @APIResponse(
            responseCode = "422",
            description =
                    "Empty, broken, encrypted, scanned, foreign, or no plan; or several plans, which the problem's parts list: send the number of one as part.")
    public Response post(
            @RestForm("file") @Nullable FileUpload file,
            @Parameter(description = "Which document of the file, from 1; needed where it holds several plans.")
                    @RestQuery
                    @Nullable
                    String part,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            UriInfo uri) {
        caller.bureau();
        if (file == null || file.fileName() == null) {
            throw Problem.invalid("file", "请在 file 字段里上传文件。", "Send the document in the field named file.");
        }
        return imported(importing.read(file.fileName(), content(file), number(part)), key, uri);
    }

    @POST
    @Path("pasted")
    @Consumes(MediaType.TEXT_PLAIN)
    @RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE})
    @Operation(
            summary = "Import a work plan from pasted text",
            description = "As the import of a file; the body is the text in UTF-8.")
    @APIResponse(responseCode = "201", description = "The draft; Location names it.")
    @APIResponse(responseCode = "409", description = "The same text is a draft or published plan already.")
    @APIResponse(responseCode = "413", description = "Larger than 20 MB.")
    @APIResponse(responseCode = "422", description = "Empty, no plan, or several plans.")
    public Response paste(
            byte[] text,
            @Parameter(description = "Which document of the text, from 1; needed where it holds several plans.")
                    @RestQuery
                    @Nullable
                    String part,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            UriInfo uri) {
        caller.bureau();
        return imported(importing.read("粘贴文本.txt", text, number(part)), key, uri);
    }

    @GET
    @Path("template")
    @Produces(SheetTemplate.TYPE)
    @RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE})
    @Operation(summary = "The .xlsx to fill in, for a plan that is kept in a sheet")
    public Response template() {
        int year = LocalDate.now(clock).getYear();
        return Response.ok(SheetTemplate.of(caller.bureau().name(), year))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"plan-template.xlsx\"")
                .build();
    }

    private Response imported(ImportPlan.Readable document, @Nullable String key, UriInfo uri) {
        UUID id = importing.keep(document, caller, key);
        PlanView view = QuarkusTransaction.requiringNew().call(() -> views.of(plans.seen(id, PlanScope.of(caller))));
        return Response.created(uri.getBaseUriBuilder()
                        .path(ImportResource.class)
                        .path(id.toString())
                        .build())
                .tag(Versions.etag(view.version()).replace("\"", ""))
                .entity(view)
                .build();
    }

    private static @Nullable Integer number(@Nullable String part) {
        if (part == null || part.isBlank()) {
            return null;
        }
        if (!part.matches("\\d{1,4}")) {
            throw Problem.invalid("part", "part 应为从 1 开始的序号。", "part is a number, from 1.");
        }
        return Integer.valueOf(part);
    }

    private static byte[] content(FileUpload file) {
        if (file.size() > Limits.BYTES) {
            throw new DocumentRefused(UnreadableDocument.Reason.TOO_LARGE);
        }
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A problem that also lists the documents to choose from. */
    record Choice(
            String type, String title, int status, String detail, String instance, List<SeveralPlans.Option> parts) {}

    @ServerExceptionMapper
    Response severalPlans(SeveralPlans e, UriInfo uri) {
        boolean chinese = views.chinese();
        return Response.status(422)
                .type("application/problem+json")
                .entity(new Choice(
                        "urn:dudao:problem:document-holds-several-plans",
                        chinese ? "需要选择" : "Choose one",
                        422,
                        e.detail(chinese),
                        uri.getPath(),
                        e.options()))
                .build();
    }

    /** A problem that also names the plan there is. */
    record AlreadyImported(String type, String title, int status, String detail, String instance, UUID planId) {}

    @ServerExceptionMapper
    Response alreadyImported(DocumentAlreadyImported e, UriInfo uri) {
        boolean chinese = views.chinese();
        String plan = uri.getPath() + "/" + e.planId();
        return Response.status(Response.Status.CONFLICT)
                .type("application/problem+json")
                .header(HttpHeaders.LINK, "<" + plan + ">; rel=\"duplicate\"")
                .entity(new AlreadyImported(
                        "urn:dudao:problem:document-already-imported",
                        chinese ? "状态不符" : "Conflict",
                        409,
                        e.detail(chinese),
                        uri.getPath(),
                        e.planId()))
                .build();
    }
}
