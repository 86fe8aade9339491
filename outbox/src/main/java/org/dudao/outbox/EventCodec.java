package org.dudao.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.dudao.contracts.Event;
import org.dudao.contracts.EventTypes;

/** Events as JSON: ISO dates, absent instead of null, plain decimals; a reader ignores fields it does not know. */
public final class EventCodec {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private EventCodec() {}

    public static String write(Event event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not writable: " + event.getClass().getName(), e);
        }
    }

    /** @throws UnreadableEvent when the type is unknown or the data does not fit it */
    public static Event read(String type, byte[] data) {
        Class<? extends Event> record =
                EventTypes.find(type).orElseThrow(() -> new UnreadableEvent("unknown event type " + type, null));
        try {
            Event event = JSON.readValue(data, record);
            if (event == null) {
                throw new UnreadableEvent("no data in an event of type " + type, null);
            }
            requireWhole(event);
            return event;
        } catch (IOException e) {
            throw new UnreadableEvent("data does not fit " + type + ": " + firstLine(e), e);
        }
    }

    /** A fact without its subject is no fact; whatever else is missing its reader will notice. */
    private static void requireWhole(Event event) {
        try {
            if (event.subject().isBlank()) {
                throw new UnreadableEvent("an event without a subject", null);
            }
        } catch (NullPointerException e) {
            throw new UnreadableEvent("an event without a subject", e);
        }
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse(message);
    }
}
