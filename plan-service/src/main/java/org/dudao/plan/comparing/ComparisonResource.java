package org.dudao.plan.comparing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.dudao.plan.Comparison;
import org.dudao.plan.LastResult;
import org.dudao.plan.reading.document.Limits;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

@Path("plans/{id}")
@Tag(name = "year")
@Produces(MediaType.APPLICATION_JSON)
public class ComparisonResource {

    private final CompareWithLastYear comparing;
    private final Caller caller;

    public ComparisonResource(CompareWithLastYear comparing, Caller caller) {
        this.comparing = comparing;
        this.caller = caller;
    }

    /** @param resultId null: there is no result for it */
    public record Chosen(
            @Schema(examples = "0199e2b4-6f3a-7c1e-9b7d-2f4a5c6d7e8f") @Nullable
            UUID resultId) {}

    @GET
    @Path("comparison")
    @Transactional
    @RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE})
    @Operation(
            summary = "The plan beside last year's results: pairs proposed or decided, and what looks odd (U3)",
            description = "MET_ALREADY, BELOW_LAST_YEAR, WEAKER_CHANGE, UNIT_SLIP; both sentences stand in the line.")
    public Comparison get(@PathParam("id") UUID id) {
        return comparing.of(id, caller);
    }

    @GET
    @Path("targets/{targetId}/years")
    @Transactional
    @RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE})
    @Operation(
            summary = "One target over the years: asked for, reached, and how many years in a row it was attained",
            description =
                    "Found in the bureau's published plans of former years by its name and unit, the likest of each"
                            + " year; what a summary says fills in where nothing was reported.")
    public TargetOverYears years(@PathParam("id") UUID id, @PathParam("targetId") UUID targetId) {
        return comparing.overYears(id, targetId, caller);
    }

    /** The document is read whole before the transaction begins. */
    @PUT
    @Path("baseline")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE})
    @Operation(
            summary = "Read last year's summary, in place of what was read before",
            description = "Field file: .docx, .doc, .pdf, .txt or .md, up to 20 MB. Of a file with a summary and a plan"
                    + " only the summary is read.")
    @APIResponse(responseCode = "413", description = "Larger than 20 MB.")
    @APIResponse(responseCode = "422", description = "Unreadable, or without any result.")
    public Comparison read(@PathParam("id") UUID id, @RestForm("file") @Nullable FileUpload file) {
        if (file == null || file.fileName() == null) {
            throw Problem.invalid("file", "请在 file 字段里上传文件。", "Send the document in the field named file.");
        }
        int year = QuarkusTransaction.requiringNew().call(() -> comparing.yearOf(id, caller)) - 1;
        List<LastResult> results = ReadSummary.of(file.fileName(), content(file), year);
        return QuarkusTransaction.requiringNew().call(() -> comparing.with(id, results, file.fileName(), caller));
    }

    @PUT
    @Path("targets/{targetId}/baseline")
    @Transactional
    @RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE})
    @Operation(summary = "Decide which result of last year a target has to better, or that there is none")
    public void decide(@PathParam("id") UUID id, @PathParam("targetId") UUID targetId, @Nullable Chosen chosen) {
        comparing.decide(id, targetId, chosen == null ? null : chosen.resultId(), caller);
    }

    private static byte[] content(FileUpload file) {
        if (file.size() > Limits.BYTES) {
            throw new Problem(413, "document-too-large", "文件超过 20 MB，请压缩后再上传。", "The file is larger than 20 MB.");
        }
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
