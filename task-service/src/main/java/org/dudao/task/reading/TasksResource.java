package org.dudao.task.reading;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dudao.startup.Caller;
import org.dudao.startup.Page;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.dudao.startup.Versions;
import org.dudao.task.Scope;
import org.dudao.task.TaskFilter;
import org.dudao.task.TaskFilter.Waiting;
import org.dudao.task.TaskPhase;
import org.dudao.task.TaskView;
import org.dudao.task.TaskViews;
import org.dudao.task.Tasks;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Tasks as lists, one with its story, and counts. */
@Path("tasks")
@Tag(name = "tasks")
@RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE, Role.INSPECTOR, Role.SCHOOL, Role.SCHOOL_SYSTEM})
public class TasksResource {

    private static final int SOON_DAYS = 7;

    private final Tasks tasks;
    private final TaskViews views;
    private final Caller caller;
    private final Clock clock;

    public TasksResource(Tasks tasks, TaskViews views, Caller caller, Clock clock) {
        this.tasks = tasks;
        this.views = views;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * A number that opens its list.
     *
     * @param query parameters of {@code GET tasks} that list exactly {@code count} tasks
     */
    public record Count(String key, long count, String query) {}

    public record Summary(List<Count> counts) {}

    @GET
    @Operation(
            operationId = "listTasks",
            summary = "Tasks in scope by due day",
            description = "state takes open, or phases with commas; dueFrom is the first day shown, dueBefore the first"
                    + " one no longer shown; waiting takes extension or resumption; sort takes due or -due; changedSince is a moment such as"
                    + " 2026-11-22T08:00:00Z and lists what changed then or later (send one some minutes before your last"
                    + " request, or follow tasks/changes, which skips nothing)")
    public RestResponse<Page<TaskView>> list(
            @Context Request request,
            @QueryParam("state") @Nullable String state,
            @QueryParam("unitId") @Nullable String unitId,
            @QueryParam("planId") @Nullable UUID planId,
            @QueryParam("parentId") @Nullable UUID parentId,
            @QueryParam("overdue") @DefaultValue("false") boolean overdue,
            @QueryParam("dueFrom") @Nullable String dueFrom,
            @QueryParam("dueBefore") @Nullable String dueBefore,
            @QueryParam("waiting") @Nullable String waiting,
            @QueryParam("q") @Nullable String q,
            @QueryParam("changedSince") @Nullable String changedSince,
            @QueryParam("sort") @DefaultValue("due") String sort,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (!sort.equals("due") && !sort.equals("-due")) {
            throw Problem.invalid("sort", "sort 应为 due 或 -due。", "sort takes due or -due.");
        }
        TaskFilter filter = new TaskFilter(
                phases(state),
                unitId,
                planId,
                parentId,
                overdue,
                day("dueFrom", dueFrom),
                day("dueBefore", dueBefore),
                waiting(waiting),
                q,
                moment("changedSince", changedSince));
        Page<TaskView> page = views.page(tasks.page(
                filter, Scope.of(caller), today(), sort.startsWith("-"), Page.limit(limit), Tasks.cursor(cursor)));
        EntityTag tag = tag(page);
        return request.evaluatePreconditions(tag) == null
                ? RestResponse.ResponseBuilder.ok(page).tag(tag).build()
                : RestResponse.ResponseBuilder.<Page<TaskView>>create(RestResponse.Status.NOT_MODIFIED)
                        .tag(tag)
                        .build();
    }

    @GET
    @Path("summary")
    @Operation(operationId = "countTasks", summary = "Counts in scope, each with the query that opens exactly its list")
    public Summary summary(@QueryParam("planId") @Nullable UUID planId) {
        LocalDate today = today();
        return new Summary(List.of(
                count("overdue", TaskFilter.overdueNow().ofPlan(planId), today),
                count(
                        "due-soon",
                        TaskFilter.runningAndDue(today, today.plusDays(SOON_DAYS + 1))
                                .ofPlan(planId),
                        today),
                count("unassigned", TaskFilter.in(TaskPhase.PROPOSED).ofPlan(planId), today),
                count("not-accepted", TaskFilter.in(TaskPhase.ASSIGNED).ofPlan(planId), today),
                count("to-verify", TaskFilter.in(TaskPhase.SUBMITTED).ofPlan(planId), today),
                count(
                        "extension-asked",
                        TaskFilter.waitingFor(Waiting.EXTENSION).ofPlan(planId),
                        today),
                count("suspended", TaskFilter.in(TaskPhase.SUSPENDED).ofPlan(planId), today),
                count("to-resume", TaskFilter.waitingFor(Waiting.RESUMPTION).ofPlan(planId), today),
                count("milestone-late", TaskFilter.waitingFor(Waiting.MILESTONE).ofPlan(planId), today),
                count("blocked", TaskFilter.waitingFor(Waiting.OBSTACLE).ofPlan(planId), today),
                count("open", TaskFilter.running().ofPlan(planId), today),
                count("completed", TaskFilter.in(TaskPhase.COMPLETED).ofPlan(planId), today),
                count("all", TaskFilter.ALL.ofPlan(planId), today)));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getTask", summary = "A task with its history, its reports and its shares")
    public RestResponse<TaskView> get(@PathParam("id") UUID id) {
        Scope scope = Scope.of(caller);
        TaskView view = views.whole(tasks.seen(id, scope), scope);
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", Versions.etag(view.version()))
                .build();
    }

    private Count count(String key, TaskFilter filter, LocalDate today) {
        return new Count(key, tasks.count(filter, Scope.of(caller), today), filter.query());
    }

    /** Weak: it stands for what is told, days left included, not for its bytes. */
    private static EntityTag tag(Page<TaskView> page) {
        return new EntityTag(
                UUID.nameUUIDFromBytes(page.toString().getBytes(StandardCharsets.UTF_8))
                        .toString(),
                true);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Set<TaskPhase> phases(@Nullable String state) {
        if (state == null || state.isBlank()) {
            return Set.of();
        }
        if (state.equals("open")) {
            return TaskFilter.RUNNING;
        }
        try {
            Set<TaskPhase> phases = EnumSet.noneOf(TaskPhase.class);
            Arrays.stream(state.split(",", -1))
                    .map(String::strip)
                    .map(TaskPhase::of)
                    .forEach(phases::add);
            return phases;
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(
                    "state",
                    "state 应为 open，或 proposed、assigned、accepted、under_way、suspended、submitted、completed、cancelled（可用逗号并列）。",
                    "state takes open, or proposed, assigned, accepted, under_way, suspended, submitted, completed, cancelled, with commas.");
        }
    }

    private static @Nullable Waiting waiting(@Nullable String decision) {
        if (decision == null || decision.isBlank()) {
            return null;
        }
        return Arrays.stream(Waiting.values())
                .filter(w -> w.word().equals(decision))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "waiting",
                        "waiting 应为 extension（待批延期）、resumption（挂起超期）、obstacle（受阻）或 milestone（节点逾期）。",
                        "waiting takes extension, resumption, obstacle or milestone."));
    }

    private static @Nullable LocalDate day(String field, @Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid(field, "日期格式应为 2026-11-22。", "Dates look like 2026-11-22.");
        }
    }

    private static @Nullable Instant moment(String field, @Nullable String text) {
        try {
            return text == null || text.isBlank()
                    ? null
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalid(
                    field,
                    field + " 应带时区，如 2026-11-22T08:00:00Z；+08:00 中的加号要写成 %2B。",
                    field + " has its offset, as in 2026-11-22T08:00:00Z; write the plus of +08:00 as %2B.");
        }
    }
}
