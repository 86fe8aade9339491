package org.dudao.console.forwarding;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;
import org.dudao.console.Paths;
import org.dudao.console.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A browser sends the session's cookie whoever asks it to. An act is believed only when it carries a header that a
 * foreign page can't set without being asked first, and an Origin that is this console's own.
 */
@ApplicationScoped
public class RefuseForgedRequests {
    static final String HEADER = "x-dudao-console";

    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** Below the login (200), so that whoever has no session hears that first. */
    private static final int AFTER_LOGIN = 100;

    void filter(@Observes Filters filters) {
        filters.register(this::check, AFTER_LOGIN);
    }

    private void check(RoutingContext asked) {
        HttpServerRequest request = asked.request();
        if (!Paths.isApi(asked) || HARMLESS.contains(request.method()) || isOurs(request)) {
            asked.next();
            return;
        }
        request.resume();
        Problem.FORGED_REQUEST.answer(asked);
    }

    private static boolean isOurs(HttpServerRequest request) {
        return request.getHeader(HEADER) != null
                && sameOrigin(
                        request.getHeader("Origin"),
                        request.authority() == null ? null : request.authority().toString())
                && sameSite(request.getHeader("Sec-Fetch-Site"));
    }

    static boolean sameOrigin(@Nullable String origin, @Nullable String authority) {
        if (origin == null || authority == null) {
            return false;
        }
        try {
            return authority.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    static boolean sameSite(@Nullable String fetchSite) {
        return fetchSite == null || fetchSite.equals("same-origin");
    }
}
