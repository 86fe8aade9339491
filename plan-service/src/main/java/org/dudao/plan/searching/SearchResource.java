package org.dudao.plan.searching;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.dudao.plan.PlanScope;
import org.dudao.startup.Caller;
import org.dudao.startup.Cursor;
import org.dudao.startup.Page;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("search")
@Tag(name = "plans")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE, Role.INSPECTOR, Role.SCHOOL, Role.SCHOOL_SYSTEM})
public class SearchResource {

    private static final int LONGEST = 100;

    private final SearchPlans searching;
    private final Caller caller;

    public SearchResource(SearchPlans searching, Caller caller) {
        this.searching = searching;
        this.caller = caller;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Words in the plans, measures and targets that the caller may see",
            description = "q: one or several words, each of which must be there; one character is enough."
                    + " The newest year first. Without q nothing is found.")
    public Page<Found> search(
            @QueryParam("q") @Nullable String q,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (q != null && q.length() > LONGEST) {
            throw Problem.invalid("q", "搜索词不超过 100 个字。", "q takes at most 100 characters.");
        }
        return searching.page(q == null ? "" : q, PlanScope.of(caller), Page.limit(limit), Cursor.parse(cursor, 1));
    }
}
