package org.dudao.supervision.browsing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dudao.contracts.Rung;
import org.dudao.startup.Caller;
import org.dudao.startup.Cursor;
import org.dudao.startup.Language;
import org.dudao.startup.Page;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.dudao.startup.Versions;
import org.dudao.supervision.AlertLine;
import org.dudao.supervision.AlertView;
import org.dudao.supervision.AlertViews;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Alerts of the caller's unit and the units below it. */
@Path("alerts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "alerts")
@RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE, Role.INSPECTOR, Role.SCHOOL, Role.SCHOOL_SYSTEM})
public class AlertsResource {

    private static final Set<String> STATES = Set.of("open", "resolved", "closed");

    private final FindAlerts find;
    private final AlertViews views;
    private final Caller caller;

    public AlertsResource(FindAlerts find, AlertViews views, Caller caller) {
        this.find = find;
        this.views = views;
        this.caller = caller;
    }

    /** A number and the query that opens exactly the list it counts: {@code GET /alerts?} + query. */
    public record Count(String key, long count, String query) {}

    public record Summary(List<Count> counts) {}

    @GET
    @Operation(summary = "Alerts, newest first")
    public Page<AlertLine> list(
            @Parameter(description = "open, resolved or closed") @QueryParam("state") @Nullable String state,
            @Parameter(description = "Highest rung taken") @QueryParam("rung") @Nullable String rung,
            @Parameter(description = "The unit that answers, or one above it") @QueryParam("unitId") @Nullable
                    String unitId,
            @QueryParam("taskId") @Nullable String taskId,
            @Parameter(description = "true: a rung waits for a signature") @QueryParam("proposed") @Nullable
                    String proposed,
            @Parameter(description = "Part of the title or of the unit's name") @QueryParam("q") @Nullable String q,
            @Parameter(description = "newest (default) or due") @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpHeaders headers) {
        AlertFilter filter =
                new AlertFilter(state(state), rung(rung), blank(unitId), id(taskId), flag(proposed), blank(q));
        return find.page(
                filter,
                sort(sort),
                caller.unitPath(),
                Page.limit(limit),
                Cursor.parse(cursor, 2),
                Language.chinese(headers));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One alert: facts, ladder, history, and what the caller may do")
    public RestResponse<AlertView> get(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        AlertView view = views.of(id, caller, Language.chinese(headers));
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, Versions.etag(view.alert().version()))
                .build();
    }

    @GET
    @Path("summary")
    @Operation(summary = "Counts by state, by rung of the open ones, and what waits for a signature")
    public Summary summary() {
        Map<String, AlertFilter> filters = new LinkedHashMap<>();
        STATES.stream().sorted().forEach(s -> filters.put(s, AlertFilter.state(s.toUpperCase(Locale.ROOT))));
        for (Rung rung : Rung.values()) {
            filters.put("rung." + rung, new AlertFilter("OPEN", rung, null, null, null, null));
        }
        filters.put("proposed", new AlertFilter("OPEN", null, null, null, true, null));
        Map<String, Long> counts = find.counts(filters, caller.unitPath());
        return new Summary(filters.entrySet().stream()
                .map(f -> new Count(
                        f.getKey(),
                        counts.getOrDefault(f.getKey(), 0L),
                        f.getValue().query()))
                .toList());
    }

    private static @Nullable String state(@Nullable String asked) {
        String state = blank(asked);
        if (state == null) {
            return null;
        }
        if (!STATES.contains(state.toLowerCase(Locale.ROOT))) {
            throw Problem.invalid("state", "状态应为 open、resolved 或 closed。", "state takes open, resolved or closed.");
        }
        return state.toUpperCase(Locale.ROOT);
    }

    private static @Nullable Rung rung(@Nullable String asked) {
        String rung = blank(asked);
        try {
            return rung == null ? null : Rung.valueOf(rung.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("rung", "没有这一级：" + rung + "。", "There is no rung " + rung + ".");
        }
    }

    private static @Nullable UUID id(@Nullable String asked) {
        String id = blank(asked);
        try {
            return id == null ? null : UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("taskId", "任务编号格式有误。", "taskId is no UUID.");
        }
    }

    private static @Nullable Boolean flag(@Nullable String asked) {
        String flag = blank(asked);
        if (flag == null) {
            return null;
        }
        if (!flag.equals("true") && !flag.equals("false")) {
            throw Problem.invalid("proposed", "应为 true 或 false。", "proposed takes true or false.");
        }
        return flag.equals("true");
    }

    private static FindAlerts.Sort sort(@Nullable String asked) {
        String sort = blank(asked);
        try {
            return sort == null ? FindAlerts.Sort.NEWEST : FindAlerts.Sort.valueOf(sort.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("sort", "排序应为 newest 或 due。", "sort takes newest or due.");
        }
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
