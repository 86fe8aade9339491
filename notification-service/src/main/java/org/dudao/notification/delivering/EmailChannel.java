package org.dudao.notification.delivering;

import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.dudao.notification.Settings;
import org.dudao.notification.Template;
import org.dudao.outbox.Faults;
import org.jspecify.annotations.Nullable;

/** E-mail by SMTP, no faster than agreed, and not at all while the server is down. */
@ApplicationScoped
class EmailChannel {

    /** Refusals of us, not of the recipient: authentication and transport. They concern the whole channel. */
    private static final Set<Integer> OF_CHANNEL = Set.of(421, 500, 502, 503, 504, 530, 534, 535, 538);

    private final Mailer mailer;
    private final Bucket rate;
    private final CircuitBreaker breaker;

    EmailChannel(Mailer mailer, Settings settings, MeterRegistry metrics) {
        this.mailer = mailer;
        Settings.Email email = settings.email();
        this.rate = Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(email.burst()).refillGreedy(email.ratePerMinute(), Duration.ofMinutes(1)))
                .build();
        this.breaker = new CircuitBreaker(email.breakerFailures(), email.breakerPause());
        metrics.gauge("channel_open_circuit", List.of(Tag.of("channel", "email")), breaker, b -> b.isOpen() ? 1 : 0);
    }

    /** How many mails may go now; takes them from the allowance. */
    int allowance(int wanted, Instant now) {
        return (int) rate.tryConsumeAsMuchAsPossible(breaker.allows(wanted, now));
    }

    void giveBack(int unused) {
        if (unused > 0) {
            rate.addTokens(unused);
        }
    }

    /** When to ask for an allowance again after getting none. */
    Instant nextAllowance(Instant now) {
        Instant closed = breaker.opensAgainAt(now);
        if (closed.isAfter(now)) {
            return closed;
        }
        return now.plusNanos(rate.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    Outcome send(Parcel parcel, Letter letter, Instant now) {
        String address = parcel.address();
        if (!parcel.active()) {
            return new Outcome.Refused("收件人已离任 / the recipient has left");
        }
        if (address == null || address.isBlank()) {
            return new Outcome.Refused("收件人没有电子邮箱 / the recipient has no e-mail address");
        }
        try {
            mailer.send(mail(parcel, address, letter));
            breaker.succeeded();
            return new Outcome.Sent();
        } catch (RuntimeException e) {
            Outcome outcome = judge(e);
            if (outcome instanceof Outcome.Postponed postponed && postponed.ofChannel()) {
                breaker.failed(now);
            } else {
                breaker.succeeded();
            }
            return outcome;
        }
    }

    private static Mail mail(Parcel parcel, String address, Letter letter) {
        Mail mail = new Mail()
                .addTo(address)
                .setSubject(letter.subject())
                .setText(letter.text())
                .setHtml(letter.html())
                .addHeader("Message-ID", "<" + parcel.id() + "@dudao>")
                .addHeader("Auto-Submitted", "auto-generated");
        if (parcel.items().size() == 1) {
            Parcel.Item item = parcel.items().getFirst();
            mail.addHeader("References", "<" + item.subjectType() + "-" + item.subjectId() + "@dudao>");
        }
        return mail;
    }

    /** What the server's answer means. Nothing here is logged: it may repeat the address. */
    static Outcome judge(Throwable fault) {
        SMTPException smtp = find(SMTPException.class, fault);
        if (smtp != null) {
            String reason =
                    brief(smtp.getReplyMessage() == null ? String.valueOf(smtp.getMessage()) : smtp.getReplyMessage());
            if (OF_CHANNEL.contains(smtp.getReplyCode())) {
                return new Outcome.Postponed(reason, true);
            }
            return smtp.isPermanent() ? new Outcome.Refused(reason) : new Outcome.Postponed(reason, false);
        }
        IllegalArgumentException unfit = find(IllegalArgumentException.class, fault);
        if (unfit != null) {
            return new Outcome.Refused(brief(String.valueOf(unfit.getMessage())));
        }
        return new Outcome.Postponed(brief(Faults.reason(fault)), true);
    }

    private static <T extends Throwable> @Nullable T find(Class<T> type, Throwable fault) {
        for (Throwable t = fault; t != null; t = t.getCause() == t ? null : t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }

    private static String brief(String reason) {
        return Template.oneLine(reason);
    }
}
