package org.dudao.notification.delivering;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.dudao.notification.Settings;
import org.dudao.outbox.Faults;
import org.dudao.startup.ClockDriven;
import org.jboss.logging.Logger;

/**
 * Calls the systems of schools when something is due. Nobody waits for a slow one: each call has a thread of its own. A
 * crash between a receiver's yes and our record of it calls again under the same id; nothing else calls twice.
 */
@ApplicationScoped
public class CallWebhooks implements ClockDriven {

    private static final Logger LOG = Logger.getLogger(CallWebhooks.class);
    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration TIDY_EVERY = Duration.ofHours(1);

    private final CallQueue queue;
    private final WebhookClient client;
    private final Settings.Webhook settings;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Semaphore free;
    private final ExecutorService calling = Executors.newVirtualThreadPerTaskExecutor();
    private Instant tidyAt = Instant.MIN;

    CallWebhooks(CallQueue queue, WebhookClient client, Settings settings, Clock clock, MeterRegistry metrics) {
        this.queue = queue;
        this.client = client;
        this.settings = settings.webhook();
        this.clock = clock;
        this.metrics = metrics;
        this.free = new Semaphore(this.settings.atOnce());
    }

    @PreDestroy
    void stop() {
        calling.shutdownNow();
    }

    @Override
    public String channel() {
        return "webhook_call";
    }

    @Override
    public Instant tick() {
        Instant now = clock.instant();
        if (!now.isBefore(tidyAt)) {
            queue.forget(now.minus(settings.keep()));
            tidyAt = now.plus(TIDY_EVERY);
        }
        int slots = free.drainPermits();
        if (slots == 0) {
            return now.plus(SOON);
        }
        List<DueCall> due = List.of();
        try {
            due = queue.lease(now, slots);
        } finally {
            free.release(slots - due.size());
        }
        due.forEach(call -> calling.execute(() -> {
            try {
                make(call);
            } finally {
                free.release();
            }
        }));
        Instant next = queue.nextDue();
        // Due, yet not ours: its target has as many at once as it may, or another replica has it.
        return next.isAfter(now) ? next : now.plus(SOON);
    }

    /** Also for a test, at once and by whoever asks. */
    void make(DueCall call) {
        Answer answer = client.call(call);
        metrics.counter(
                        "delivery_attempts_total",
                        "channel",
                        "webhook",
                        "outcome",
                        answer.accepted() ? "Sent" : "Postponed")
                .increment();
        try {
            queue.settle(
                    call, answer, clock.instant(), ThreadLocalRandom.current().nextDouble());
        } catch (RuntimeException e) {
            LOG.errorf(e, "not recorded, its lease will end: callId=%s reason=%s", call.id(), Faults.reason(e));
        }
    }
}
