package org.dudao.console.forwarding;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.dudao.console.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Passes {@code /api/<service>/…} on as it comes, body by body piece, in both directions; nothing is held in memory. */
@ApplicationScoped
public class ForwardToServices {
    /** Longer than any honest answer; a service that says nothing for a minute is not going to. */
    private static final long SILENCE = Duration.ofSeconds(60).toMillis();

    /**
     * A stream outlives the token it was opened with. It is cut from time to time; the browser comes back by itself
     * with Last-Event-ID and a fresh token, or finds that it was logged out.
     */
    private static final long STREAM_LIFE = Duration.ofMinutes(10).toMillis();

    /** 20 MB of file and the few hundred bytes that a multipart form puts around it. */
    private static final long LARGEST_BODY = 20L * 1024 * 1024 + 64 * 1024;

    private final Vertx vertx;
    private final List<Service> services;
    private final HttpClient calls;
    private final HttpClient streams;

    ForwardToServices(
            Vertx vertx,
            @ConfigProperty(name = "dudao.plan.url") URI plan,
            @ConfigProperty(name = "dudao.task.url") URI task,
            @ConfigProperty(name = "dudao.supervision.url") URI supervision,
            @ConfigProperty(name = "dudao.notification.url") URI notification) {
        this.vertx = vertx;
        services = List.of(
                Service.at("plan", plan),
                Service.at("task", task),
                Service.at("supervision", supervision),
                Service.at("notification", notification));
        calls = vertx.createHttpClient(options().setMaxPoolSize(64).setMaxWaitQueueSize(2_000));
        // One connection for each browser that listens, apart from the calls so that listeners can't use them up.
        streams = vertx.createHttpClient(options().setMaxPoolSize(10_000));
    }

    private static HttpClientOptions options() {
        // Keep-alive shorter than the services' own, so that a call never takes a connection they are closing.
        return new HttpClientOptions().setConnectTimeout(2_000).setKeepAliveTimeout(20);
    }

    void routes(@Observes Router router) {
        for (Service service : services) {
            router.route(service.prefix() + "*").handler(asked -> forward(service, asked));
        }
    }

    private void forward(Service service, RoutingContext asked) {
        AccessTokenCredential token = asked.user() instanceof QuarkusHttpUser user
                ? user.getSecurityIdentity().getCredential(AccessTokenCredential.class)
                : null;
        if (token == null) {
            Problem.LOGIN_REQUIRED.answer(asked);
            return;
        }
        if (length(asked) > LARGEST_BODY) {
            asked.request().resume();
            Problem.TOO_LARGE.answer(asked);
            return;
        }
        boolean streaming = service.streams(asked.normalizedPath());
        if (streaming) {
            cutAfterItsLife(asked);
        }
        // Made for each call and cheap: the token and the words of a refusal belong to one caller.
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), streaming ? streams : calls)
                .origin((ProxyContext context) -> open(service, context, streaming))
                .addInterceptor(new CarryBearer(asked, token.getToken()))
                .handle(asked.request());
    }

    private static Future<HttpClientRequest> open(Service service, ProxyContext context, boolean streaming) {
        return context.client()
                .request(new RequestOptions()
                        .setHost(service.host())
                        .setPort(service.port())
                        .setSsl(service.ssl())
                        .setIdleTimeout(streaming ? 0 : SILENCE));
    }

    private void cutAfterItsLife(RoutingContext asked) {
        long timer =
                vertx.setTimer(STREAM_LIFE, late -> asked.request().connection().close());
        asked.addEndHandler(ended -> vertx.cancelTimer(timer));
    }

    private static long length(RoutingContext asked) {
        String length = asked.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }
}
