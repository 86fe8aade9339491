package org.dudao.console.serving;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a browser is told about every answer: whom to trust (us alone), what not to guess, what never to embed. */
@ApplicationScoped
public class GuardBrowser {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** Above the login (200): its redirects are guarded too. */
    private static final int BEFORE_LOGIN = 300;

    void filter(@Observes Filters filters) {
        filters.register(this::guard, BEFORE_LOGIN);
    }

    private void guard(RoutingContext asked) {
        MultiMap headers = asked.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        if (asked.request().isSSL()) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        if (!isThisMachine(asked.request().authority())) {
            // Set by the login with the scheme it sees; behind a proxy that ends TLS that is plain http.
            asked.addHeadersEndHandler(written -> asked.request().cookies().forEach(GuardBrowser::secure));
        }
        asked.next();
    }

    static String policy(String nonce) {
        return "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + nonce
                + "'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
                + "form-action 'self'; frame-ancestors 'none'";
    }

    private static boolean isThisMachine(@Nullable HostAndPort authority) {
        return authority != null && THIS_MACHINE.contains(authority.host());
    }

    private static void secure(Cookie cookie) {
        cookie.setSecure(true);
    }
}
