package org.dudao.notification.delivering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dudao.notification.Webhook;
import org.dudao.notification.WebhookCall;
import org.dudao.notification.WebhookCalls;
import org.dudao.notification.WebhookKinds;
import org.dudao.notification.Webhooks;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Cursor;
import org.dudao.startup.Page;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was sent to a webhook and how it was answered; a test, and the same once more. */
@Path("webhooks/{id}")
@Tag(name = "webhooks")
@RolesAllowed({Role.ADMIN, Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM})
public class WebhookCallsResource {

    private static final Set<String> STATES = Set.of("queued", "sending", "sent", "failed");

    private final Webhooks webhooks;
    private final WebhookCalls calls;
    private final CallQueue queue;
    private final CallWebhooks calling;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;
    private final ObjectMapper json;

    WebhookCallsResource(
            Webhooks webhooks,
            WebhookCalls calls,
            CallQueue queue,
            CallWebhooks calling,
            Caller caller,
            Audit audit,
            Clock clock,
            ObjectMapper json) {
        this.webhooks = webhooks;
        this.calls = calls;
        this.queue = queue;
        this.calling = calling;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /** @param onlyFailed leave out what was answered with 2xx */
    public record Replay(@NotNull Instant from, @NotNull Instant to, boolean onlyFailed) {}

    public record Replayed(int calls) {}

    @GET
    @Path("deliveries")
    @RolesAllowed({Role.ADMIN, Role.SUPERVISOR, Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM})
    @Operation(summary = "Calls of a webhook, newest first, with status, answer and time")
    public Page<WebhookCallView> list(
            @PathParam("id") UUID id,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        webhooks.required(id, caller.unitPath());
        if (state != null && !STATES.contains(state)) {
            throw Problem.invalid(
                    "state", "状态应为 queued、sending、sent 或 failed。", "state takes queued, sending, sent or failed.");
        }
        int size = Page.limit(limit);
        Optional<Cursor> after = Cursor.parse(cursor, 2);
        List<WebhookCall> found;
        try {
            found = calls.newest(
                    id,
                    state,
                    after.map(c -> Instant.parse(c.part(0))).orElse(null),
                    after.map(c -> UUID.fromString(c.part(1))).orElse(null),
                    size + 1);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Problem.invalid(
                    "cursor", "翻页标记无效，请从第一页重新开始。", "This cursor is not valid; start from the first page.");
        }
        return Page.of(
                found.stream().map(WebhookCallView::of).toList(),
                size,
                calls.count(id, state),
                view -> Cursor.of(view.createdAt(), view.id()));
    }

    @POST
    @Path("test")
    @Operation(summary = "Send an event of the type dudao.webhook.test.v1 now and tell how it was answered")
    public WebhookCallView test(@PathParam("id") UUID id) throws JsonProcessingException {
        Webhook webhook = webhooks.required(id, caller.unitPath());
        Instant now = clock.instant();
        Map<String, Object> body = Map.of(
                "type",
                WebhookKinds.TEST,
                "timestamp",
                now,
                "data",
                Map.of("webhookId", id, "unitId", webhook.unitId()));
        DueCall call = queue.test(id, json.writeValueAsString(body), now);
        calling.make(call);
        return WebhookCallView.of(calls.findById(call.id()));
    }

    @PUT
    @Path("deliveries/{callId}/replay")
    @Transactional
    @Operation(summary = "Send one again, under the same webhook-id; what waits already changes nothing")
    public Replayed replay(@PathParam("id") UUID id, @PathParam("callId") UUID callId) {
        webhooks.required(id, caller.unitPath());
        int again = calls.replay(id, callId, clock.instant());
        if (again == 0 && calls.count("id = ?1 and webhookId = ?2", callId, id) == 0) {
            throw Problem.notFound("推送记录", callId);
        }
        return recorded(id, again, Map.of("call", callId));
    }

    @PUT
    @Path("replay")
    @Transactional
    @Operation(summary = "Send all again that came up from a time to before another")
    public Replayed replay(@PathParam("id") UUID id, @Valid @NotNull Replay asked) {
        webhooks.required(id, caller.unitPath());
        if (!asked.from().isBefore(asked.to())) {
            throw Problem.invalid("to", "结束时间应晚于开始时间。", "The end must lie after the beginning.");
        }
        int again = calls.replay(id, asked.from(), asked.to(), asked.onlyFailed(), clock.instant());
        return recorded(id, again, asked);
    }

    private Replayed recorded(UUID id, int again, Object what) {
        if (again > 0) {
            audit.record(caller, "replayed", "webhook", id, null, Map.of("calls", again, "asked", what));
        }
        return new Replayed(again);
    }
}
