package org.dudao.task.committing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.dudao.task.Scope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Letters to print and sign. */
@Path("responsibility-letters")
@Tag(name = "responsibility letters")
@RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE, Role.INSPECTOR, Role.SCHOOL})
public class LettersResource {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String ZIP = "application/zip";

    private final Letters letters;
    private final Caller caller;

    public LettersResource(Letters letters, Caller caller) {
        this.letters = letters;
        this.caller = caller;
    }

    @GET
    @Path("{unitId}")
    @Produces({DOCX, MediaType.APPLICATION_JSON})
    @Operation(summary = "A unit's responsibility letter (目标责任书) under a plan, as .docx")
    @APIResponse(
            responseCode = "200",
            description = "The letter.",
            content = @Content(mediaType = DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response one(@PathParam("unitId") String unitId, @QueryParam("planId") @Nullable UUID planId) {
        Letter letter = found(planId, unitId).getFirst();
        return handedOut(LetterPaper.of(letter), DOCX, "letter.docx", name(letter));
    }

    @GET
    @Produces({ZIP, MediaType.APPLICATION_JSON})
    @Operation(summary = "The letters of all units in scope under a plan, as one .zip")
    @APIResponse(
            responseCode = "200",
            description = "The letters.",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response all(@QueryParam("planId") @Nullable UUID planId) {
        List<Letter> all = found(planId, null);
        StreamingOutput zip = out -> write(out, all);
        return handedOut(zip, ZIP, "letters.zip", clean(all.getFirst().planTitle()) + "_目标责任书.zip");
    }

    private List<Letter> found(@Nullable UUID planId, @Nullable String unitId) {
        if (planId == null) {
            throw Problem.invalid("planId", "请指明是哪份计划的责任书。", "Say of which plan.");
        }
        List<Letter> found = letters.of(planId, Scope.of(caller), unitId);
        if (found.isEmpty()) {
            throw Problem.notFound("目标责任书（尚无已落实到单位的任务）", unitId == null ? planId : unitId);
        }
        return found;
    }

    /** Numbered, because two units may have one name. */
    private static void write(OutputStream out, List<Letter> all) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, UTF_8)) {
            for (int i = 0; i < all.size(); i++) {
                zip.putNextEntry(new ZipEntry(String.format("%03d_%s", i + 1, name(all.get(i)))));
                zip.write(LetterPaper.of(all.get(i)));
                zip.closeEntry();
            }
        }
    }

    private static Response handedOut(Object content, String type, String plain, String name) {
        return Response.ok(content, type)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + plain + "\"; filename*=UTF-8''"
                                + URLEncoder.encode(name, UTF_8).replace("+", "%20"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private static String name(Letter letter) {
        return clean(letter.unit()) + "_" + letter.year() + "年目标责任书.docx";
    }

    private static String clean(String name) {
        return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
    }
}
