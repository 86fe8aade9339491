package org.dudao.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import org.dudao.contracts.MilestoneFacts;
import org.dudao.contracts.TaskEvent;
import org.dudao.contracts.TaskEvent.ExtensionAsked;
import org.dudao.contracts.TaskEvent.ExtensionRefused;
import org.dudao.contracts.TaskEvent.MilestonesChanged;
import org.dudao.contracts.TaskEvent.ReportReturned;
import org.dudao.contracts.TaskEvent.TaskAccepted;
import org.dudao.contracts.TaskEvent.TaskAssigned;
import org.dudao.contracts.TaskEvent.TaskBlocked;
import org.dudao.contracts.TaskEvent.TaskCancelled;
import org.dudao.contracts.TaskEvent.TaskCompleted;
import org.dudao.contracts.TaskEvent.TaskExtended;
import org.dudao.contracts.TaskEvent.TaskReported;
import org.dudao.contracts.TaskEvent.TaskResumed;
import org.dudao.contracts.TaskEvent.TaskReturned;
import org.dudao.contracts.TaskEvent.TaskSubmitted;
import org.dudao.contracts.TaskEvent.TaskSuspended;
import org.dudao.contracts.TaskEvent.TaskUnblocked;
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

    @Embedded
    private Asked asked;

    @Column(name = "bureau_id", updatable = false)
    private String bureauId;

    @Column(name = "unit_path")
    private String unitPath;

    @Column(name = "asked_by_path")
    private @Nullable String askedByPath;

    @Embedded
    private Life life;

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

    @Column(name = "suspended_with")
    private @Nullable UUID suspendedWith;

    @Embedded
    private @Nullable Block block;

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
        this.asked = Asked.inWords(due.getYear(), measure, title, quote);
        this.bureauId = bureau.id();
        this.unitPath = bureau.path();
        this.life = Life.proposed();
        this.supportingUnitIds = new String[0];
        this.dueOn = due;
        this.version = 1;
    }

    /** One unit's share of this task. */
    public Task shareOf(UUID shareId) {
        Task share = new Task();
        share.id = shareId;
        share.planId = planId;
        share.targetId = targetId;
        share.parentId = id;
        share.asked = asked.ofEachUnit();
        share.bureauId = bureauId;
        share.unitPath = unitPath;
        share.askedByPath = unitPath;
        share.life = Life.proposed();
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

    /** A progress report goes back, and what it stood for is owed again. */
    public TaskEvent sendReportBack(
            UUID report, @Nullable LocalDate owedBy, String reason, String by, Function<String, UnitRef> units) {
        if (!(state() instanceof TaskState.UnderWay)) {
            throw new NotInThisPhase(Act.RETURN_REPORT, phase());
        }
        return new ReportReturned(facts(units), next(), report, owedBy, reason, by);
    }

    /** Its milestones were set or one moved on; they are as told. */
    public TaskEvent milestones(List<MilestoneFacts> now, Act act, String by, Function<String, UnitRef> units) {
        if (!(state() instanceof TaskState.Owed)) {
            throw new NotInThisPhase(act, phase());
        }
        return new MilestonesChanged(facts(units), next(), now, by);
    }

    /** It does not go on. Said again in other words it is another fact; in the same, none. */
    public Optional<TaskEvent> block(Block because, Function<String, UnitRef> units) {
        if (!(state() instanceof TaskState.Workable)) {
            throw new NotInThisPhase(Act.BLOCK, phase());
        }
        Block former = block;
        if (former != null
                && former.obstacle() == because.obstacle()
                && former.reason().equals(because.reason())) {
            return Optional.empty();
        }
        block = former == null
                ? because
                : new Block(former.since(), because.by(), because.obstacle(), because.reason());
        return Optional.of(new TaskBlocked(facts(units), next(), because.obstacle(), because.reason(), because.by()));
    }

    public Optional<TaskEvent> unblock(String by, Function<String, UnitRef> units) {
        if (block == null) {
            return Optional.empty();
        }
        block = null;
        return Optional.of(new TaskUnblocked(facts(units), next(), by));
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
        LocalDate since = life.suspendedOn();
        return since == null ? 0 : calendar.workingDaysBetween(since, today);
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
        return life.state();
    }

    private void become(TaskState state) {
        life.become(state);
        if (!(state instanceof TaskState.Suspended)) {
            suspendedWith = null;
        }
        if (!(state instanceof TaskState.Workable || state instanceof TaskState.Suspended)) {
            block = null;
        }
    }

    private long next() {
        return ++version;
    }

    /** What every reader of an event needs. Only of what has a lead unit. */
    public TaskFacts facts(Function<String, UnitRef> units) {
        return new TaskFacts(
                id,
                planId,
                targetId,
                parentId,
                asked.title(),
                units.apply(bureauId),
                units.apply(Life.must(leadUnitId)),
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
        return life.overdue(dueOn, today);
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

    public Asked asked() {
        return asked;
    }

    public String unitPath() {
        return unitPath;
    }

    public @Nullable String askedByPath() {
        return askedByPath;
    }

    public TaskPhase phase() {
        return life.phase();
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

    public @Nullable Block block() {
        return block;
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
        return life.submittedOn();
    }

    public long version() {
        return version;
    }
}
