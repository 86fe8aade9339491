package org.dudao.notification.receiving;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.dudao.contracts.SupervisionEvent;
import org.dudao.contracts.SupervisionEvent.AlertAcknowledged;
import org.dudao.contracts.SupervisionEvent.AlertAnswered;
import org.dudao.contracts.SupervisionEvent.AlertClosed;
import org.dudao.contracts.SupervisionEvent.AlertEscalated;
import org.dudao.contracts.SupervisionEvent.AlertRaised;
import org.dudao.contracts.SupervisionEvent.AlertReminded;
import org.dudao.contracts.SupervisionEvent.AlertResolved;
import org.dudao.contracts.SupervisionEvent.AlertSnoozed;
import org.dudao.contracts.SupervisionEvent.RungProposed;
import org.dudao.notification.composing.ComposeMessageWhenAlertAcknowledged;
import org.dudao.notification.composing.ComposeMessageWhenAlertAnswered;
import org.dudao.notification.composing.ComposeMessageWhenAlertClosed;
import org.dudao.notification.composing.ComposeMessageWhenAlertEscalated;
import org.dudao.notification.composing.ComposeMessageWhenAlertRaised;
import org.dudao.notification.composing.ComposeMessageWhenAlertReminded;
import org.dudao.notification.composing.ComposeMessageWhenAlertResolved;
import org.dudao.notification.composing.ComposeMessageWhenRungProposed;
import org.dudao.notification.composing.QueueCallsWhenTaskOrAlertChanged;
import org.dudao.outbox.Door;
import org.dudao.outbox.Inbox;
import org.dudao.outbox.Run;
import org.dudao.outbox.UnreadableEvent;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Topic {@code dudao.supervision}: alerts, rung by rung, to their audiences. */
@ApplicationScoped
public class SupervisionDoor implements Door {

    private final Inbox inbox;
    private final QueueCallsWhenTaskOrAlertChanged calls;
    private final ComposeMessageWhenAlertRaised raised;
    private final ComposeMessageWhenAlertEscalated escalated;
    private final ComposeMessageWhenAlertReminded reminded;
    private final ComposeMessageWhenRungProposed proposed;
    private final ComposeMessageWhenAlertAcknowledged acknowledged;
    private final ComposeMessageWhenAlertAnswered answered;
    private final ComposeMessageWhenAlertResolved resolved;
    private final ComposeMessageWhenAlertClosed closed;

    SupervisionDoor(
            Inbox inbox,
            QueueCallsWhenTaskOrAlertChanged calls,
            ComposeMessageWhenAlertRaised raised,
            ComposeMessageWhenAlertEscalated escalated,
            ComposeMessageWhenAlertReminded reminded,
            ComposeMessageWhenRungProposed proposed,
            ComposeMessageWhenAlertAcknowledged acknowledged,
            ComposeMessageWhenAlertAnswered answered,
            ComposeMessageWhenAlertResolved resolved,
            ComposeMessageWhenAlertClosed closed) {
        this.inbox = inbox;
        this.calls = calls;
        this.raised = raised;
        this.escalated = escalated;
        this.reminded = reminded;
        this.proposed = proposed;
        this.acknowledged = acknowledged;
        this.answered = answered;
        this.resolved = resolved;
        this.closed = closed;
    }

    @Incoming("supervision")
    @Blocking
    public void hear(ConsumerRecords<String, byte[]> batch) {
        inbox.hear(batch, this);
    }

    @Override
    public String topic() {
        return "dudao.supervision";
    }

    @Override
    public void react(Run run) {
        calls.react(run.heard());
        if (!(run.sample() instanceof SupervisionEvent event)) {
            throw new UnreadableEvent("not an event of this topic", null);
        }
        switch (event) {
            case AlertRaised e -> raised.react(run.heard(AlertRaised.class));
            case AlertEscalated e -> escalated.react(run.heard(AlertEscalated.class));
            case AlertReminded e -> reminded.react(run.heard(AlertReminded.class));
            case RungProposed e -> proposed.react(run.heard(RungProposed.class));
            case AlertAcknowledged e -> acknowledged.react(run.heard(AlertAcknowledged.class));
            case AlertAnswered e -> answered.react(run.heard(AlertAnswered.class));
            case AlertResolved e -> resolved.react(run.heard(AlertResolved.class));
            case AlertClosed e -> closed.react(run.heard(AlertClosed.class));
            // Who let it rest knows; the ladder goes on by itself.
            case AlertSnoozed e -> {}
        }
    }
}
