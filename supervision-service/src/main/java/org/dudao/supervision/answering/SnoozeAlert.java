package org.dudao.supervision.answering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
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

/** The ladder rests until an instant (暂缓), for a reason. */
@ApplicationScoped
class SnoozeAlert {

    private final Alerts alerts;
    private final WorkCalendars calendars;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    SnoozeAlert(Alerts alerts, WorkCalendars calendars, Outbox outbox, Audit audit, Clock clock) {
        this.alerts = alerts;
        this.calendars = calendars;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    void by(Caller caller, UUID id, Seen seen, Instant until, String reason) {
        Alert alert = alerts.lockedFor(caller, id);
        seen.requireStill(alert);
        Act.SNOOZE.require(alert, Who.of(caller));
        BureauTime time = new BureauTime(calendars.current(), clock.getZone());
        var snoozed = alert.snooze(until, reason, caller.username(), clock.instant(), time);
        audit.record(caller, "snoozed", AlertHistory.SUBJECT, id, null, Map.of("until", until, "reason", reason));
        outbox.append(snoozed);
    }
}
