package org.dudao.supervision;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dudao.contracts.Audience;
import org.dudao.contracts.Rung;
import org.dudao.supervision.StepState.Dropped;
import org.dudao.supervision.StepState.Planned;
import org.dudao.supervision.StepState.Proposed;
import org.dudao.supervision.StepState.Signed;
import org.dudao.supervision.StepState.Taken;
import org.jspecify.annotations.Nullable;

/** One rung of an alert's own ladder: as the policy had it, and what became of it. */
@Entity
@Table(name = "alert_step")
public class AlertStep {

    /** The sealed {@link StepState} as a word. */
    public enum Phase {
        PLANNED,
        TAKEN,
        PROPOSED,
        SIGNED,
        DROPPED
    }

    @EmbeddedId
    private StepId id;

    @Enumerated(EnumType.STRING)
    @Column(name = "rung", updatable = false)
    private Rung rung;

    @Enumerated(EnumType.STRING)
    @Column(name = "tells", updatable = false)
    private Tells tells;

    @Column(name = "working_days", updatable = false)
    private int workingDays;

    @Column(name = "delay_days")
    private int delayDays;

    @Column(name = "planned_at")
    private Instant plannedAt;

    @Column(name = "automatic", updatable = false)
    private boolean automatic;

    @Column(name = "audience", insertable = false, updatable = false)
    private String[] audience;

    @Column(name = "signers", insertable = false, updatable = false)
    private String[] signers;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private Phase phase;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    @Column(name = "settled_by")
    private @Nullable String settledBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "because")
    private StepBecause because;

    @Column(name = "note")
    private @Nullable String note;

    /** Hibernate's. */
    protected AlertStep() {}

    AlertStep(UUID alertId, int ordinal, LadderPolicy.Telling telling, Instant plannedAt) {
        this.id = new StepId(alertId, ordinal);
        this.rung = telling.rung().rung();
        this.tells = telling.tells();
        this.workingDays = telling.workingDays();
        this.plannedAt = plannedAt;
        this.automatic = telling.automatic();
        this.audience = telling.audience().stream().map(Enum::name).toArray(String[]::new);
        this.signers = telling.signers().toArray(String[]::new);
        this.phase = Phase.PLANNED;
        this.because = StepBecause.POLICY;
    }

    public StepState state() {
        return switch (phase) {
            case PLANNED -> new Planned(plannedAt);
            case TAKEN -> new Taken(settled(), settledBy);
            case PROPOSED -> new Proposed();
            case SIGNED -> new Signed(settled(), Objects.requireNonNull(settledBy));
            case DROPPED -> new Dropped(settled(), settledBy);
        };
    }

    private Instant settled() {
        return Objects.requireNonNull(settledAt);
    }

    void become(StepState next, StepBecause why, @Nullable String given) {
        switch (next) {
            case Planned(Instant at) -> set(Phase.PLANNED, null, null, at);
            case Taken(Instant at, String by) -> set(Phase.TAKEN, at, by, plannedAt);
            case Proposed() -> set(Phase.PROPOSED, null, settledBy, plannedAt);
            case Signed(Instant at, String by) -> set(Phase.SIGNED, at, by, plannedAt);
            case Dropped(Instant at, String by) -> set(Phase.DROPPED, at, by, plannedAt);
        }
        because = why;
        note = given;
    }

    private void set(Phase to, @Nullable Instant at, @Nullable String by, Instant planned) {
        phase = to;
        settledAt = at;
        settledBy = by;
        plannedAt = planned;
    }

    /** Adds working days; where it is proposed already only what follows from it moves. */
    void delay(int days, StepBecause why, Instant movedTo) {
        delayDays += days;
        if (phase == Phase.PLANNED) {
            plannedAt = movedTo;
            because = why;
        }
    }

    public int ordinal() {
        return id.ordinal();
    }

    public Rung rung() {
        return rung;
    }

    public Tells tells() {
        return tells;
    }

    /** The policy's working days and what was added since. */
    int workingDaysInAll() {
        return workingDays + delayDays;
    }

    public Instant plannedAt() {
        return plannedAt;
    }

    public boolean automatic() {
        return automatic;
    }

    public List<Audience> audience() {
        return Arrays.stream(audience).map(Audience::valueOf).toList();
    }

    public List<String> signers() {
        return List.of(signers);
    }

    public Phase phase() {
        return phase;
    }

    public @Nullable Instant settledAt() {
        return settledAt;
    }

    public @Nullable String settledBy() {
        return settledBy;
    }

    public StepBecause because() {
        return because;
    }

    public @Nullable String note() {
        return note;
    }

    /** The row but for its alert, for the statement that opens alerts by the thousand. */
    Map<String, Object> row() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ordinal", id.ordinal());
        row.put("rung", rung);
        row.put("working_days", workingDays);
        row.put("delay_days", delayDays);
        row.put("planned_at", plannedAt.toString());
        row.put("automatic", automatic);
        row.put("audience", List.of(audience));
        row.put("signers", List.of(signers));
        row.put("state", phase);
        if (settledAt != null) {
            row.put("settled_at", settledAt.toString());
        }
        row.put("because", because);
        row.put("tells", tells);
        return row;
    }
}
