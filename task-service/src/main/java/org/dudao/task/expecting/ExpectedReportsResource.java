package org.dudao.task.expecting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.dudao.startup.Caller;
import org.dudao.startup.Cursor;
import org.dudao.startup.Page;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.dudao.task.ExpectedReportFilter;
import org.dudao.task.ExpectedReportFilter.ReportState;
import org.dudao.task.Scope;
import org.dudao.task.expecting.ExpectedReportList.ExpectedReportView;
import org.dudao.task.expecting.ExpectedReportList.StateCount;
import org.dudao.task.expecting.ExpectedReportList.UnitTimeliness;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reports that are owed, before they are due and after; for a school's system: what it owes. */
@Path("expected-reports")
@Tag(name = "reporting")
@RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE, Role.INSPECTOR, Role.SCHOOL, Role.SCHOOL_SYSTEM})
public class ExpectedReportsResource {

    private final ExpectedReportList reports;
    private final Caller caller;

    ExpectedReportsResource(ExpectedReportList reports, Caller caller) {
        this.reports = reports;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Expected reports by due day: expected, missing, in_time, late")
    public Page<ExpectedReportView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("unitId") @Nullable String unitId,
            @QueryParam("planId") @Nullable UUID planId,
            @QueryParam("taskId") @Nullable UUID taskId,
            @QueryParam("dueFrom") @Nullable String dueFrom,
            @QueryParam("dueBefore") @Nullable String dueBefore,
            @QueryParam("q") @Nullable String q,
            @QueryParam("sort") @DefaultValue("due") String sort,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (!sort.equals("due") && !sort.equals("-due")) {
            throw Problem.invalid("sort", "sort 应为 due 或 -due。", "sort takes due or -due.");
        }
        ExpectedReportFilter filter = new ExpectedReportFilter(
                state(state), unitId, planId, taskId, day("dueFrom", dueFrom), day("dueBefore", dueBefore), q);
        return reports.page(filter, Scope.of(caller), sort.startsWith("-"), Page.limit(limit), Cursor.parse(cursor, 2));
    }

    @GET
    @Path("summary")
    @Operation(summary = "How many are expected, missing, came in time and late, each with the query of its list")
    public List<StateCount> summary(
            @QueryParam("planId") @Nullable UUID planId,
            @QueryParam("dueFrom") @Nullable String dueFrom,
            @QueryParam("dueBefore") @Nullable String dueBefore) {
        return reports.counts(spanning(null, planId, dueFrom, dueBefore, null), Scope.of(caller));
    }

    @GET
    @Path("timeliness")
    @Operation(summary = "The same per unit, the most missing first; from what came when, not from what anybody says")
    public Page<UnitTimeliness> timeliness(
            @QueryParam("unitId") @Nullable String unitId,
            @QueryParam("planId") @Nullable UUID planId,
            @QueryParam("dueFrom") @Nullable String dueFrom,
            @QueryParam("dueBefore") @Nullable String dueBefore,
            @QueryParam("q") @Nullable String q,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return reports.byUnit(
                spanning(unitId, planId, dueFrom, dueBefore, q),
                Scope.of(caller),
                Page.limit(limit),
                Cursor.parse(cursor, 3));
    }

    private static ExpectedReportFilter spanning(
            @Nullable String unitId,
            @Nullable UUID planId,
            @Nullable String dueFrom,
            @Nullable String dueBefore,
            @Nullable String q) {
        return new ExpectedReportFilter(
                null, unitId, planId, null, day("dueFrom", dueFrom), day("dueBefore", dueBefore), q);
    }

    private static @Nullable ReportState state(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        return Arrays.stream(ReportState.values())
                .filter(s -> s.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "state",
                        "state 应为 expected（待报）、missing（未报）、in_time（按时）或 late（迟报）。",
                        "state takes expected, missing, in_time or late."));
    }

    private static @Nullable LocalDate day(String field, @Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid(field, "日期格式应为 2026-11-22。", "Dates look like 2026-11-22.");
        }
    }
}
