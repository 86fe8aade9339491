package org.dudao.stories;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Waits until the line has come to rest: no service has sent or heard an event for a while, and no outbox holds one. */
public final class Quiet {

    private static final Pattern FIGURE = Pattern.compile(
            "^(events_sent_total|events_heard_total|outbox_backlog)(?:\\{[^}]*})? ([0-9.E+-]+|NaN)$",
            Pattern.MULTILINE);
    private static final Duration REST = Duration.ofMillis(1_500);

    private final int port;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** @param port the stack's first port */
    public Quiet(int port) {
        this.port = port;
    }

    private record Sum(double moved, double backlog) {}

    /** @throws IllegalStateException when it does not come to rest in time */
    public void await(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        Sum last = sum();
        long since = System.nanoTime();
        while (true) {
            pause();
            Sum now = sum();
            if (!now.equals(last) || now.backlog() != 0) {
                last = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > REST.toNanos()) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the line did not come to rest in " + atMost + ": " + now);
            }
        }
    }

    private Sum sum() {
        double moved = 0;
        double backlog = 0;
        for (int offset = 1; offset <= 4; offset++) {
            Matcher figures = FIGURE.matcher(metrics(port + offset));
            while (figures.find()) {
                double value = Double.parseDouble(figures.group(2));
                if (figures.group(1).equals("outbox_backlog")) {
                    backlog += value;
                } else {
                    moved += value;
                }
            }
        }
        return new Sum(moved, backlog);
    }

    private String metrics(int servicePort) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + servicePort + "/q/metrics"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            // A service that is down right now moves nothing; the backlog of the others tells that the line is not
            // done.
            return "outbox_backlog NaN";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
