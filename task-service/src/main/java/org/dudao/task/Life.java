package org.dudao.task;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The columns that hold a task's {@link TaskState}; the table's CHECK says which ones each phase needs. */
@Embeddable
class Life {

    @Column
    private String phase;

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

    protected Life() {}

    static Life proposed() {
        Life life = new Life();
        life.phase = TaskPhase.PROPOSED.word();
        return life;
    }

    TaskPhase phase() {
        return TaskPhase.of(phase);
    }

    TaskState state() {
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

    void become(TaskState state) {
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
    }

    private void notSubmitted() {
        submittedAt = null;
        submittedOn = null;
        submittedBy = null;
    }

    static <T> T must(@Nullable T column) {
        if (column == null) {
            throw new IllegalStateException("a column is missing that the phase needs; the table's CHECK forbids it");
        }
        return column;
    }

    boolean overdue(LocalDate dueOn, LocalDate today) {
        return switch (phase()) {
            case ASSIGNED, ACCEPTED, UNDER_WAY -> dueOn.isBefore(today);
            case SUBMITTED -> must(submittedOn).isAfter(dueOn);
            case PROPOSED, SUSPENDED, COMPLETED, CANCELLED -> false;
        };
    }

    @Nullable
    LocalDate submittedOn() {
        return submittedOn;
    }

    @Nullable
    LocalDate suspendedOn() {
        return suspendedOn;
    }
}
