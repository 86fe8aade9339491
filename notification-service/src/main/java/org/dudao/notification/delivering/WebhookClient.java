package org.dudao.notification.delivering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.dudao.notification.Settings;
import org.dudao.notification.Template;
import org.dudao.notification.WebhookTargets;
import org.dudao.outbox.Faults;
import org.dudao.startup.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Calls a school's system: signed, within a time, following nobody elsewhere, reading little of the answer. The name is
 * looked up once and the connection goes to the address that was found fit, while certificate and Host stay those of the
 * name: a name that leads elsewhere a moment later gains nothing.
 */
@ApplicationScoped
class WebhookClient {

    private static final int KEPT = 500;
    private static final int MOST_READ = 64 * 1024;

    private final HttpClient http;
    private final WebhookTargets targets;
    private final Clock clock;
    private final long timeoutMs;

    WebhookClient(Vertx vertx, WebhookTargets targets, Settings settings, Clock clock) {
        this.targets = targets;
        this.clock = clock;
        this.timeoutMs = settings.webhook().timeout().toMillis();
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) timeoutMs)
                .setKeepAlive(false)
                .setMaxPoolSize(settings.webhook().atOncePerTarget()));
    }

    @PreDestroy
    void close() {
        http.close();
    }

    Answer call(DueCall call) {
        long began = System.nanoTime();
        AtomicReference<@Nullable HttpClientRequest> open = new AtomicReference<>();
        try {
            return begin(call, began, open).get(timeoutMs, TimeUnit.MILLISECONDS);
        } catch (Problem refused) {
            return Answer.none(refused.detail(true) + " / " + refused.detail(false), since(began));
        } catch (TimeoutException e) {
            return Answer.none(
                    timeoutMs / 1000 + " 秒内没有答复 / no answer within " + timeoutMs / 1000 + " s", since(began));
        } catch (ExecutionException e) {
            return Answer.none(Template.oneLine(Faults.reason(e.getCause() == null ? e : e.getCause())), since(began));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.none("interrupted", since(began));
        } finally {
            HttpClientRequest request = open.get();
            if (request != null) {
                // Ends what an answer without end would keep open; after a whole one it does nothing.
                request.reset();
            }
        }
    }

    private CompletableFuture<Answer> begin(
            DueCall call, long began, AtomicReference<@Nullable HttpClientRequest> open) {
        WebhookTargets.Target target = targets.check(call.url());
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        http.request(options(target, call))
                .compose(request -> {
                    open.set(request);
                    return request.send(Buffer.buffer(call.body(), "UTF-8"));
                })
                .onSuccess(response -> read(response, began, answer))
                .onFailure(answer::completeExceptionally);
        return answer;
    }

    private RequestOptions options(WebhookTargets.Target target, DueCall call) {
        Instant now = clock.instant();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        target.port(), target.address().getHostAddress()))
                .setHost(target.uri().getHost())
                .setPort(target.port())
                .setSsl(target.tls())
                .setURI(target.pathAndQuery())
                .setFollowRedirects(false)
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("User-Agent", "Dudao-Webhooks/1")
                .putHeader("webhook-id", call.eventId().toString())
                .putHeader("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                .putHeader(
                        "webhook-signature",
                        call.secrets().stream()
                                .map(secret -> secret.sign(call.eventId(), now, call.body()))
                                .collect(joining(" ")));
    }

    private static void read(HttpClientResponse response, long began, CompletableFuture<Answer> answer) {
        Buffer kept = Buffer.buffer();
        long[] seen = {0};
        response.handler(part -> {
            seen[0] += part.length();
            if (kept.length() < KEPT * 4) {
                kept.appendBuffer(part);
            }
            if (seen[0] > MOST_READ) {
                answer.complete(answer(response, kept, began));
            }
        });
        response.endHandler(end -> answer.complete(answer(response, kept, began)));
        response.exceptionHandler(answer::completeExceptionally);
    }

    private static Answer answer(HttpClientResponse response, Buffer kept, long began) {
        // PostgreSQL takes no NUL in a text.
        String text = kept.toString(UTF_8).replace("\u0000", "");
        return Answer.of(response.statusCode(), text.substring(0, Math.min(KEPT, text.length())), since(began));
    }

    private static int since(long began) {
        return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }
}
