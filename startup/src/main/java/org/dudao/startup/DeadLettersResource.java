package org.dudao.startup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dudao.outbox.DeadLetters;
import org.dudao.outbox.DeadLetters.DeadLetter;
import org.dudao.outbox.Inbox;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What this service could not handle: seen, replayed after the cause is mended, or discarded with a reason. */
@Path("dead-letters")
@Tag(name = "dead letters")
public class DeadLettersResource {

    private final DeadLetters deadLetters;
    private final Inbox inbox;
    private final Audit audit;
    private final Caller caller;

    public DeadLettersResource(DeadLetters deadLetters, Inbox inbox, Audit audit, Caller caller) {
        this.deadLetters = deadLetters;
        this.inbox = inbox;
        this.audit = audit;
        this.caller = caller;
    }

    record Discard(@NotBlank @Size(max = 500) String reason) {}

    @GET
    @RolesAllowed({Role.ADMIN, Role.SUPERVISOR})
    @Operation(summary = "Dead letters of this service, newest first")
    public Page<DeadLetter> list(
            @QueryParam("state") @DefaultValue("waiting") String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (!Set.of("waiting", "replayed", "discarded").contains(state)) {
            throw Problem.invalid(
                    "state", "状态应为 waiting、replayed 或 discarded。", "state takes waiting, replayed or discarded.");
        }
        UUID after =
                Cursor.parse(cursor, 1).map(c -> UUID.fromString(c.part(0))).orElse(null);
        DeadLetters.Page page = deadLetters.page(state, Page.limit(limit), after);
        return new Page<>(
                page.items(),
                page.next() == null ? null : Cursor.of(page.next()).toString(),
                page.total());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.ADMIN, Role.SUPERVISOR})
    public DeadLetter get(@PathParam("id") UUID id) {
        return deadLetters.find(id).orElseThrow(() -> Problem.notFound("死信", id));
    }

    @PUT
    @Path("{id}/replay")
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "Try it again; 409 with the cause when it still fails")
    public DeadLetter replay(@PathParam("id") UUID id) {
        requireWaiting(id);
        Optional<String> stillBecause = inbox.replay(id, caller.username());
        if (stillBecause.isPresent()) {
            throw Problem.conflict(
                    "replay-failed",
                    "重放仍未成功：" + stillBecause.get() + "。死信保留，请先排除原因。",
                    "It still fails: " + stillBecause.get() + ". It is kept; mend the cause first.");
        }
        audit.record(caller, "replayed", "dead-letter", id, null, null);
        return get(id);
    }

    @PUT
    @Path("{id}/discard")
    @RolesAllowed(Role.ADMIN)
    public DeadLetter discard(@PathParam("id") UUID id, @Valid Discard body) {
        requireWaiting(id);
        deadLetters.settle(id, "discarded", caller.username(), body.reason());
        audit.record(caller, "discarded", "dead-letter", id, null, Map.of("reason", body.reason()));
        return get(id);
    }

    private void requireWaiting(UUID id) {
        String state = get(id).state();
        if (!state.equals("waiting")) {
            throw Problem.conflict(
                    "already-settled", "这条死信已处理（" + state + "）。", "This one is settled already (" + state + ").");
        }
    }
}
