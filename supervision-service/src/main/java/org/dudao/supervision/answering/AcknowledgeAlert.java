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

/** The responsible unit says that it knows (签收). The ladder goes on. */
@ApplicationScoped
class AcknowledgeAlert {

    private final Alerts alerts;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    AcknowledgeAlert(Alerts alerts, Outbox outbox, Audit audit, Clock clock) {
        this.alerts = alerts;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    void by(Caller caller, UUID id, Seen seen, String note) {
        Alert alert = alerts.lockedFor(caller, id);
        seen.requireStill(alert);
        Act.ACKNOWLEDGE.require(alert, Who.of(caller));
        alert.acknowledge(caller.username(), note, clock.instant()).ifPresent(acknowledged -> {
            audit.record(caller, "acknowledged", AlertHistory.SUBJECT, id, null, Map.of("reason", note));
            outbox.append(acknowledged);
        });
    }
}
