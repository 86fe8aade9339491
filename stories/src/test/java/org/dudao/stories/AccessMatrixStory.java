package org.dudao.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Role × endpoint, whole: every operation that a service's OpenAPI names must stand in {@code access-matrix.txt} with its
 * roles; with no token it answers 401, with any other role 403, and with an allowed one neither of them nor a 5xx.
 */
class AccessMatrixStory {

    private static final List<String> SERVICES = List.of("plan", "task", "supervision", "notification");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final Line line = Line.started();
    /** Not upgraded to HTTP/2: the answer to the request that asks for the upgrade was seen to be lost. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** @param takes the media type of its body, empty when it takes none */
    private record Operation(String service, String method, String path, String takes) {
        @Override
        public String toString() {
            return service + " " + method + " " + path;
        }
    }

    @Test
    void every_endpoint_refuses_everybody_it_does_not_name() throws IOException, InterruptedException {
        Map<String, Set<String>> matrix = matrix();
        Map<String, String> users = new LinkedHashMap<>();
        for (String role : List.of("admin", "leader", "supervisor", "office", "inspector", "school")) {
            users.put(role, role);
        }
        users.put("school-system", "client:school-demo:" + line.stack.schoolSystemSecret());

        List<String> wrong = new ArrayList<>();
        Set<String> found = new TreeSet<>();
        int checked = 0;
        for (Operation operation : operations()) {
            found.add(operation.toString());
            Set<String> allowed = matrix.getOrDefault(operation.toString(), Set.of());
            int anonymous = call(operation, "");
            if (anonymous != 401) {
                wrong.add(operation + " without a token: " + anonymous);
            }
            for (Map.Entry<String, String> user : users.entrySet()) {
                int status = call(operation, user.getValue());
                checked++;
                boolean may = allowed.contains(user.getKey());
                if (may && (status == 401 || status == 403 || status >= 500)) {
                    wrong.add(operation + " refuses " + user.getKey() + " with " + status);
                }
                if (!may && status != 403) {
                    wrong.add(operation + " lets " + user.getKey() + " in: " + status);
                }
            }
        }
        assertEquals(new TreeSet<>(matrix.keySet()), found, "access-matrix.txt and the services' OpenAPI differ");
        assertEquals(List.of(), wrong);
        assertTrue(checked > 250, "checked only " + checked);
    }

    @Test
    void a_school_sees_its_own_tasks_and_no_others() {
        JsonNode everything =
                line.bureau.get("supervisor", "task", "/tasks?limit=200").ok();
        String foreign = null;
        for (JsonNode task : everything.path("items")) {
            JsonNode lead = task.path("leadUnit");
            if (lead.hasNonNull("id")
                    && !lead.path("id").asText().equals("s-001")
                    && task.path("supportingUnits").isEmpty()) {
                foreign = task.path("id").asText();
            }
        }
        if (foreign == null) {
            foreign = ManyTasks.assigned(line, 1, line.clock.today().plusMonths(2));
            foreign = line.bureau
                    .get("supervisor", "task", "/tasks?planId=" + foreign)
                    .ok()
                    .path("items")
                    .get(0)
                    .path("id")
                    .asText();
        }
        for (String who : List.of("school", "client:school-demo:" + line.stack.schoolSystemSecret())) {
            assertEquals(404, line.bureau.get(who, "task", "/tasks/" + foreign).status());
            assertEquals(
                    404,
                    line.bureau
                            .put(who, "task", "/tasks/" + foreign + "/acceptance", Bureau.object())
                            .status());
            for (JsonNode task :
                    line.bureau.get(who, "task", "/tasks?limit=200").ok().path("items")) {
                boolean own = task.path("leadUnit").path("id").asText().equals("s-001");
                boolean supports = false;
                for (JsonNode unit : task.path("supportingUnits")) {
                    supports |= unit.path("id").asText().equals("s-001");
                }
                assertTrue(own || supports, task.toString());
            }
        }
        for (JsonNode alert : line.bureau
                .get("school", "supervision", "/alerts?limit=200")
                .ok()
                .path("items")) {
            assertEquals("s-001", alert.path("unit").path("id").asText());
        }
        for (JsonNode unit :
                line.bureau.get("school", "task", "/units?limit=200").ok().path("items")) {
            assertFalse(unit.path("id").asText().equals("s-002"), "a school lists a foreign school");
        }
    }

    private Map<String, Set<String>> matrix() throws IOException {
        Map<String, Set<String>> matrix = new TreeMap<>();
        try (InputStream in = getClass().getResourceAsStream("/access-matrix.txt")) {
            for (String row : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (!row.isBlank() && !row.startsWith("#")) {
                    String[] words = row.strip().split("\\s+");
                    matrix.put(
                            words[0] + " " + words[1] + " " + words[2],
                            Set.copyOf(Arrays.asList(words).subList(3, words.length)));
                }
            }
        }
        return matrix;
    }

    private List<Operation> operations() throws IOException, InterruptedException {
        List<Operation> operations = new ArrayList<>();
        for (String service : SERVICES) {
            String root = "/api/" + service + "/v1";
            JsonNode paths = openApi(service).path("paths");
            paths.fields()
                    .forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                        if (METHODS.contains(method)) {
                            assertTrue(path.getKey().startsWith(root), path.getKey() + " lies outside " + root);
                            operations.add(new Operation(
                                    service,
                                    method.toUpperCase(java.util.Locale.ROOT),
                                    path.getKey().substring(root.length()),
                                    takes(path.getValue().path(method))));
                        }
                    }));
        }
        return operations;
    }

    private static String takes(JsonNode operation) {
        Iterator<String> types = operation.path("requestBody").path("content").fieldNames();
        return types.hasNext() ? types.next() : "";
    }

    private JsonNode openApi(String service) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(line.stack.url(service) + "/q/openapi?format=json"))
                .timeout(PATIENCE)
                .build();
        return Bureau.JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    /** Asks for things that do not exist, so that an allowed call changes nothing: 404 or 422 tell that it came through. */
    private int call(Operation operation, String who) throws IOException, InterruptedException {
        String path = operation
                .path()
                .replace("{year}", "2026")
                .replace("{version}", "0")
                .replace("{ordinal}", "1")
                .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        HttpRequest.Builder request = HttpRequest.newBuilder(line.bureau.uri(operation.service(), path))
                .timeout(PATIENCE)
                .header("Content-Type", contentType(operation))
                .header("If-Match", "\"0\"")
                .method(operation.method(), HttpRequest.BodyPublishers.ofString(body(operation)));
        if (!who.isEmpty()) {
            request.header("Authorization", "Bearer " + line.bureau.token(who));
        }
        HttpResponse<InputStream> response = http.send(request.build(), AccessMatrixStory::answer);
        response.body().close();
        return response.statusCode();
    }

    /**
     * Reads an answer to its end; only a stream that has none is broken off: a connection that is broken off for each
     * answer is lost to the next.
     */
    private static HttpResponse.BodySubscriber<InputStream> answer(HttpResponse.ResponseInfo response) {
        boolean endless =
                response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
        return endless
                ? HttpResponse.BodySubscribers.ofInputStream()
                : HttpResponse.BodySubscribers.mapping(
                        HttpResponse.BodySubscribers.discarding(), nothing -> InputStream.nullInputStream());
    }

    private static String body(Operation operation) {
        if (operation.method().equals("GET") || operation.method().equals("DELETE")) {
            return "";
        }
        return operation.takes().startsWith("multipart/") ? "--x--\r\n" : "{}";
    }

    private static String contentType(Operation operation) {
        return switch (operation.takes()) {
            case "" -> "application/json";
            case "multipart/form-data" -> "multipart/form-data; boundary=x";
            default -> operation.takes();
        };
    }
}
