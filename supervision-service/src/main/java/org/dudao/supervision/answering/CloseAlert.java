package org.dudao.supervision.answering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.dudao.outbox.Outbox;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.supervision.Act;
import org.dudao.supervision.Alert;
import org.dudao.supervision.AlertHistory;
import org.dudao.supervision.Alerts;
import org.dudao.supervision.Who;

/** A person ends an alert (销号) though its task is still open, for a reason. */
@ApplicationScoped
class CloseAlert {

    private final Alerts alerts;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    CloseAlert(Alerts alerts, Outbox outbox, Audit audit, Clock clock) {
        this.alerts = alerts;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    void by(Caller caller, UUID id, Seen seen, String reason) {
        Alert alert = alerts.lockedFor(caller, id);
        seen.requireStill(alert);
        Act.CLOSE.require(alert, Who.of(caller));
        var closed = alert.close(caller.username(), reason, clock.instant());
        audit.record(
                caller,
                "closed",
                AlertHistory.SUBJECT,
                id,
                Map.of("state", "open"),
                Map.of("state", "closed", "rung", closed.rung(), "reason", reason));
        outbox.append(closed);
    }
}
