package org.dudao.notification.subscribing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dudao.notification.Webhook;
import org.dudao.notification.WebhookKinds;
import org.dudao.notification.Webhooks;
import org.dudao.startup.Caller;
import org.dudao.startup.Cursor;
import org.dudao.startup.Language;
import org.dudao.startup.Page;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.dudao.startup.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Where the systems of the own unit and those below it are called, by Standard Webhooks. */
@Path("webhooks")
@Tag(name = "webhooks")
@RolesAllowed({Role.ADMIN, Role.SUPERVISOR, Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM})
public class WebhooksResource {

    static final List<String> KEEPERS = List.of(Role.ADMIN, Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM);

    private final Webhooks webhooks;
    private final KeepWebhooks keeping;
    private final Caller caller;
    private final Clock clock;

    WebhooksResource(Webhooks webhooks, KeepWebhooks keeping, Caller caller, Clock clock) {
        this.webhooks = webhooks;
        this.keeping = keeping;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param unitId whose system; left out: the own unit's */
    public record NewWebhook(
            @Nullable String unitId,
            @NotBlank String url,
            @NotNull List<@NotNull String> kinds) {}

    public record ChangedWebhook(
            @NotBlank String url, @NotNull List<@NotNull String> kinds, boolean enabled) {}

    /** @param secret told now and never again; null when the same request had made it before */
    public record WebhookWithSecret(
            WebhookView webhook, @Nullable String secret) {}

    @GET
    @Operation(summary = "Webhooks of the own unit and those below, by unit")
    public Page<WebhookView> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpHeaders headers) {
        int size = Page.limit(limit);
        Optional<Cursor> after = Cursor.parse(cursor, 2);
        List<Webhook> found;
        try {
            found = webhooks.within(
                    caller.unitPath(),
                    after.map(c -> c.part(0)).orElse(null),
                    after.map(c -> UUID.fromString(c.part(1))).orElse(null),
                    size + 1);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(
                    "cursor", "翻页标记无效，请从第一页重新开始。", "This cursor is not valid; start from the first page.");
        }
        Map<String, String> names = webhooks.unitNames(found);
        Page<Webhook> page =
                Page.of(found, size, webhooks.countWithin(caller.unitPath()), w -> Cursor.of(w.unitPath(), w.id()));
        return new Page<>(
                page.items().stream().map(w -> view(w, names, headers)).toList(), page.next(), page.total());
    }

    @GET
    @Path("kinds")
    @Operation(summary = "The CloudEvents types that may be subscribed to; their data stands in docs/api/events.json")
    public List<String> kinds() {
        return WebhookKinds.all();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One webhook, with its ETag")
    public RestResponse<WebhookView> one(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        return tagged(view(webhooks.required(id, caller.unitPath()), headers));
    }

    @POST
    @RolesAllowed({Role.ADMIN, Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM})
    @Operation(
            summary =
                    "Be called from now on; the answer holds the secret, once. Idempotency-Key makes it safe to repeat")
    public RestResponse<WebhookWithSecret> make(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull NewWebhook asked,
            @Context HttpHeaders headers) {
        KeepWebhooks.Made made = keeping.make(caller, key, asked.unitId(), asked.url(), asked.kinds());
        Webhook webhook = made.webhook();
        String secret = made.fresh() ? webhook.secret().text() : null;
        return ResponseBuilder.<WebhookWithSecret>create(RestResponse.Status.CREATED)
                .entity(new WebhookWithSecret(view(webhook, headers), secret))
                .header(HttpHeaders.ETAG, Versions.etag(webhook.version()))
                .build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({Role.ADMIN, Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM})
    @Operation(summary = "Change address, events, or turn it on and off; If-Match with the version seen")
    public RestResponse<WebhookView> change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ChangedWebhook asked,
            @Context HttpHeaders headers) {
        return tagged(view(keeping.change(caller, id, ifMatch, asked.url(), asked.kinds(), asked.enabled()), headers));
    }

    @PUT
    @Path("{id}/secret")
    @RolesAllowed({Role.ADMIN, Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM})
    @Operation(
            summary = "A new secret, told once; the former signs beside it for a day. If-Match with the version seen")
    public WebhookWithSecret rotate(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context HttpHeaders headers) {
        Webhook webhook = keeping.rotate(caller, id, ifMatch);
        return new WebhookWithSecret(view(webhook, headers), webhook.secret().text());
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.ADMIN, Role.OFFICE, Role.SCHOOL, Role.SCHOOL_SYSTEM})
    @Operation(summary = "Be called no more; what was kept of its calls goes with it")
    public void remove(@PathParam("id") UUID id) {
        keeping.remove(caller, id);
    }

    private WebhookView view(Webhook webhook, HttpHeaders headers) {
        return view(webhook, webhooks.unitNames(List.of(webhook)), headers);
    }

    private WebhookView view(Webhook webhook, Map<String, String> names, HttpHeaders headers) {
        return WebhookView.of(
                webhook,
                names.getOrDefault(webhook.unitId(), webhook.unitId()),
                caller,
                clock.instant(),
                Language.chinese(headers));
    }

    private static RestResponse<WebhookView> tagged(WebhookView view) {
        return ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, Versions.etag(view.version()))
                .build();
    }
}
