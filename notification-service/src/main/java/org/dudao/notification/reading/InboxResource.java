package org.dudao.notification.reading;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.dudao.notification.Message;
import org.dudao.notification.MessageView;
import org.dudao.notification.MessageViews;
import org.dudao.notification.Messages;
import org.dudao.startup.Caller;
import org.dudao.startup.Cursor;
import org.dudao.startup.Language;
import org.dudao.startup.Page;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's own inbox; nobody has another's. */
@Path("messages")
@Tag(name = "messages")
@RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE, Role.INSPECTOR, Role.SCHOOL})
public class InboxResource {

    private final Messages messages;
    private final MessageViews views;
    private final ReadMessages reading;
    private final Caller caller;

    InboxResource(Messages messages, MessageViews views, ReadMessages reading, Caller caller) {
        this.messages = messages;
        this.views = views;
        this.reading = reading;
        this.caller = caller;
    }

    /** How many wait to be read. */
    public record Summary(long unread) {}

    @GET
    @Operation(summary = "Own messages, newest first")
    public Page<MessageView> list(
            @QueryParam("read") @Nullable Boolean read,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("q") @Nullable String words,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpHeaders headers) {
        Messages.Filter filter = new Messages.Filter(read, kind, words);
        int size = Page.limit(limit);
        long before = Cursor.parse(cursor, 1).map(c -> seq(c.part(0))).orElse(Long.MAX_VALUE);
        List<Message> found = messages.newestOf(caller.username(), filter, before, size + 1);
        return Page.of(
                views.of(found, Language.of(headers)),
                size,
                messages.countOf(caller.username(), filter),
                view -> Cursor.of(view.seq()));
    }

    private static long seq(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.invalid(
                    "cursor", "翻页标记无效，请从第一页重新开始。", "This cursor is not valid; start from the first page.");
        }
    }

    @GET
    @Path("summary")
    public Summary summary() {
        return new Summary(messages.countOf(caller.username(), new Messages.Filter(false, null, null)));
    }

    @GET
    @Path("{id}")
    public MessageView get(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        Message message = messages.own(id, caller.username()).orElseThrow(() -> Problem.notFound("消息", id));
        return views.of(List.of(message), Language.of(headers)).getFirst();
    }

    @PUT
    @Path("{id}/read")
    @Operation(summary = "Mark one as read; again changes nothing")
    public MessageView read(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        reading.one(id, caller.username());
        return get(id, headers);
    }

    @PUT
    @Path("read")
    @Operation(summary = "Mark all as read")
    public Summary readAll() {
        reading.all(caller.username());
        return summary();
    }
}
