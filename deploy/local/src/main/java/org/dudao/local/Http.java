package org.dudao.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The few calls that the stack makes to its own parts. */
final class Http {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Http() {}

    record Answer(int status, String body) {}

    /** @return status 0 when nobody answers */
    static Answer get(String url, @Nullable String token) {
        return send(request(url, token).GET());
    }

    static Answer put(String url, String token, String json) {
        return send(request(url, token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Logs in with name and password at the client for commands and tests. */
    static String login(String issuer, String username, String password) {
        String form = "grant_type=password&client_id=dudao-cli&scope=openid&username=" + encode(username) + "&password="
                + encode(password);
        Answer answer = send(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        try {
            if (answer.status() == 200) {
                return JSON.readTree(answer.body()).path("access_token").asText();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        throw new Trouble(
                "login as " + username + " failed: " + answer.status() + " " + answer.body(), "./dudao logs keycloak");
    }

    private static HttpRequest.Builder request(String url, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Answer(0, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
