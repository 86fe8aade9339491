package org.dudao.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A school's own system that answers as it is told and remembers what it was sent. */
final class SchoolSystem implements AutoCloseable {

    /** Loopback as well, yet not the address that everything else on this machine listens at. */
    static final String HOST = "127.0.0.2";

    record Call(String path, String id, String signature, String body) {}

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile int status = 204;

    SchoolSystem(String host) {
        try {
            server = HttpServer.create(new InetSocketAddress(host, 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String path = exchange.getRequestURI().getPath();
            calls.add(new Call(
                    path,
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    body));
            switch (path) {
                case "/elsewhere" -> {
                    exchange.getResponseHeaders().add("Location", url("/hook"));
                    exchange.sendResponseHeaders(307, -1);
                }
                case "/endless" -> {
                    exchange.sendResponseHeaders(200, 0);
                    byte[] more = "more and more ".repeat(1000).getBytes(UTF_8);
                    for (int i = 0; i < 100_000; i++) {
                        exchange.getResponseBody().write(more);
                    }
                }
                case "/silent" -> pause();
                default -> {
                    byte[] said = ("status " + status).getBytes(UTF_8);
                    exchange.sendResponseHeaders(status, status == 204 ? -1 : said.length);
                    if (status != 204) {
                        exchange.getResponseBody().write(said);
                    }
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(30_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void answers(int status) {
        this.status = status;
    }

    String url(String path) {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + path;
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
