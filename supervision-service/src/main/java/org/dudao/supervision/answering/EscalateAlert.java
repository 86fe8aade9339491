package org.dudao.supervision.answering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.dudao.contracts.Rung;
import org.dudao.contracts.SupervisionEvent;
import org.dudao.contracts.SupervisionEvent.RungProposed;
import org.dudao.outbox.Outbox;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.supervision.Act;
import org.dudao.supervision.Alert;
import org.dudao.supervision.AlertHistory;
import org.dudao.supervision.Alerts;
import org.dudao.supervision.Who;

/** A supervisor does not wait for the clock: the next rung now, for a reason. A high rung is proposed, not taken. */
@ApplicationScoped
class EscalateAlert {

    private final Alerts alerts;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    EscalateAlert(Alerts alerts, Outbox outbox, Audit audit, Clock clock) {
        this.alerts = alerts;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    void by(Caller caller, UUID id, Seen seen, String reason) {
        Alert alert = alerts.lockedFor(caller, id);
        seen.requireStill(alert);
        Act.ESCALATE.require(alert, Who.of(caller));
        Rung before = alert.state().rung();
        SupervisionEvent happened = alert.escalate(caller.username(), reason, clock.instant());
        Rung rung = happened instanceof RungProposed proposed
                ? proposed.rung()
                : alert.state().rung();
        audit.record(
                caller,
                happened instanceof RungProposed ? "proposed" : "escalated",
                AlertHistory.SUBJECT,
                id,
                Map.of("rung", before),
                Map.of("rung", rung, "reason", reason));
        outbox.append(happened);
    }
}
