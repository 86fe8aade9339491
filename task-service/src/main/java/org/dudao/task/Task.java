package org.dudao.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.TaskEvent;
import org.dudao.contracts.TaskEvent.ExtensionAsked;
import org.dudao.contracts.TaskEvent.ExtensionRefused;
import org.dudao.contracts.TaskEvent.TaskAccepted;
import org.dudao.contracts.TaskEvent.TaskAssigned;
import org.dudao.contracts.TaskEvent.TaskCancelled;
import org.dudao.contracts.TaskEvent.TaskCompleted;
import org.dudao.contracts.TaskEvent.TaskExtended;
import org.dudao.contracts.TaskEvent.TaskReported;
import org.dudao.contracts.TaskEvent.TaskResumed;
import org.dudao.contracts.TaskEvent.TaskReturned;
import org.dudao.contracts.TaskEvent.TaskSubmitted;
import org.dudao.contracts.TaskEvent.TaskSuspended;
import org.dudao.contracts.TaskFacts;
import org.dudao.contracts.UnitRef;
import org.dudao.contracts.WorkCalendar;
import org.jspecify.annotations.Nullable;

/**
 * What a unit is responsible for. Decides what may happen and returns the fact that did; a second click returns none.
 * The version grows by one with each fact.
 */
@Entity
@Table(name = "task")
public class Task {

    @Id
    private UUID id;

    @Column(name = "plan_id", updatable = false)
    private UUID planId;

    @Column(name = "target_id", updatable = false)
    private UUID targetId;

    @Column(name = "parent_id", updatable = false)
    private @Nullable UUID parentId;

    @Column(updatable = false)
    private int place;

    @Column(name = "plan_title", updatable = false)
    private String planTitle;

    @Column(updatable = false)
    private int year;

    @Column(updatable = false)
    private String chapter;

    @Column(updatable = false)
    private String measure;

    @Column(updatable = false)
    private String title;

    @Column(updatable = false)
    private String quote;

    @Column(updatable = false)
    private String indicator;

    @Column(updatable = false)
    private String comparator;

    @Column(name = "target_value", updatable = false)
    private @Nullable BigDecimal targetValue;

    @Column(name = "target_upper", updatable = false)
    private @Nullable BigDecimal targetUpper;

    @Column(name = "value_unit", updatable = false)
    private @Nullable String valueUnit;

    @Column(updatable = false)
    private String strength;

    @Column(updatable = false)
    private boolean universal;

    @Column(name = "bureau_id", updatable = false)
    private String bureauId;

    @Column(name = "unit_path")
    private String unitPath;

    @Column(name = "asked_by_path")
    private @Nullable String askedByPath;

    @Column
    private String phase;

    @Column(name = "proposed_unit_id", updatable = false)
    private @Nullable String proposedUnitId;

    @Column(name = "proposed_reason", updatable = false)
    private @Nullable String proposedReason;

    @Column(name = "lead_unit_id")
    private @Nullable String leadUnitId;

    @Column(name = "supporting_unit_ids")
    private String[] supportingUnitIds;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "due_inferred")
    private boolean dueInferred;

    @Column(name = "reminder_days")
    private Integer @Nullable [] reminderDays;

    @Column(name = "reminder_at")
    private @Nullable LocalTime reminderAt;

    @Column(name = "value")
    private @Nullable BigDecimal value;

    @Column(name = "assigned_at")
    private @Nullable Instant assignedAt;

    @Column(name = "accepted_at")
    private @Nullable Instant acceptedAt;

    @Column(name = "accepted_by")
    private @Nullable String acceptedBy;

    @Column(name = "submitted_at")
    private @Nullable Instant submittedAt;

    @Column(name = "submitted_on")
    private @Nullable LocalDate submittedOn;

    @Column(name = "submitted_by")
    private @Nullable String submittedBy;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    @Column(name = "completed_by")
    private @Nullable String completedBy;

    @Column(name = "completed_late")
    private @Nullable Boolean completedLate;

    @Column(name = "cancelled_at")
    private @Nullable Instant cancelledAt;

    @Column(name = "cancelled_by")
    private @Nullable String cancelledBy;

    @Column(name = "cancel_reason")
    private @Nullable String cancelReason;

    @Column(name = "suspended_from")
    private @Nullable String suspendedFrom;

    @Column(name = "suspended_at")
    private @Nullable Instant suspendedAt;

    @Column(name = "suspended_on")
    private @Nullable LocalDate suspendedOn;

    @Column(name = "suspended_by")
    private @Nullable String suspendedBy;

    @Column(name = "suspend_reason")
    private @Nullable String suspendReason;

    @Column(name = "suspended_until")
    private @Nullable LocalDate suspendedUntil;

    @Column(name = "suspended_with")
    private @Nullable UUID suspendedWith;

    @Column(name = "extension_wanted")
    private @Nullable LocalDate extensionWanted;

    @Column(name = "overdue_said_at")
    private @Nullable Instant overdueSaidAt;

    @Column
    private long version;

    protected Task() {}

    /** A task as the plan asks for it, nobody's yet. */
    public Task(
            UUID id,
            UUID planId,
            UUID targetId,
            String title,
            String quote,
            String measure,
            UnitRef bureau,
            LocalDate due) {
        this.id = id;
        this.planId = planId;
        this.targetId = targetId;
        this.place = 1;
        this.planTitle = "";
        this.year = due.getYear();
        this.chapter = "";
        this.measure = measure;
        this.title = title;
        this.quote = quote;
        this.indicator = "";
        this.comparator = Comparator.DONE.name();
        this.strength = "MUST";
        this.bureauId = bureau.id();
        this.unitPath = bureau.path();
        this.phase = TaskPhase.PROPOSED.word();
        this.supportingUnitIds = new String[0];
        this.dueOn = due;
        this.version = 1;
    }

    /** One unit's share of this task. A figure that every unit must reach is each unit's; any other is not divided here. */
    public Task shareOf(UUID shareId) {
        Task share = new Task();
        share.id = shareId;
        share.planId = planId;
        share.targetId = targetId;
        share.parentId = id;
        share.place = place;
        share.planTitle = planTitle;
        share.year = year;
        share.chapter = chapter;
        share.measure = measure;
        share.title = title;
        share.quote = quote;
        share.indicator = indicator;
        share.comparator = comparator;
        share.targetValue = universal ? targetValue : null;
        share.targetUpper = universal ? targetUpper : null;
        share.valueUnit = valueUnit;
        share.strength = strength;
        share.universal = universal;
        share.bureauId = bureauId;
        share.unitPath = unitPath;
        share.askedByPath = unitPath;
        share.phase = TaskPhase.PROPOSED.word();
        share.supportingUnitIds = new String[0];
        share.dueOn = dueOn;
        share.dueInferred = dueInferred;
        share.version = 1;
        return share;
    }

    // What may happen to it.

    /** Makes a unit responsible. The same answer again is no fact. */
    public Optional<TaskEvent> assign(
            UnitRef lead,
            List<String> supporting,
            LocalDate due,
            ReminderPolicy policy,
            Instant at,
            String by,
            Function<String, UnitRef> units) {
        if (!(state() instanceof TaskState.Assignable from)) {
            throw new NotInThisPhase(Act.ASSIGN, phase());
        }
        boolean same = lead.id().equals(leadUnitId)
                && supporting.equals(Arrays.asList(supportingUnitIds))
                && due.equals(dueOn);
        if (same) {
            return Optional.empty();
        }
        if (!due.equals(dueOn)) {
            dueInferred = false;
        }
        leadUnitId = lead.id();
        unitPath = lead.path();
        supportingUnitIds = supporting.toArray(String[]::new);
        dueOn = due;
        reminderDays = policy.workingDaysBefore().toArray(Integer[]::new);
        reminderAt = policy.at();
        overdueSaidAt = null;
        extensionWanted = null;
        become(from.assign(at));
        return Optional.of(new TaskAssigned(facts(units), next(), by));
    }

    /** 签收. */
    public Optional<TaskEvent> accept(Instant at, String by, Function<String, UnitRef> units) {
        return switch (state()) {
            case TaskState.Assigned assigned -> {
                become(assigned.accept(at, by));
                yield Optional.of(new TaskAccepted(facts(units), next(), by));
            }
            case TaskState.Accepted again -> Optional.empty();
            case TaskState other -> throw new NotInThisPhase(Act.ACCEPT, other.phase());
        };
    }

    public TaskEvent report(
            @Nullable BigDecimal reached, String narrative, Instant at, String by, Function<String, UnitRef> units) {
        if (!(state() instanceof TaskState.Workable working)) {
            throw new NotInThisPhase(Act.REPORT, phase());
        }
        if (reached != null) {
            value = reached;
        }
        become(working.report());
        return new TaskReported(facts(units), next(), reached, narrative, by, at);
    }

    /** Hands it in for verification. */
    public Optional<TaskEvent> submit(Instant at, ZoneId zone, String by, Function<String, UnitRef> units) {
        return switch (state()) {
            case TaskState.Workable working -> {
                become(working.submit(at, LocalDate.ofInstant(at, zone), by));
                yield Optional.of(new TaskSubmitted(facts(units), next(), by));
            }
            case TaskState.Submitted again -> Optional.empty();
            case TaskState other -> throw new NotInThisPhase(Act.SUBMIT, other.phase());
        };
    }

    /** 办结. Late is what was handed in late, not what was looked at late (T10). */
    public Optional<TaskEvent> verify(Instant at, String by, Function<String, UnitRef> units) {
        return switch (state()) {
            case TaskState.Submitted submitted -> {
                TaskState.Completed completed = submitted.verify(at, by, dueOn);
                extensionWanted = null;
                become(completed);
                yield Optional.of(new TaskCompleted(facts(units), next(), value, at, completed.late(), by));
            }
            case TaskState.Completed again -> Optional.empty();
            case TaskState other -> throw new NotInThisPhase(Act.VERIFY, other.phase());
        };
    }

    public TaskEvent sendBack(String reason, String by, Function<String, UnitRef> units) {
        if (!(state() instanceof TaskState.Submitted submitted)) {
            throw new NotInThisPhase(Act.RETURN, phase());
        }
        become(submitted.sendBack());
        return new TaskReturned(facts(units), next(), reason, by);
    }

    /** Moves the due day. The same day again is no fact. */
    public Optional<TaskEvent> extend(LocalDate newDueOn, String reason, String by, Function<String, UnitRef> units) {
        if (!running()) {
            throw new NotInThisPhase(Act.EXTEND, phase());
        }
        if (newDueOn.equals(dueOn)) {
            return Optional.empty();
        }
        LocalDate former = dueOn;
        dueOn = newDueOn;
        dueInferred = false;
        overdueSaidAt = null;
        extensionWanted = null;
        return Optional.of(new TaskExtended(facts(units), next(), former, reason, by));
    }

    /** The unit asks for a later day; the present one holds until somebody agrees. */
    public TaskEvent askExtension(LocalDate wanted, String reason, String by, Function<String, UnitRef> units) {
        if (!(state() instanceof TaskState.Owed)) {
            throw new NotInThisPhase(Act.ASK_EXTENSION, phase());
        }
        if (extensionWanted != null) {
            throw new ExtensionAskedAlready(extensionWanted);
        }
        extensionWanted = wanted;
        return new ExtensionAsked(facts(units), next(), wanted, reason, by);
    }

    /** Moves the due day as a unit asked; to another day than the wanted one where that was agreed on. */
    public TaskEvent grantExtension(LocalDate granted, String reason, String by, Function<String, UnitRef> units) {
        askedFor();
        return extend(granted, reason, by, units).orElseThrow();
    }

    public TaskEvent refuseExtension(String reason, String by, Function<String, UnitRef> units) {
        LocalDate wanted = askedFor();
        extensionWanted = null;
        return new ExtensionRefused(facts(units), next(), wanted, reason, by);
    }

    /** The day a unit asks for. @throws NoExtensionAsked when nothing waits for a decision */
    public LocalDate askedFor() {
        if (extensionWanted == null) {
            throw new NoExtensionAsked();
        }
        return extensionWanted;
    }

    /**
     * 挂起: its clock stands still. What the unit asked for meanwhile is overtaken.
     *
     * @param with the task whose suspension brings this share along, or null
     */
    public Optional<TaskEvent> suspend(
            Instant at,
            LocalDate on,
            String by,
            String reason,
            @Nullable LocalDate until,
            @Nullable UUID with,
            Function<String, UnitRef> units) {
        return switch (state()) {
            case TaskState.Owed owed -> {
                become(owed.suspend(at, on, by, reason, until));
                suspendedWith = with;
                extensionWanted = null;
                yield Optional.of(new TaskSuspended(facts(units), next(), reason, until, by));
            }
            case TaskState.Suspended again -> Optional.empty();
            case TaskState other -> throw new NotInThisPhase(Act.SUSPEND, other.phase());
        };
    }

    /** 恢复: its clock goes on, its due day moved by the working days for which it stood still. */
    public TaskEvent resume(LocalDate today, WorkCalendar calendar, String by, Function<String, UnitRef> units) {
        if (!(state() instanceof TaskState.Suspended suspended)) {
            throw new NotInThisPhase(Act.RESUME, phase());
        }
        LocalDate former = dueOn;
        int days = suspendedWorkingDays(today, calendar);
        dueOn = dueWhenResumed(today, calendar);
        overdueSaidAt = null;
        become(suspended.resume());
        return new TaskResumed(facts(units), next(), former, days, by);
    }

    /** How long its clock has stood still by the end of today. */
    public int suspendedWorkingDays(LocalDate today, WorkCalendar calendar) {
        return suspendedOn == null ? 0 : calendar.workingDaysBetween(suspendedOn, today);
    }

    /** As many working days lie ahead of it then as when its clock stopped. */
    public LocalDate dueWhenResumed(LocalDate today, WorkCalendar calendar) {
        return calendar.plusWorkingDays(dueOn, suspendedWorkingDays(today, calendar));
    }

    /** Ends it undone. Of what was nobody's yet, nobody need be told. */
    public Optional<TaskEvent> cancel(String reason, Instant at, String by, Function<String, UnitRef> units) {
        return switch (state()) {
            case TaskState.Open open -> {
                extensionWanted = null;
                become(open.cancel(at, by, reason));
                long v = next();
                yield leadUnitId == null
                        ? Optional.empty()
                        : Optional.of(new TaskCancelled(facts(units), v, reason, by));
            }
            case TaskState.Cancelled again -> Optional.empty();
            case TaskState.Completed done -> throw new NotInThisPhase(Act.CANCEL, done.phase());
        };
    }

    /** The unit that leads the parent is now another one. */
    public void askedBy(String path) {
        askedByPath = path;
    }

    // What it is.

    public TaskState state() {
        return switch (phase()) {
            case PROPOSED -> new TaskState.Proposed();
            case ASSIGNED, ACCEPTED, UNDER_WAY -> owed(phase());
            case SUSPENDED ->
                new TaskState.Suspended(
                        owed(TaskPhase.of(must(suspendedFrom))),
                        must(suspendedAt),
                        must(suspendedOn),
                        must(suspendedBy),
                        must(suspendReason),
                        suspendedUntil);
            case SUBMITTED ->
                new TaskState.Submitted(
                        must(acceptedAt), must(acceptedBy), must(submittedAt), must(submittedOn), must(submittedBy));
            case COMPLETED -> new TaskState.Completed(must(completedAt), must(completedBy), must(completedLate));
            case CANCELLED -> new TaskState.Cancelled(must(cancelledAt), must(cancelledBy), must(cancelReason));
        };
    }

    private TaskState.Owed owed(TaskPhase phase) {
        return switch (phase) {
            case ASSIGNED -> new TaskState.Assigned(must(assignedAt));
            case ACCEPTED -> new TaskState.Accepted(must(acceptedAt), must(acceptedBy));
            case UNDER_WAY -> new TaskState.UnderWay(must(acceptedAt), must(acceptedBy));
            default -> throw new IllegalStateException("nobody owes an answer while it is " + phase.word());
        };
    }

    private void become(TaskState state) {
        if (!(state instanceof TaskState.Suspended)) {
            notSuspended();
        }
        switch (state) {
            case TaskState.Proposed p -> {}
            case TaskState.Assigned a -> {
                assignedAt = a.assignedAt();
                acceptedAt = null;
                acceptedBy = null;
                notSubmitted();
            }
            case TaskState.Accepted a -> {
                acceptedAt = a.acceptedAt();
                acceptedBy = a.acceptedBy();
            }
            case TaskState.UnderWay u -> notSubmitted();
            case TaskState.Suspended s -> {
                suspendedFrom = s.from().phase().word();
                suspendedAt = s.at();
                suspendedOn = s.on();
                suspendedBy = s.by();
                suspendReason = s.reason();
                suspendedUntil = s.until();
            }
            case TaskState.Submitted s -> {
                submittedAt = s.submittedAt();
                submittedOn = s.submittedOn();
                submittedBy = s.submittedBy();
            }
            case TaskState.Completed c -> {
                completedAt = c.at();
                completedBy = c.by();
                completedLate = c.late();
            }
            case TaskState.Cancelled c -> {
                cancelledAt = c.at();
                cancelledBy = c.by();
                cancelReason = c.reason();
            }
        }
        phase = state.phase().word();
    }

    private void notSuspended() {
        suspendedFrom = null;
        suspendedAt = null;
        suspendedOn = null;
        suspendedBy = null;
        suspendReason = null;
        suspendedUntil = null;
        suspendedWith = null;
    }

    private void notSubmitted() {
        submittedAt = null;
        submittedOn = null;
        submittedBy = null;
    }

    private long next() {
        return ++version;
    }

    private static <T> T must(@Nullable T column) {
        if (column == null) {
            throw new IllegalStateException("a column is missing that the phase needs; the table's CHECK forbids it");
        }
        return column;
    }

    /** What every reader of an event needs. Only of what has a lead unit. */
    public TaskFacts facts(Function<String, UnitRef> units) {
        return new TaskFacts(
                id,
                planId,
                targetId,
                parentId,
                title,
                units.apply(bureauId),
                units.apply(must(leadUnitId)),
                Arrays.stream(supportingUnitIds).map(units).toList(),
                dueOn);
    }

    /** Assigned and not ended: its deadlines count. */
    public boolean running() {
        return switch (phase()) {
            case ASSIGNED, ACCEPTED, UNDER_WAY, SUBMITTED -> true;
            case PROPOSED, SUSPENDED, COMPLETED, CANCELLED -> false;
        };
    }

    /** Derived, never stored; {@link TaskFilter} says the same in SQL. What was handed in in time waits for others. */
    public boolean overdue(LocalDate today) {
        return switch (phase()) {
            case ASSIGNED, ACCEPTED, UNDER_WAY -> dueOn.isBefore(today);
            case SUBMITTED -> must(submittedOn).isAfter(dueOn);
            case PROPOSED, SUSPENDED, COMPLETED, CANCELLED -> false;
        };
    }

    public UUID id() {
        return id;
    }

    public UUID planId() {
        return planId;
    }

    public UUID targetId() {
        return targetId;
    }

    public @Nullable UUID parentId() {
        return parentId;
    }

    public String planTitle() {
        return planTitle;
    }

    public String chapter() {
        return chapter;
    }

    public String measure() {
        return measure;
    }

    public String title() {
        return title;
    }

    public String quote() {
        return quote;
    }

    public String indicator() {
        return indicator;
    }

    public Comparator comparator() {
        return Comparator.valueOf(comparator);
    }

    public @Nullable BigDecimal targetValue() {
        return targetValue;
    }

    public @Nullable BigDecimal targetUpper() {
        return targetUpper;
    }

    public @Nullable String valueUnit() {
        return valueUnit;
    }

    public String unitPath() {
        return unitPath;
    }

    public @Nullable String askedByPath() {
        return askedByPath;
    }

    public TaskPhase phase() {
        return TaskPhase.of(phase);
    }

    public @Nullable String proposedUnitId() {
        return proposedUnitId;
    }

    public @Nullable String proposedReason() {
        return proposedReason;
    }

    public @Nullable String leadUnitId() {
        return leadUnitId;
    }

    public List<String> supportingUnitIds() {
        return List.of(supportingUnitIds);
    }

    public String bureauId() {
        return bureauId;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public boolean dueInferred() {
        return dueInferred;
    }

    public @Nullable BigDecimal value() {
        return value;
    }

    public @Nullable LocalDate extensionWanted() {
        return extensionWanted;
    }

    public @Nullable UUID suspendedWith() {
        return suspendedWith;
    }

    public @Nullable Instant overdueSaidAt() {
        return overdueSaidAt;
    }

    public @Nullable LocalDate submittedOn() {
        return submittedOn;
    }

    public long version() {
        return version;
    }
}
