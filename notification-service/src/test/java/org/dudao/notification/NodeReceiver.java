package org.dudao.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The receiver of {@code src/test/node}: another language, and the specification's own library. */
final class NodeReceiver implements AutoCloseable {

    private final Process node;
    private final String base;
    private final HttpClient http = HttpClient.newHttpClient();

    NodeReceiver() {
        try {
            Path home = Files.createDirectories(Path.of("target/node"));
            for (String file : new String[] {"package.json", "package-lock.json", "receiver.mjs"}) {
                Files.copy(Path.of("src/test/node", file), home.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            if (!Files.isDirectory(home.resolve("node_modules"))) {
                run(home, "npm", "ci", "--silent", "--prefer-offline", "--no-audit", "--no-fund");
            }
            node = new ProcessBuilder("node", "receiver.mjs", SchoolSystem.HOST)
                    .directory(home.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader out = node.inputReader();
            base = "http://" + SchoolSystem.HOST + ":" + out.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Path home, String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .inheritIO()
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return base + "/hook";
    }

    void checksWith(String secret) {
        send(HttpRequest.newBuilder(URI.create(base + "/secret"))
                .POST(HttpRequest.BodyPublishers.ofString(secret))
                .build());
    }

    /** JSON: id, type, title and the library's refusal of each call. */
    String seen() {
        return send(HttpRequest.newBuilder(URI.create(base + "/seen")).build());
    }

    private String send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        node.destroy();
    }
}
