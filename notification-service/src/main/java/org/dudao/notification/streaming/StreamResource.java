package org.dudao.notification.streaming;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.dudao.notification.Messages;
import org.dudao.startup.Caller;
import org.dudao.startup.Language;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** New messages of the caller as server-sent events. The one place with a Multi: REST streams in no other way. */
@Path("stream")
@Tag(name = "messages")
public class StreamResource {

    /** A client that leaves this many words unread is cut off; it comes back and resumes where it was. */
    private static final int LONGEST_BACKLOG = 1_000;

    private static final long RECONNECT_MS = 1_000;

    private final MessageStreams streams;
    private final Messages messages;
    private final Caller caller;

    StreamResource(MessageStreams streams, Messages messages, Caller caller) {
        this.streams = streams;
        this.messages = messages;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @RolesAllowed({Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE, Role.INSPECTOR, Role.SCHOOL})
    @Operation(
            summary = "Own new messages, live",
            description = "Events message (id is its position, data a MessageView) and unread (data {unread}). "
                    + "Last-Event-ID resumes after that position without a gap; without it only what is new is told. "
                    + "A comment every 15 seconds keeps the line open.")
    public Multi<OutboundSseEvent> stream(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context Sse sse,
            @Context HttpHeaders headers) {
        long position = lastEventId == null || lastEventId.isBlank() ? messages.position() : position(lastEventId);
        String username = caller.username();
        Language language = Language.of(headers);
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            Listening listening = new Listening(username, language, position, new Wire(sse, emitter));
                            emitter.onTermination(() -> streams.close(listening));
                            streams.open(listening);
                        },
                        LONGEST_BACKLOG);
    }

    private static long position(String lastEventId) {
        try {
            return Long.parseLong(lastEventId.strip());
        } catch (NumberFormatException e) {
            throw Problem.invalid("Last-Event-ID", "Last-Event-ID 应为数字。", "Last-Event-ID takes a number.");
        }
    }

    private record Wire(Sse sse, MultiEmitter<? super OutboundSseEvent> emitter) implements Listening.Ear {
        @Override
        public boolean ready() {
            return emitter.requested() > 0;
        }

        @Override
        public void message(long seq, String json) {
            emitter.emit(sse.newEventBuilder()
                    .name("message")
                    .id(String.valueOf(seq))
                    .reconnectDelay(RECONNECT_MS)
                    .data(json)
                    .build());
        }

        @Override
        public void unread(String json) {
            emitter.emit(sse.newEventBuilder().name("unread").data(json).build());
        }

        @Override
        public void beat() {
            emitter.emit(sse.newEventBuilder().comment("still here").build());
        }

        @Override
        public void end() {
            emitter.complete();
        }
    }
}
