package org.dudao.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A bureau's people at the REST APIs of a running stack, each with a token of their own from its Keycloak. */
public final class Bureau {

    public static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TOKEN_LIVES = Duration.ofSeconds(50);

    private final int port;
    private final String password;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    /** @param port the stack's first port; the services stand on the following ones */
    public Bureau(int port, String password) {
        this.port = port;
        this.password = password;
    }

    private record Token(String value, long madeAtNanos) {}

    /** What came back: status, JSON body (missing node when there is none), entity tag. */
    public record Answer(
            int status, JsonNode body, @Nullable String etag, String text) {
        public JsonNode ok() {
            if (status >= 300) {
                throw new AssertionError("status " + status + ": " + text);
            }
            return body;
        }
    }

    /** Service by its name in paths: plan, task, supervision, notification. */
    public URI uri(String service, String path) {
        int offset = switch (service) {
            case "plan" -> 1;
            case "task" -> 2;
            case "supervision" -> 3;
            case "notification" -> 4;
            default -> throw new IllegalArgumentException(service);
        };
        return URI.create("http://127.0.0.1:" + (port + offset) + "/api/" + service + "/v1" + path);
    }

    public Answer get(String who, String service, String path) {
        return send(who, HttpRequest.newBuilder(uri(service, path)).GET());
    }

    public Answer put(String who, String service, String path, Object body) {
        return send(who, json(uri(service, path)).header("If-Match", "*").PUT(text(body)));
    }

    public Answer post(String who, String service, String path, Object body) {
        return send(
                who,
                json(uri(service, path))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(text(body)));
    }

    public Answer patch(String who, String service, String path, String etag, Object body) {
        return send(who, json(uri(service, path)).header("If-Match", etag).method("PATCH", text(body)));
    }

    public Answer delete(String who, String service, String path) {
        return send(who, HttpRequest.newBuilder(uri(service, path)).DELETE());
    }

    /** Uploads a document as the form field {@code file}. */
    public Answer upload(String who, String service, String path, String filename, byte[] bytes) {
        String boundary = "dudao-" + UUID.randomUUID();
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + filename
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(bytes);
        form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                who,
                HttpRequest.newBuilder(uri(service, path))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray())));
    }

    /** How many a list counts. */
    public long total(String who, String service, String path) {
        return get(who, service, path + (path.contains("?") ? "&" : "?") + "limit=1")
                .ok()
                .path("total")
                .asLong();
    }

    /** A whole list, page by page. */
    public List<JsonNode> list(String who, String service, String path) {
        List<JsonNode> items = new ArrayList<>();
        String base = path + (path.contains("?") ? "&" : "?") + "limit=200";
        String cursor = "";
        while (true) {
            JsonNode page = get(who, service, base + cursor).ok();
            page.path("items").forEach(items::add);
            if (!page.hasNonNull("next")) {
                return items;
            }
            cursor = "&cursor=" + encoded(page.path("next").asText());
        }
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpRequest.Builder json(URI uri) {
        return HttpRequest.newBuilder(uri).header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher text(Object body) {
        return HttpRequest.BodyPublishers.ofString(body.toString());
    }

    private Answer send(String who, HttpRequest.Builder request) {
        request.timeout(Duration.ofSeconds(60)).header("Accept-Language", "zh-CN");
        if (!who.isEmpty()) {
            request.header("Authorization", "Bearer " + token(who));
        }
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            String text = response.body();
            boolean isJson =
                    response.headers().firstValue("content-type").orElse("").contains("json");
            JsonNode body = isJson && !text.isBlank() ? JSON.readTree(text) : JSON.missingNode();
            return new Answer(
                    response.statusCode(),
                    body,
                    response.headers().firstValue("etag").orElse(null),
                    text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A person's access token, or a client's when the name is {@code client:<id>:<secret>}. */
    public String token(String who) {
        Token known = tokens.get(who);
        if (known != null && System.nanoTime() - known.madeAtNanos() < TOKEN_LIVES.toNanos()) {
            return known.value();
        }
        String form;
        if (who.startsWith("client:")) {
            String[] parts = who.split(":", 3);
            form = "grant_type=client_credentials&client_id=" + parts[1] + "&client_secret=" + encoded(parts[2]);
        } else {
            form = "grant_type=password&client_id=dudao-cli&scope=openid&username=" + encoded(who) + "&password="
                    + encoded(password);
        }
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + (port + 5) + "/realms/dudao/protocol/openid-connect/token"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            // After its database was restarted, Keycloak finds each dead connection of its pool by failing once.
            for (int again = 0; response.statusCode() >= 500 && again < 20; again++) {
                Thread.sleep(250);
                response = http.send(request, HttpResponse.BodyHandlers.ofString());
            }
            if (response.statusCode() != 200) {
                throw new IllegalStateException("no token for " + who + ": " + response.body());
            }
            String value = JSON.readTree(response.body()).get("access_token").asText();
            tokens.put(who, new Token(value, System.nanoTime()));
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
