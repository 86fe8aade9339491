package org.dudao.console.serving;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** One page for every address that a person may open; the files it asks for never change under their names. */
@ApplicationScoped
public class ServePages {
    private static final String PAGE = "META-INF/resources/index.html";
    private static final String NONCE_MARK = "__CSP_NONCE__";

    private final SecureRandom random = new SecureRandom();
    private final String page = read();

    void routes(@Observes Router router) {
        router.get("/assets/*").handler(asked -> {
            asked.response().putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
            asked.next();
        });
        router.get().handler(asked -> {
            if (isPage(asked.normalizedPath())) {
                answer(asked);
            } else {
                asked.next();
            }
        });
    }

    /** No file has a name without a dot, and no page one with it. */
    static boolean isPage(String path) {
        boolean machine = path.startsWith("/api/") || path.startsWith("/q/") || path.startsWith("/assets/");
        String name = path.substring(path.lastIndexOf('/') + 1);
        return !machine && (name.indexOf('.') < 0 || name.equals("index.html"));
    }

    private void answer(RoutingContext asked) {
        byte[] number = new byte[18];
        random.nextBytes(number);
        String nonce = Base64.getEncoder().encodeToString(number);
        asked.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("Content-Security-Policy", GuardBrowser.policy(nonce))
                .end(page.replace(NONCE_MARK, nonce));
    }

    private static String read() {
        try (InputStream found = Thread.currentThread().getContextClassLoader().getResourceAsStream(PAGE)) {
            return found == null
                    ? "<!doctype html><meta charset=utf-8><title>督导</title><p>页面尚未构建。 The pages have not been built."
                    : new String(found.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
