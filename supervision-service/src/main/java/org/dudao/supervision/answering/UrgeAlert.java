package org.dudao.supervision.answering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.dudao.outbox.Outbox;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.supervision.Act;
import org.dudao.supervision.Alert;
import org.dudao.supervision.AlertHistory;
import org.dudao.supervision.Alerts;
import org.dudao.supervision.Urgings;
import org.dudao.supervision.Who;

/** The responsible unit is urged by hand (催办); the ladder goes on. */
@ApplicationScoped
class UrgeAlert {

    private final Alerts alerts;
    private final Urgings urgings;
    private final Outbox outbox;
    private final Audit audit;

    UrgeAlert(Alerts alerts, Urgings urgings, Outbox outbox, Audit audit) {
        this.alerts = alerts;
        this.urgings = urgings;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Transactional
    void by(Caller caller, UUID id, Seen seen, String note) {
        Alert alert = alerts.lockedFor(caller, id);
        seen.requireStill(alert);
        Act.URGE.require(alert, Who.of(caller));
        urgings.add(id, caller.username(), note);
        audit.record(caller, "urged", AlertHistory.SUBJECT, id, null, Map.of("reason", note));
        outbox.append(alert.urge(caller.username(), note));
    }
}
