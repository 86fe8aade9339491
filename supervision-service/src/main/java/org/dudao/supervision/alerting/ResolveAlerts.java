package org.dudao.supervision.alerting;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dudao.contracts.ResolvedBecause;
import org.dudao.contracts.SupervisionEvent.AlertResolved;
import org.dudao.contracts.TaskEvent;
import org.dudao.outbox.Outbox;
import org.dudao.supervision.AlertHistory;
import org.dudao.supervision.Alerts;

/** What the reactions to a fact that makes alerts pointless have in common. */
@ApplicationScoped
class ResolveAlerts {

    private final Alerts alerts;
    private final AlertHistory history;
    private final Outbox outbox;
    private final Clock clock;
    private final MeterRegistry metrics;

    ResolveAlerts(Alerts alerts, AlertHistory history, Outbox outbox, Clock clock, MeterRegistry metrics) {
        this.alerts = alerts;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
        this.metrics = metrics;
    }

    List<AlertResolved> of(List<? extends TaskEvent> run, ResolvedBecause because) {
        List<AlertResolved> resolved = alerts.resolve(
                run.stream().map(e -> e.task().taskId()).distinct().toList(), because, clock.instant());
        history.record(resolved.stream()
                .map(r -> new AlertHistory.Entry(
                        r.alert().alertId(), "resolved", Map.of("rung", r.rung(), "because", because)))
                .toList());
        outbox.append(resolved);
        metrics.counter("alerts_resolved_total", "reason", because.name().toLowerCase(Locale.ROOT))
                .increment(resolved.size());
        return resolved;
    }
}
