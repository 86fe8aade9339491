package org.dudao.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a service offers is what {@code docs/api} says. A change of an API shows as a change of that file:
 * {@code ./dudao test -Dopenapi.write=true} writes it anew.
 */
class OpenApiStory {

    private final Line line = Line.started();

    @ParameterizedTest
    @ValueSource(strings = {"plan", "task", "supervision", "notification"})
    void the_openapi_of_a_service_is_the_one_that_was_agreed_on(String service)
            throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(line.stack.url(service) + "/q/openapi?format=json"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        JsonNode offered = Bureau.JSON.readTree(response.body());
        ((ObjectNode) offered).remove("servers");
        String text = Bureau.JSON
                        .copy()
                        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(offered)
                + "\n";
        Path agreed = line.project.resolve("docs/api/" + service + ".json");
        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(agreed.getParent());
            Files.writeString(agreed, text);
        }
        assertTrue(Files.exists(agreed), agreed + " is missing");
        assertEquals(Bureau.JSON.readTree(Files.readString(agreed)), offered);
    }
}
