package org.dudao.plan.exporting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.dudao.plan.Baselines;
import org.dudao.plan.Comparison;
import org.dudao.plan.Plan;
import org.dudao.plan.PlanScope;
import org.dudao.plan.Plans;
import org.dudao.plan.YearFilter;
import org.dudao.plan.YearView;
import org.dudao.plan.Years;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("plans/{id}/exports/{name}")
@Tag(name = "year")
@RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE, Role.INSPECTOR, Role.SCHOOL, Role.SCHOOL_SYSTEM})
public class ExportResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Plans plans;
    private final Years years;
    private final Baselines baselines;
    private final Caller caller;

    public ExportResource(Plans plans, Years years, Baselines baselines, Caller caller) {
        this.plans = plans;
        this.years = years;
        this.baselines = baselines;
        this.caller = caller;
    }

    /** A file as it is handed out. */
    private record File(String name, String type, byte[] content) {}

    /** For those who may see it on its page, too. */
    private Comparison comparison(Plan plan) {
        if (!caller.is(Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE)) {
            throw Problem.notFound("导出文件", "comparison");
        }
        return Comparison.of(plan, baselines.results(plan.id()), baselines.decided(plan.id()));
    }

    @GET
    @Produces({XLSX, DOCX, MediaType.APPLICATION_JSON})
    @Transactional
    @Operation(
            summary = "Exactly what is shown, as a spreadsheet or an official document",
            description = "name: year.xlsx, year.docx, lists.xlsx, lists.docx, comparison.xlsx or"
                    + " comparison.docx. Takes the filters of the tree.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response export(
            @PathParam("id") UUID id,
            @PathParam("name") String name,
            @QueryParam("light") @Nullable String light,
            @QueryParam("unitId") @Nullable String unitId,
            @QueryParam("q") @Nullable String q,
            @QueryParam("key") boolean key) {
        PlanScope scope = PlanScope.of(caller);
        Plan plan = plans.seen(id, scope);
        YearView year = years.of(plan, scope, YearFilter.of(light, unitId, q, key));
        String what = key ? "重点工作" : "目标与进度";
        File file = switch (name) {
            case "comparison.xlsx" -> new File("与上年对照", XLSX, ComparisonFiles.sheet(comparison(plan)));
            case "comparison.docx" -> new File("与上年对照", DOCX, ComparisonFiles.document(plan.title(), comparison(plan)));
            case "year.xlsx" -> new File(what, XLSX, YearSheets.tree(year));
            case "lists.xlsx" -> new File(key ? "重点工作三单" : "三单", XLSX, YearSheets.lists(year));
            case "year.docx" -> new File(what, DOCX, YearDocuments.tree(year, key));
            case "lists.docx" -> new File(key ? "重点工作三单" : "三单", DOCX, YearDocuments.lists(year, key));
            default -> throw Problem.notFound("导出文件", name);
        };
        String ending = name.substring(name.indexOf('.'));
        String called = URLEncoder.encode(year.title() + file.name() + ending, StandardCharsets.UTF_8)
                .replace("+", "%20");
        return Response.ok(file.content())
                .type(file.type())
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"; filename*=UTF-8''" + called)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
