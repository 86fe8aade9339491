package org.dudao.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dudao.contracts.Event;
import org.dudao.contracts.EventTypes;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of each event and the AsyncAPI of all, made from the records themselves. */
final class EventSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Class<?>, String> FORMATS =
            Map.of(Instant.class, "date-time", LocalDate.class, "date", UUID.class, "uuid");
    private static final Map<String, String> KEYS = Map.of(
            "plan", "The plan's id.",
            "task", "The task's id.",
            "unit", "The unit's id, person:<id> or calendar:<year>. Compacted: the latest fact of a key is all of it.",
            "supervision", "The alert's id.");

    private EventSchemas() {}

    static ObjectNode of(Class<? extends Event> type) {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        JSON, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.FLATTENED_ENUMS, Option.INLINE_ALL_SCHEMAS);
        config.forTypesInGeneral().withCustomDefinitionProvider((declared, context) -> {
            String format = FORMATS.get(declared.getErasedType());
            return format == null
                    ? null
                    : new CustomDefinition(
                            JSON.createObjectNode().put("type", "string").put("format", format));
        });
        // Absent instead of null: what may be null is not required.
        config.forFields()
                .withRequiredCheck(
                        field -> !field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class));
        ObjectNode schema = new SchemaGenerator(config.build()).generateSchema(type);
        schema.put("title", EventTypes.typeOf(type));
        return schema;
    }

    /**
     * What a reader of yesterday's schema could stumble over in today's: a field that is gone, may now be absent, has
     * another type, or says a word that was not known. New fields are ignored by readers.
     */
    static List<String> breaks(JsonNode former, JsonNode now, String at) {
        List<String> breaks = new ArrayList<>();
        for (String word : List.of("type", "format")) {
            if (!former.path(word).equals(now.path(word))) {
                breaks.add(at + ": " + word + " " + former.path(word) + " became " + now.path(word));
            }
        }
        Set<String> required = texts(now.path("required"));
        texts(former.path("required")).stream()
                .filter(name -> !required.contains(name))
                .forEach(name -> breaks.add(at + "." + name + " may now be absent"));
        texts(now.path("enum")).stream()
                .filter(word -> !texts(former.path("enum")).contains(word))
                .forEach(word -> breaks.add(at + " says a new word, " + word));
        former.path("properties").properties().forEach(field -> {
            JsonNode still = now.path("properties").path(field.getKey());
            if (still.isMissingNode()) {
                breaks.add(at + "." + field.getKey() + " is gone");
            } else {
                breaks.addAll(breaks(field.getValue(), still, at + "." + field.getKey()));
            }
        });
        if (former.has("items")) {
            breaks.addAll(breaks(former.path("items"), now.path("items"), at + "[]"));
        }
        return breaks;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** AsyncAPI 3 of every topic: CloudEvents 1.0 in binary mode, the data as the schemas say. */
    static ObjectNode asyncApi(Collection<Event> samples) {
        ObjectNode api = JSON.createObjectNode().put("asyncapi", "3.0.0");
        api.putObject("info")
                .put("title", "Dudao events")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "Facts in the past tense. Delivered at least once and in order per key: claim the header ce_id"
                                + " before you act. Readers ignore fields they do not know.");
        api.put("defaultContentType", "application/json");
        ObjectNode channels = api.putObject("channels");
        ObjectNode operations = api.putObject("operations");
        ObjectNode messages = api.putObject("components").putObject("messages");
        samples.forEach(sample -> {
            String name = EventTypes.typeOf(sample.getClass());
            String aggregate = EventTypes.aggregateOf(sample);
            ObjectNode channel = channels.has(aggregate)
                    ? (ObjectNode) channels.get(aggregate)
                    : channels.putObject(aggregate).put("address", "dudao." + aggregate);
            channel.withObject("/messages").putObject(name).put("$ref", "#/components/messages/" + name);
            if (!operations.has("say-" + aggregate)) {
                operations
                        .putObject("say-" + aggregate)
                        .put("action", "send")
                        .putObject("channel")
                        .put("$ref", "#/channels/" + aggregate);
            }
            ObjectNode message = messages.putObject(name).put("name", name);
            ObjectNode headers = message.putObject("headers").put("type", "object");
            headers.putObject("properties").putObject("ce_type").put("const", name);
            headers.withObject("/properties")
                    .putObject("ce_id")
                    .put("type", "string")
                    .put("format", "uuid");
            message.putObject("bindings")
                    .putObject("kafka")
                    .putObject("key")
                    .put("type", "string")
                    .put("description", KEYS.get(aggregate));
            ObjectNode payload = of(sample.getClass());
            payload.remove(List.of("$schema", "title"));
            message.set("payload", payload);
        });
        return api;
    }
}
