package org.dudao.notification;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A browser's EventSource, as far as a test needs one. */
final class Stream implements AutoCloseable {

    record Event(String name, String id, String data) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final CountDownLatch opened = new CountDownLatch(1);
    private volatile int status;

    Stream(int port, String token, String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/notification/v1/stream"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        Thread.ofVirtual().start(() -> read(request.build()));
    }

    private void read(HttpRequest request) {
        try {
            HttpResponse<java.util.stream.Stream<String>> response =
                    client.send(request, HttpResponse.BodyHandlers.ofLines());
            status = response.statusCode();
            opened.countDown();
            String[] parts = new String[3];
            response.body().forEach(line -> {
                if (line.isEmpty()) {
                    if (parts[2] != null) {
                        events.add(new Event(parts[0], parts[1], parts[2]));
                    }
                    java.util.Arrays.fill(parts, null);
                } else if (line.startsWith("event:")) {
                    parts[0] = line.substring(6).strip();
                } else if (line.startsWith("id:")) {
                    parts[1] = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    parts[2] = line.substring(5).strip();
                }
            });
        } catch (IOException | InterruptedException | RuntimeException e) {
            opened.countDown();
        }
    }

    int status() throws InterruptedException {
        opened.await();
        return status;
    }

    List<Event> messages() {
        return events.stream().filter(e -> "message".equals(e.name())).toList();
    }

    String lastUnread() {
        return events.stream()
                .filter(e -> "unread".equals(e.name()))
                .map(Event::data)
                .reduce((a, b) -> b)
                .orElse("");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
