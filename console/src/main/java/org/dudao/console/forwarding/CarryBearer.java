package org.dudao.console.forwarding;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import org.dudao.console.Problem;
import org.jboss.logging.Logger;

/** Puts the caller's token where the cookie was, drops what a service must not hear, and speaks for one that is down. */
record CarryBearer(RoutingContext asked, String token) implements ProxyInterceptor {
    private static final Logger LOG = Logger.getLogger(CarryBearer.class);
    private static final List<String> NOT_FOR_SERVICES = List.of(
            "cookie",
            "authorization",
            "origin",
            "forwarded",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-port",
            "x-forwarded-proto",
            "x-forwarded-prefix",
            RefuseForgedRequests.HEADER);
    private static final List<String> NOT_FOR_BROWSERS = List.of("set-cookie", "server", "x-powered-by");

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        MultiMap headers = request.headers();
        NOT_FOR_SERVICES.forEach(headers::remove);
        headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        headers.set("X-Forwarded-For", asked.request().remoteAddress().hostAddress());
        // The path that was matched, not the one that was written: /api/plan/../.. stays inside.
        String query = asked.request().query();
        request.setURI(asked.normalizedPath() + (query == null ? "" : "?" + query));
        return context.sendRequest().recover(failure -> {
            if (!asked.response().closed()) { // who went away is no fault of the service
                LOG.warnf("%s %s was not answered: %s", request.getMethod(), asked.normalizedPath(), failure);
            }
            return Future.succeededFuture(speakFor(context));
        });
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        MultiMap headers = context.response().headers();
        NOT_FOR_BROWSERS.forEach(headers::remove);
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        // Asks a proxy in front of us not to hold back a stream.
        headers.set("X-Accel-Buffering", "no");
        return context.sendResponse();
    }

    private ProxyResponse speakFor(ProxyContext context) {
        return context.request()
                .release()
                .response()
                .setStatusCode(Problem.SERVICE_DOWN.status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Retry-After", "5")
                .setBody(Body.body(Problem.SERVICE_DOWN.body(asked)));
    }
}
