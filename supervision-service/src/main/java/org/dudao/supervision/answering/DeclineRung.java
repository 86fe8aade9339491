package org.dudao.supervision.answering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.dudao.contracts.Rung;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.WorkCalendars;
import org.dudao.supervision.Act;
import org.dudao.supervision.Alert;
import org.dudao.supervision.AlertHistory;
import org.dudao.supervision.Alerts;
import org.dudao.supervision.BureauTime;
import org.dudao.supervision.Who;

/** Who might sign decides against it, for a reason. Nothing happened to the unit, so nobody else is told. */
@ApplicationScoped
class DeclineRung {

    private final Alerts alerts;
    private final WorkCalendars calendars;
    private final Audit audit;
    private final Clock clock;

    DeclineRung(Alerts alerts, WorkCalendars calendars, Audit audit, Clock clock) {
        this.alerts = alerts;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    void by(Caller caller, UUID id, Seen seen, int ordinal, String reason) {
        Alert alert = alerts.lockedFor(caller, id);
        seen.requireStill(alert);
        Act.DECLINE.require(alert, Who.of(caller));
        BureauTime time = new BureauTime(calendars.current(), clock.getZone());
        Rung declined = alert.decline(ordinal, caller.username(), reason, clock.instant(), time);
        audit.record(
                caller,
                "declined",
                AlertHistory.SUBJECT,
                id,
                null,
                Map.of("rung", declined, "ordinal", ordinal, "reason", reason));
    }
}
