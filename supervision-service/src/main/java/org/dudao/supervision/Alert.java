package org.dudao.supervision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dudao.contracts.AlertFacts;
import org.dudao.contracts.Audience;
import org.dudao.contracts.RemindedBecause;
import org.dudao.contracts.ResolvedBecause;
import org.dudao.contracts.Rung;
import org.dudao.contracts.SupervisionEvent;
import org.dudao.contracts.SupervisionEvent.AlertAcknowledged;
import org.dudao.contracts.SupervisionEvent.AlertAnswered;
import org.dudao.contracts.SupervisionEvent.AlertClosed;
import org.dudao.contracts.SupervisionEvent.AlertEscalated;
import org.dudao.contracts.SupervisionEvent.AlertRaised;
import org.dudao.contracts.SupervisionEvent.AlertReminded;
import org.dudao.contracts.SupervisionEvent.AlertSnoozed;
import org.dudao.contracts.SupervisionEvent.RungProposed;
import org.dudao.contracts.TaskFacts;
import org.dudao.contracts.UnitRef;
import org.dudao.startup.Role;
import org.dudao.supervision.AlertState.Acknowledgement;
import org.dudao.supervision.AlertState.Closed;
import org.dudao.supervision.AlertState.Open;
import org.dudao.supervision.AlertState.Resolved;
import org.dudao.supervision.AlertState.Snooze;
import org.dudao.supervision.StepState.Planned;
import org.dudao.supervision.StepState.Proposed;
import org.dudao.supervision.StepState.Signed;
import org.jspecify.annotations.Nullable;

/** A deadline that passed, and the ladder it climbs until the fact is gone or a person closes it. */
@Entity
@Table(name = "alert")
public class Alert {

    /** The sealed {@link AlertState} as a word. */
    public enum Phase {
        OPEN,
        RESOLVED,
        CLOSED
    }

    @Id
    private UUID id;

    @Column(name = "task_id", updatable = false)
    private UUID taskId;

    @Column(name = "plan_id", updatable = false)
    private UUID planId;

    @Column(name = "title", updatable = false)
    private String title;

    @Column(name = "bureau_id", updatable = false)
    private String bureauId;

    @Column(name = "bureau_name", updatable = false)
    private String bureauName;

    @Column(name = "bureau_path", updatable = false)
    private String bureauPath;

    @Column(name = "unit_id", updatable = false)
    private String unitId;

    @Column(name = "unit_name", updatable = false)
    private String unitName;

    @Column(name = "unit_path", updatable = false)
    private String unitPath;

    /** As JSON; read here, written by the statement that opens alerts. */
    @Column(name = "supporting_units", insertable = false, updatable = false)
    private String supportingUnits;

    /** ISO text, so that no zone stands between the date and its reader. */
    @Column(name = "due_on", insertable = false, updatable = false)
    private String dueOn;

    @Column(name = "repeated", updatable = false)
    private int repeated;

    @Column(name = "version")
    private long version;

    @Enumerated(EnumType.STRING)
    @Column(name = "phase")
    private Phase phase;

    @Enumerated(EnumType.STRING)
    @Column(name = "rung")
    private Rung rung;

    @Column(name = "raised_at", updatable = false)
    private Instant raisedAt;

    @Column(name = "policy_version", updatable = false)
    private int policyVersion;

    @Column(name = "ladder_from", insertable = false, updatable = false)
    private String ladderFrom;

    @Column(name = "fires_at", insertable = false, updatable = false)
    private String firesAt;

    @Column(name = "next_step_at")
    private @Nullable Instant nextStepAt;

    @Column(name = "acknowledged_at")
    private @Nullable Instant acknowledgedAt;

    @Column(name = "acknowledged_by")
    private @Nullable String acknowledgedBy;

    @Column(name = "acknowledgement")
    private @Nullable String acknowledgement;

    @Column(name = "snoozed_at")
    private @Nullable Instant snoozedAt;

    @Column(name = "snoozed_until")
    private @Nullable Instant snoozedUntil;

    @Column(name = "snoozed_by")
    private @Nullable String snoozedBy;

    @Column(name = "snooze_reason")
    private @Nullable String snoozeReason;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "ended_by")
    private @Nullable String endedBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "resolved_because")
    private @Nullable ResolvedBecause resolvedBecause;

    @Column(name = "closed_reason")
    private @Nullable String closedReason;

    @OneToMany(fetch = FetchType.LAZY)
    @JoinColumn(name = "alert_id", insertable = false, updatable = false)
    @OrderBy("id.ordinal")
    private List<AlertStep> steps;

    /** Hibernate's. */
    protected Alert() {}

    /** Opens an alert on the ladder's first rung, with the whole ladder planned ahead. */
    public static Alert raise(
            UUID id, TaskFacts task, int repeated, Instant raisedAt, LadderPolicy policy, BureauTime time) {
        Alert a = new Alert();
        a.id = id;
        a.taskId = task.taskId();
        a.planId = task.planId();
        a.title = task.title();
        a.bureauId = task.bureau().id();
        a.bureauName = task.bureau().name();
        a.bureauPath = task.bureau().path();
        a.unitId = task.leadUnit().id();
        a.unitName = task.leadUnit().name();
        a.unitPath = task.leadUnit().path();
        a.supportingUnits = UnitRefs.write(task.supportingUnits());
        a.dueOn = task.dueOn().toString();
        a.repeated = repeated;
        a.version = 1;
        a.phase = Phase.OPEN;
        a.raisedAt = raisedAt;
        a.policyVersion = policy.version();
        Ladder ladder = Ladder.plan(id, policy, raisedAt, time);
        a.ladderFrom = ladder.from().toString();
        a.firesAt = ladder.firesAt().toString();
        a.steps = ladder.steps();
        AlertStep first = a.steps.getFirst();
        first.become(new Planned(raisedAt).take(raisedAt, null), StepBecause.RAISED, null);
        a.rung = first.rung();
        a.planNextStep();
        return a;
    }

    public AlertRaised raised() {
        return new AlertRaised(facts(), version, rung, steps.getFirst().audience());
    }

    public AlertState state() {
        return switch (phase) {
            case OPEN ->
                new Open(
                        rung,
                        acknowledgedAt == null || acknowledgedBy == null
                                ? null
                                : new Acknowledgement(
                                        acknowledgedAt,
                                        acknowledgedBy,
                                        Objects.requireNonNullElse(acknowledgement, "")),
                        snooze());
            case RESOLVED ->
                new Resolved(rung, Objects.requireNonNull(endedAt), Objects.requireNonNull(resolvedBecause));
            case CLOSED ->
                new Closed(
                        rung,
                        Objects.requireNonNull(endedAt),
                        Objects.requireNonNull(endedBy),
                        Objects.requireNonNull(closedReason));
        };
    }

    private @Nullable Snooze snooze() {
        return snoozedAt == null || snoozedUntil == null || snoozedBy == null
                ? null
                : new Snooze(snoozedAt, snoozedUntil, snoozedBy, Objects.requireNonNullElse(snoozeReason, ""));
    }

    private Open open() {
        return switch (state()) {
            case Open open -> open;
            case Resolved resolved -> throw new AlertAlreadyResolved(resolved);
            case Closed closed -> throw new AlertAlreadyClosed(closed);
        };
    }

    private void become(AlertState next) {
        rung = next.rung();
        switch (next) {
            case Open open -> {
                Acknowledgement a = open.acknowledgement();
                acknowledgedAt = a == null ? null : a.at();
                acknowledgedBy = a == null ? null : a.by();
                acknowledgement = a == null ? null : a.note();
                Snooze s = open.snooze();
                snoozedAt = s == null ? null : s.from();
                snoozedUntil = s == null ? null : s.until();
                snoozedBy = s == null ? null : s.by();
                snoozeReason = s == null ? null : s.reason();
            }
            case Resolved resolved -> {
                phase = Phase.RESOLVED;
                endedAt = resolved.at();
                resolvedBecause = resolved.because();
            }
            case Closed closed -> {
                phase = Phase.CLOSED;
                endedAt = closed.at();
                endedBy = closed.by();
                closedReason = closed.reason();
            }
        }
        planNextStep();
    }

    /** One step at a time, in order; a proposal holds back what comes after it. */
    private void planNextStep() {
        Optional<AlertStep> next =
                phase != Phase.OPEN || waitingForSignature().isPresent() ? Optional.empty() : ladder().nextPlanned();
        nextStepAt = next.map(AlertStep::plannedAt)
                .map(at -> snoozedUntil != null && snoozedUntil.isAfter(at) ? snoozedUntil : at)
                .orElse(null);
    }

    /** The responsible unit says that it knows; empty when it had said so. The ladder goes on. */
    public Optional<AlertAcknowledged> acknowledge(String by, String note, Instant now) {
        Open open = open();
        if (open.acknowledgement() != null) {
            return Optional.empty();
        }
        become(open.acknowledge(new Acknowledgement(now, by, note)));
        return Optional.of(new AlertAcknowledged(facts(), ++version, note, by));
    }

    /** The responsible unit is urged by hand at the rung where it stands. */
    public AlertReminded urge(String by, String note) {
        open();
        return new AlertReminded(
                facts(), ++version, rung, List.of(Audience.RESPONSIBLE_UNIT), RemindedBecause.URGED, by, note);
    }

    /** The responsible unit says what it does about it. */
    public AlertAnswered answer(String by, String text) {
        open();
        return new AlertAnswered(facts(), ++version, text, by);
    }

    /** The ladder rests; what is planned moves by the working days of the rest. A later snooze replaces this one. */
    public AlertSnoozed snooze(Instant until, String reason, String by, Instant now, BureauTime time) {
        Open open = open();
        if (!until.isAfter(now)) {
            throw new SnoozeEndsInThePast();
        }
        Snooze former = open.snooze();
        Instant restsAlready = former != null && former.activeAt(now) ? former.until() : now;
        // An end at midnight belongs to the day before it.
        int days = time.workingDaysBetween(restsAlready.minusNanos(1), until.minusNanos(1));
        Ladder ladder = ladder();
        Optional<AlertStep> next = ladder.nextPlanned();
        while (next.isPresent() && ladder.planned(next.get(), days, time).isBefore(until)) {
            days++;
        }
        ladder.delay(days, StepBecause.SNOOZED, time);
        become(open.snooze(new Snooze(now, until, by, reason)));
        return new AlertSnoozed(facts(), ++version, until, reason, by);
    }

    /** A person takes the next rung now; one that needs a signature is proposed now. */
    public SupervisionEvent escalate(String by, String reason, Instant now) {
        Open open = open();
        waitingForSignature().ifPresent(step -> {
            throw new RungWaitsForSignature(step.rung());
        });
        AlertStep next = nextRung().orElseThrow(NoRungLeft::new);
        Ladder ladder = ladder();
        ladder.dropTellings(ladder.before(next), now, by, StepBecause.ESCALATED);
        return take(open, next, StepBecause.ESCALATED, by, reason, now);
    }

    /**
     * What the clock does when the next step is due. The service says the same in SQL for a thousand alerts at once; this
     * is how one is played ahead.
     */
    SupervisionEvent moveByClock(Instant now) {
        return take(open(), ladder().nextPlanned().orElseThrow(NoRungLeft::new), StepBecause.POLICY, null, null, now);
    }

    private SupervisionEvent take(
            Open open, AlertStep next, StepBecause why, @Nullable String by, @Nullable String reason, Instant now) {
        Planned planned = (Planned) next.state();
        if (!next.automatic()) {
            next.become(planned.propose(), why, reason);
            planNextStep();
            return new RungProposed(facts(), ++version, next.rung(), signing(next.signers()));
        }
        next.become(planned.take(now, by), why, reason);
        become(open.climb(next.rung()));
        return next.tells().event(facts(), ++version, rung, next.audience(), by, reason);
    }

    /** Whether this person signed the step: a second click changes nothing. */
    public boolean isSigned(int ordinal, String by) {
        return steps.stream()
                .anyMatch(s -> s.ordinal() == ordinal
                        && s.state() instanceof Signed signed
                        && signed.by().equals(by));
    }

    /** A person signs a proposed rung; what follows moves by the wait. */
    public AlertEscalated sign(int ordinal, String by, Instant now, BureauTime time) {
        Open open = open();
        Ladder ladder = ladder();
        AlertStep step = ladder.proposed(ordinal);
        step.become(((Proposed) step.state()).sign(now, by), StepBecause.SIGNED, null);
        ladder.waited(step, now, time);
        become(open.climb(step.rung()));
        return new AlertEscalated(facts(), ++version, rung, step.audience(), by, null);
    }

    /** A person decides that a proposed rung shall not be; the ladder goes on after it. Returns the rung. */
    public Rung decline(int ordinal, String by, String reason, Instant now, BureauTime time) {
        Open open = open();
        Ladder ladder = ladder();
        AlertStep step = ladder.proposed(ordinal);
        step.become(((Proposed) step.state()).drop(now, by), StepBecause.DECLINED, reason);
        ladder.dropTellings(ladder.of(step), now, by, StepBecause.DECLINED);
        ladder.waited(step, now, time);
        become(open);
        version++;
        return step.rung();
    }

    /** A person ends it (销号) though the task is still open. */
    public AlertClosed close(String by, String reason, Instant now) {
        Open open = open();
        ladder().dropAll(now, by, StepBecause.CLOSED);
        become(open.close(now, by, reason));
        return new AlertClosed(facts(), ++version, rung, reason, by);
    }

    private Ladder ladder() {
        return new Ladder(steps, LocalDate.parse(ladderFrom), LocalTime.parse(firesAt));
    }

    public Optional<AlertStep> nextRung() {
        return ladder().nextRung();
    }

    public Optional<AlertStep> waitingForSignature() {
        return ladder().waitingForSignature();
    }

    /** Who must hear that a rung waits for a signature: those who may sign it, and nobody else. */
    public static List<Audience> signing(List<String> roles) {
        List<Audience> audience = new ArrayList<>();
        if (roles.contains(Role.SUPERVISOR)) {
            audience.add(Audience.SUPERVISORS);
        }
        if (roles.contains(Role.LEADER)) {
            audience.add(Audience.LEADERS);
        }
        return List.copyOf(audience);
    }

    public AlertFacts facts() {
        return new AlertFacts(
                id,
                taskId,
                planId,
                title,
                new UnitRef(bureauId, bureauName, bureauPath),
                unit(),
                UnitRefs.read(supportingUnits),
                LocalDate.parse(dueOn),
                repeated);
    }

    public UUID id() {
        return id;
    }

    public UnitRef unit() {
        return new UnitRef(unitId, unitName, unitPath);
    }

    public long version() {
        return version;
    }

    public Phase phase() {
        return phase;
    }

    public Instant raisedAt() {
        return raisedAt;
    }

    public int policyVersion() {
        return policyVersion;
    }

    public @Nullable Instant nextStepAt() {
        return nextStepAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    public @Nullable Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    public @Nullable String acknowledgedBy() {
        return acknowledgedBy;
    }

    public @Nullable Instant snoozedUntil() {
        return snoozedUntil;
    }

    public List<AlertStep> steps() {
        return List.copyOf(steps);
    }

    Rung rung() {
        return rung;
    }

    String ladderFrom() {
        return ladderFrom;
    }

    String firesAt() {
        return firesAt;
    }
}
