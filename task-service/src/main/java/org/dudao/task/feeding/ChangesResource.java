package org.dudao.task.feeding;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.dudao.startup.Caller;
import org.dudao.startup.Cursor;
import org.dudao.startup.Page;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.dudao.task.Scope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What changed since the caller last asked. */
@Path("tasks/changes")
@Tag(name = "tasks")
public class ChangesResource {

    private final Changes changes;
    private final Caller caller;

    public ChangesResource(Changes changes, Caller caller) {
        this.changes = changes;
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
            operationId = "listChanges",
            summary = "What was told of the tasks in scope since a cursor, oldest first, with nothing skipped",
            description = "Without since it starts at the beginning. Keep next and send it as since; ask again at once"
                    + " while more is true. A task that went to another unit is no longer told of.")
    public Changes.Fed since(
            @QueryParam("since") @Nullable String since, @QueryParam("limit") @Nullable Integer limit) {
        long position = Cursor.parse(since, 1).map(c -> position(c.part(0))).orElse(0L);
        return changes.since(position, Scope.of(caller), Page.limit(limit));
    }

    private static long position(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.invalid("since", "since 无效，请用上次返回的 next。", "since is not valid; send the next that you got.");
        }
    }
}
