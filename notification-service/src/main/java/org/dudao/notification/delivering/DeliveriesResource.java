package org.dudao.notification.delivering;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dudao.notification.Deliveries;
import org.dudao.notification.Delivery;
import org.dudao.startup.Caller;
import org.dudao.startup.Cursor;
import org.dudao.startup.Language;
import org.dudao.startup.Page;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What went out, what waits, and what finally failed with its reason. */
@Path("deliveries")
@Tag(name = "deliveries")
@RolesAllowed({Role.ADMIN, Role.SUPERVISOR})
public class DeliveriesResource {

    private static final Set<String> STATES = Set.of("queued", "sending", "sent", "failed");

    private final Deliveries deliveries;
    private final ResendDelivery resending;
    private final Caller caller;

    DeliveriesResource(Deliveries deliveries, ResendDelivery resending, Caller caller) {
        this.deliveries = deliveries;
        this.resending = resending;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Deliveries to people of the own unit and below, newest first")
    public Page<DeliveryView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("channel") @Nullable String channel,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpHeaders headers) {
        if (state != null && !STATES.contains(state)) {
            throw Problem.invalid(
                    "state", "状态应为 queued、sending、sent 或 failed。", "state takes queued, sending, sent or failed.");
        }
        Deliveries.Filter filter = new Deliveries.Filter(caller.unitPath(), state, channel);
        int size = Page.limit(limit);
        Optional<Cursor> after = Cursor.parse(cursor, 2);
        List<Delivery> found;
        try {
            found = deliveries.newest(
                    filter,
                    after.map(c -> Instant.parse(c.part(0))).orElse(null),
                    after.map(c -> UUID.fromString(c.part(1))).orElse(null),
                    size + 1);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Problem.invalid(
                    "cursor", "翻页标记无效，请从第一页重新开始。", "This cursor is not valid; start from the first page.");
        }
        boolean chinese = Language.chinese(headers);
        return Page.of(
                found.stream().map(d -> DeliveryView.of(d, chinese)).toList(),
                size,
                deliveries.count(filter),
                view -> Cursor.of(view.createdAt(), view.id()));
    }

    @PUT
    @Path("{id}/resend")
    @Operation(summary = "Send again what failed; 409 when it was sent")
    public DeliveryView resend(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        return resending.resend(id, caller, Language.chinese(headers));
    }
}
