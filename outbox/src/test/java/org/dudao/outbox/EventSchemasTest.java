package org.dudao.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.contracts.Event;
import org.dudao.contracts.EventTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The schemas that other systems read our events by are those of the records. {@code -Dschema.write=true} writes new
 * ones and those that only grew; a change that a reader could stumble over needs a new type {@code .v2}.
 */
class EventSchemasTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCHEMAS = Path.of("../contracts/src/main/resources/org/dudao/contracts/schema");
    private static final Path ASYNC_API = Path.of("../docs/api/events.json");

    static Stream<Class<? extends Event>> types() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_schema_of_an_event_breaks_no_reader_of_the_former_one(Class<? extends Event> type) throws IOException {
        Path file = SCHEMAS.resolve(EventTypes.typeOf(type) + ".json");
        JsonNode now = EventSchemas.of(type);
        if (Files.exists(file)) {
            assertEquals(List.of(), EventSchemas.breaks(JSON.readTree(Files.readString(file)), now, "data"));
        }
        write(file, now);
        assertEquals(JSON.readTree(Files.readString(file)), now);
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_golden_event_is_valid_by_its_schema(Class<? extends Event> type) throws IOException {
        String golden = Files.readString(Path.of("../contracts/src/main/resources/org/dudao/contracts/golden")
                .resolve(EventTypes.typeOf(type) + ".json"));
        Set<String> faults = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(EventSchemas.of(type))
                .validate(
                        golden,
                        InputFormat.JSON,
                        run -> run.getExecutionConfig().setFormatAssertionsEnabled(true))
                .stream()
                .map(Object::toString)
                .collect(Collectors.toSet());
        assertEquals(Set.of(), faults);
    }

    @Test
    void the_asyncapi_names_every_event() throws IOException {
        JsonNode now = EventSchemas.asyncApi(
                EventTypes.all().map(GoldenEventsTest.SAMPLES::get).toList());
        write(ASYNC_API, now);
        assertEquals(JSON.readTree(Files.readString(ASYNC_API)), now);
    }

    @Test
    void what_a_reader_stumbles_over_is_told() throws IOException {
        JsonNode former = JSON.readTree("""
                {"type": "object", "required": ["a", "b"], "properties": {
                  "a": {"type": "string", "enum": ["X"]}, "b": {"type": "string", "format": "date"}, "c": {"type": "integer"}}}
                """);
        JsonNode now = JSON.readTree("""
                {"type": "object", "required": ["a"], "properties": {
                  "a": {"type": "string", "enum": ["X", "Y"]}, "b": {"type": "string"}, "d": {"type": "integer"}}}
                """);
        List<String> breaks = EventSchemas.breaks(former, now, "data");
        assertTrue(breaks.contains("data.b may now be absent"), breaks::toString);
        assertTrue(breaks.contains("data.a says a new word, Y"), breaks::toString);
        assertTrue(breaks.contains("data.c is gone"), breaks::toString);
        assertTrue(breaks.stream().anyMatch(b -> b.startsWith("data.b: format")), breaks::toString);
        assertEquals(4, breaks.size());
    }

    private static void write(Path file, JsonNode now) throws IOException {
        if (Boolean.getBoolean("schema.write")) {
            Files.createDirectories(file.getParent());
            Files.write(file, (now.toPrettyString() + "\n").getBytes(UTF_8));
        }
        assertTrue(Files.exists(file), file + " is missing: run this test with -Dschema.write=true");
    }
}
