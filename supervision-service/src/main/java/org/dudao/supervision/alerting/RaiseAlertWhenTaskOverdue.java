package org.dudao.supervision.alerting;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dudao.contracts.TaskEvent.TaskOverdue;
import org.dudao.outbox.Outbox;
import org.dudao.startup.WorkCalendars;
import org.dudao.supervision.Alert;
import org.dudao.supervision.AlertHistory;
import org.dudao.supervision.Alerts;
import org.dudao.supervision.BureauTime;
import org.dudao.supervision.KnownTasks;
import org.dudao.supervision.KnownTasks.Known;
import org.dudao.supervision.KnownTasks.Verdict;
import org.dudao.supervision.LadderPolicies;
import org.dudao.supervision.LadderPolicy;

/** One open alert per task and deadline; its first rung is taken at once. */
@ApplicationScoped
public class RaiseAlertWhenTaskOverdue {

    private final KnownTasks tasks;
    private final Alerts alerts;
    private final LadderPolicies policies;
    private final WorkCalendars calendars;
    private final AlertHistory history;
    private final Outbox outbox;
    private final Clock clock;
    private final MeterRegistry metrics;

    public RaiseAlertWhenTaskOverdue(
            KnownTasks tasks,
            Alerts alerts,
            LadderPolicies policies,
            WorkCalendars calendars,
            AlertHistory history,
            Outbox outbox,
            Clock clock,
            MeterRegistry metrics) {
        this.tasks = tasks;
        this.alerts = alerts;
        this.policies = policies;
        this.calendars = calendars;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** @param since when the task became late */
    record Late(UUID taskId, LocalDate dueOn, Instant since) {}

    public void react(List<TaskOverdue> run) {
        raise(run.stream()
                .map(e -> new Late(e.task().taskId(), e.task().dueOn(), e.since()))
                .toList());
    }

    void raise(List<Late> late) {
        Map<UUID, Late> newest = new LinkedHashMap<>();
        late.forEach(l ->
                newest.merge(l.taskId(), l, (one, other) -> one.dueOn().isAfter(other.dueOn()) ? one : other));
        Map<UUID, Known> known = tasks.find(newest.keySet());
        Instant now = clock.instant();
        Map<String, LadderPolicy> ladders = new HashMap<>();
        BureauTime time = new BureauTime(calendars.current(), clock.getZone());
        List<Alert> due = new ArrayList<>();
        for (Late l : newest.values()) {
            // The door remembered it in this transaction, so it is there.
            Known task = Objects.requireNonNull(known.get(l.taskId()));
            Verdict verdict = Verdict.on(task, l.dueOn());
            if (verdict == Verdict.STANDS) {
                // Services read a moved clock at slightly different moments; late is never before it began.
                Instant at = l.since().isAfter(now) ? l.since() : now;
                LadderPolicy ladder =
                        ladders.computeIfAbsent(task.facts().bureau().id(), bureau -> policies.inForce(bureau, now));
                due.add(Alert.raise(Outbox.newId(), task.facts(), task.formerAlerts(), at, ladder, time));
            } else {
                count(verdict.name(), 1);
            }
        }
        List<Alert> opened = alerts.open(due);
        history.record(opened.stream()
                .map(a -> new AlertHistory.Entry(
                        a.id(),
                        "raised",
                        Map.of(
                                "rung",
                                a.raised().rung(),
                                "dueOn",
                                a.facts().dueOn(),
                                "repeated",
                                a.facts().repeated())))
                .toList());
        outbox.append(opened.stream().map(Alert::raised).toList());
        count("RAISED", opened.size());
        count("OPEN_ALREADY", due.size() - opened.size());
    }

    private void count(String reason, int n) {
        metrics.counter("alerts_raised_total", "reason", reason.toLowerCase(Locale.ROOT))
                .increment(n);
    }
}
