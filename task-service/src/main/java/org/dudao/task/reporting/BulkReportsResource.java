package org.dudao.task.reporting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dudao.startup.Caller;
import org.dudao.startup.Cursor;
import org.dudao.startup.Page;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.dudao.task.Scope;
import org.dudao.task.Sheet;
import org.dudao.task.Task;
import org.dudao.task.TaskFilter;
import org.dudao.task.Tasks;
import org.dudao.task.Units;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reports of many tasks at once: as JSON, or as the sheet of one's own tasks filled in. */
@Path("tasks")
@Tag(name = "tasks")
@RolesAllowed({Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM, Role.SUPERVISOR, Role.LEADER, Role.INSPECTOR})
public class BulkReportsResource {

    private static final int MOST_ITEMS = 1_000;

    private final ReportInBulk bulk;
    private final Tasks tasks;
    private final Units units;
    private final Caller caller;
    private final Clock clock;

    public BulkReportsResource(ReportInBulk bulk, Tasks tasks, Units units, Caller caller, Clock clock) {
        this.bulk = bulk;
        this.tasks = tasks;
        this.units = units;
        this.caller = caller;
        this.clock = clock;
    }

    record AskedReports(
            @NotNull @Size(min = 1, max = MOST_ITEMS) List<@NotNull @Valid AskedReport> reports) {}

    record AskedReport(
            @NotNull UUID taskId,
            @Nullable BigDecimal value,
            @NotNull @Size(min = 1, max = 4000) String narrative) {}

    /** Why an item was refused, in both languages; {@code type} is stable. */
    public record Refusal(String type, String zh, String en) {
        static @Nullable Refusal of(@Nullable Problem p) {
            return p == null ? null : new Refusal("urn:dudao:problem:" + p.slug(), p.detail(true), p.detail(false));
        }
    }

    /** @param row of the sheet, when it came by sheet */
    public record ItemAnswer(
            @Nullable Integer row,
            @Nullable UUID taskId,
            ReportInBulk.ReportOutcome outcome,
            @Nullable UUID reportId,
            @Nullable Refusal refusal) {}

    /** One answer per item, in the order sent. */
    public record BulkAnswer(int reported, int repeated, int refused, List<ItemAnswer> items) {
        static BulkAnswer of(List<ItemAnswer> items) {
            return new BulkAnswer(
                    count(items, ReportInBulk.ReportOutcome.REPORTED),
                    count(items, ReportInBulk.ReportOutcome.REPEATED),
                    count(items, ReportInBulk.ReportOutcome.REFUSED),
                    items);
        }

        private static int count(List<ItemAnswer> items, ReportInBulk.ReportOutcome outcome) {
            return (int) items.stream().filter(i -> i.outcome() == outcome).count();
        }
    }

    @POST
    @Path("reports")
    @Operation(
            operationId = "reportInBulk",
            summary = "Report progress of up to 1,000 tasks, each with its own answer",
            description =
                    "Send Idempotency-Key: a repeat says REPEATED for what was reported before and reports the rest")
    public BulkAnswer report(@HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull AskedReports asked) {
        List<ReportInBulk.Result> results = bulk.report(
                asked.reports().stream()
                        .map(r -> new ReportInBulk.Item(r.taskId(), r.value(), r.narrative()))
                        .toList(),
                key);
        return BulkAnswer.of(results.stream().map(r -> answer(null, r)).toList());
    }

    @GET
    @Path("sheet")
    @Produces(Sheet.TYPE)
    @Operation(operationId = "downloadTaskSheet", summary = "My open tasks as .xlsx, to be filled in and sent back")
    @APIResponse(
            responseCode = "200",
            description = "The sheet.",
            content = @Content(mediaType = Sheet.TYPE, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response sheet() {
        List<Task> mine = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        do {
            Page<Task> page = tasks.page(
                    TaskFilter.running(), Scope.of(caller), LocalDate.now(clock), false, Page.MAX_LIMIT, after);
            mine.addAll(page.items());
            after = Tasks.cursor(page.next());
        } while (after.isPresent() && mine.size() < MOST_ITEMS);
        return Response.ok(ReportSheet.of(mine, units.namingFor(mine)))
                .header("Content-Disposition", "attachment; filename=\"tasks.xlsx\"")
                .build();
    }

    @POST
    @Path("reports/sheet")
    @Consumes(Sheet.TYPE)
    @Operation(
            operationId = "reportBySheet",
            summary = "Report from the sheet of open tasks; rows without a narrative are left out")
    public BulkAnswer reportSheet(@HeaderParam("Idempotency-Key") @Nullable String key, byte[] file) {
        List<ReportSheet.Line> lines = ReportSheet.read(file, MOST_ITEMS);
        List<ReportInBulk.Item> readable = lines.stream()
                .flatMap(l -> Optional.ofNullable(l.item()).stream())
                .toList();
        List<ReportInBulk.Result> results = readable.isEmpty() ? List.of() : bulk.report(readable, key);
        List<ItemAnswer> answers = new ArrayList<>();
        int next = 0;
        for (ReportSheet.Line line : lines) {
            answers.add(
                    line.item() == null
                            ? new ItemAnswer(
                                    line.row(),
                                    null,
                                    ReportInBulk.ReportOutcome.REFUSED,
                                    null,
                                    Refusal.of(line.refusal()))
                            : answer(line.row(), results.get(next++)));
        }
        return BulkAnswer.of(answers);
    }

    private static ItemAnswer answer(@Nullable Integer row, ReportInBulk.Result r) {
        return new ItemAnswer(row, r.taskId(), r.outcome(), r.reportId(), Refusal.of(r.refusal()));
    }
}
