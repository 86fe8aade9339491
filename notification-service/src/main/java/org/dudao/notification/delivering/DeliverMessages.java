package org.dudao.notification.delivering;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.dudao.notification.QuietHours;
import org.dudao.notification.Settings;
import org.dudao.outbox.Faults;
import org.dudao.startup.ClockDriven;
import org.dudao.startup.WorkCalendars;
import org.jboss.logging.Logger;

/**
 * Sends what is due. A crash between the server's yes and our record of it sends the same mail again, under the same
 * Message-ID; nothing else sends one twice.
 */
@ApplicationScoped
public class DeliverMessages implements ClockDriven {

    private static final Logger LOG = Logger.getLogger(DeliverMessages.class);

    /** Few enough that a crash repeats few, many enough that the server's answer time is not waited for one by one. */
    private static final int AT_ONCE = 8;

    private final Parcels parcels;
    private final EmailChannel email;
    private final WriteLetter letters;
    private final Settings settings;
    private final WorkCalendars calendars;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final Backoff backoff;

    DeliverMessages(
            Parcels parcels,
            EmailChannel email,
            WriteLetter letters,
            Settings settings,
            WorkCalendars calendars,
            Clock clock,
            MeterRegistry metrics) {
        this.parcels = parcels;
        this.email = email;
        this.letters = letters;
        this.settings = settings;
        this.calendars = calendars;
        this.clock = clock;
        this.metrics = metrics;
        this.backoff =
                new Backoff(settings.email().firstRetry(), settings.email().longestRetry());
    }

    @Override
    public String channel() {
        return "delivery";
    }

    @Override
    public Instant tick() {
        Instant now = clock.instant();
        int allowed = email.allowance(AT_ONCE, now);
        if (allowed == 0) {
            return email.nextAllowance(now);
        }
        List<Parcel> due = parcels.lease(now, allowed, settings.email().lease());
        email.giveBack(allowed - due.size());
        if (due.isEmpty()) {
            Instant next = parcels.nextDue();
            // Due, yet not ours: another replica has it. Not at once again, or we would spin.
            return next.isAfter(now) ? next : now.plus(Duration.ofMillis(200));
        }
        deliver(due);
        return now;
    }

    private void deliver(List<Parcel> due) {
        try (ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> work = new ArrayList<>(due.size());
            for (Parcel parcel : due) {
                work.add(() -> {
                    deliver(parcel);
                    return null;
                });
            }
            for (Future<Void> one : sending.invokeAll(work)) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an attempt could not be recorded; its lease will end", e.getCause());
        }
    }

    private void deliver(Parcel parcel) {
        Instant now = clock.instant();
        Outcome outcome = attempt(parcel, now);
        metrics.counter(
                        "delivery_attempts_total",
                        "channel",
                        "email",
                        "outcome",
                        outcome.getClass().getSimpleName())
                .increment();
        switch (outcome) {
            case Outcome.Sent sent -> parcels.sent(parcel, now);
            case Outcome.Refused refused -> giveUp(parcel, now, refused.reason());
            case Outcome.Postponed postponed -> {
                if (parcel.attempt() >= settings.email().attempts()) {
                    giveUp(parcel, now, postponed.reason());
                } else {
                    parcels.postponed(parcel, retryAt(parcel, now), postponed.reason());
                }
            }
        }
    }

    private Outcome attempt(Parcel parcel, Instant now) {
        Letter letter;
        try {
            letter = letters.write(parcel);
        } catch (IllegalArgumentException | IllegalStateException e) {
            // A text that can't be filled is mended by a new version of it, not by this mail.
            return new Outcome.Postponed(Faults.reason(e), false);
        }
        return email.send(parcel, letter, now);
    }

    private void giveUp(Parcel parcel, Instant now, String reason) {
        LOG.warnf("given up: parcelId=%s attempts=%d", parcel.id(), parcel.attempt());
        parcels.failed(parcel, now, reason);
    }

    private Instant retryAt(Parcel parcel, Instant now) {
        Instant at = now.plus(
                backoff.after(parcel.attempt(), ThreadLocalRandom.current().nextDouble()));
        if (parcel.items().getFirst().urgent()) {
            return at;
        }
        Settings.Quiet quiet = settings.quiet();
        return new QuietHours(quiet.from(), quiet.to(), quiet.daysOff(), calendars.current(), clock.getZone())
                .release(at);
    }
}
