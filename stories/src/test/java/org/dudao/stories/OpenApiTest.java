package org.dudao.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a service offers is what {@code docs/api} says; the console's types and the clients of schools are made from it. A
 * change of an API shows as a change of that file: {@code -Dopenapi.write=true} writes it anew from what was built.
 */
class OpenApiTest {

    private static final Path PROJECT = Path.of(System.getProperty("dudao.root", ".."));

    @ParameterizedTest
    @ValueSource(strings = {"plan", "task", "supervision", "notification"})
    void the_openapi_of_a_service_is_the_one_that_was_agreed_on(String service) throws IOException {
        Path built = PROJECT.resolve(service + "-service/target/openapi/openapi.json");
        assertTrue(Files.exists(built), built + " is missing: package " + service + "-service first");
        JsonNode offered = Bureau.JSON.readTree(Files.readString(built));
        ((ObjectNode) offered).remove("servers");
        Path agreed = PROJECT.resolve("docs/api/" + service + ".json");
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(
                    agreed,
                    Bureau.JSON
                                    .copy()
                                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(offered)
                            + "\n");
        }
        assertEquals(Bureau.JSON.readTree(Files.readString(agreed)), offered);
    }
}
