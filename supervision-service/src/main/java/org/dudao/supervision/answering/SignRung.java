package org.dudao.supervision.answering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.dudao.contracts.Rung;
import org.dudao.outbox.Outbox;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.WorkCalendars;
import org.dudao.supervision.Act;
import org.dudao.supervision.Alert;
import org.dudao.supervision.AlertHistory;
import org.dudao.supervision.Alerts;
import org.dudao.supervision.BureauTime;
import org.dudao.supervision.Who;

/** A person of the right role signs a proposed rung (签发), and only then it takes effect. */
@ApplicationScoped
class SignRung {

    private final Alerts alerts;
    private final WorkCalendars calendars;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    SignRung(Alerts alerts, WorkCalendars calendars, Outbox outbox, Audit audit, Clock clock) {
        this.alerts = alerts;
        this.calendars = calendars;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    void by(Caller caller, UUID id, Seen seen, int ordinal) {
        Alert alert = alerts.lockedFor(caller, id);
        if (alert.isSigned(ordinal, caller.username())) {
            return;
        }
        seen.requireStill(alert);
        Act.SIGN.require(alert, Who.of(caller));
        Rung before = alert.state().rung();
        BureauTime time = new BureauTime(calendars.current(), clock.getZone());
        var signed = alert.sign(ordinal, caller.username(), clock.instant(), time);
        audit.record(
                caller,
                "signed",
                AlertHistory.SUBJECT,
                id,
                Map.of("rung", before),
                Map.of("rung", signed.rung(), "ordinal", ordinal));
        outbox.append(signed);
    }
}
