package org.dudao.task;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The life of a task. A transition is a method on the state it leaves from, so an illegal one does not compile.
 *
 * <pre>
 *  Proposed ──assign──▶ Assigned ──accept──▶ Accepted ──report──▶ UnderWay ◀─┐ report
 *                        ▲    │                 │  │                │  │  └──┘
 *                        └────┴──── assign ─────┴──┼────────────────┘  │
 *                        (anew, from any of them)  │                   │
 *                                                  └──submit──▶ Submitted ──verify──▶ Completed
 *                                                                  │  ▲
 *                                                    return (to UnderWay) ┘ submit
 *  Assigned, Accepted, UnderWay ──suspend──▶ Suspended ──resume──▶ where it came from
 *  every state but Completed ──cancel──▶ Cancelled
 * </pre>
 */
public sealed interface TaskState {

    TaskPhase phase();

    /** A unit can be made responsible here, for the first time or anew. */
    sealed interface Assignable extends Open permits Proposed, Assigned, Accepted, UnderWay {
        default Assigned assign(Instant at) {
            return new Assigned(at);
        }
    }

    /** Signed for and not handed in: the unit works on it. */
    sealed interface Workable extends Open permits Accepted, UnderWay {
        Instant acceptedAt();

        String acceptedBy();

        default UnderWay report() {
            return new UnderWay(acceptedAt(), acceptedBy());
        }

        default Submitted submit(Instant at, LocalDate on, String by) {
            return new Submitted(acceptedAt(), acceptedBy(), at, on, by);
        }
    }

    /** A unit owes the answer, so its clock can be stopped and more time be asked for. */
    sealed interface Owed extends Open permits Assigned, Accepted, UnderWay {
        default Suspended suspend(Instant at, LocalDate on, String by, String reason, @Nullable LocalDate until) {
            return new Suspended(this, at, on, by, reason, until);
        }
    }

    /** Not at its end. */
    sealed interface Open extends TaskState permits Assignable, Workable, Owed, Suspended, Submitted {
        default Cancelled cancel(Instant at, String by, String reason) {
            return new Cancelled(at, by, reason);
        }
    }

    record Proposed() implements Assignable {
        @Override
        public TaskPhase phase() {
            return TaskPhase.PROPOSED;
        }
    }

    record Assigned(Instant assignedAt) implements Assignable, Owed {
        public Accepted accept(Instant at, String by) {
            return new Accepted(at, by);
        }

        @Override
        public TaskPhase phase() {
            return TaskPhase.ASSIGNED;
        }
    }

    record Accepted(Instant acceptedAt, String acceptedBy) implements Assignable, Workable, Owed {
        @Override
        public TaskPhase phase() {
            return TaskPhase.ACCEPTED;
        }
    }

    record UnderWay(Instant acceptedAt, String acceptedBy) implements Assignable, Workable, Owed {
        @Override
        public TaskPhase phase() {
            return TaskPhase.UNDER_WAY;
        }
    }

    /**
     * Its clock stands still.
     *
     * @param on the day in the bureau's zone: what is worked after it does not count
     * @param until when it is expected to go on
     */
    record Suspended(
            Owed from,
            Instant at,
            LocalDate on,
            String by,
            String reason,
            @Nullable LocalDate until) implements Open {
        public Owed resume() {
            return from;
        }

        @Override
        public TaskPhase phase() {
            return TaskPhase.SUSPENDED;
        }
    }

    /** @param submittedOn the day in the bureau's zone, which decides whether it was in time */
    record Submitted(
            Instant acceptedAt, String acceptedBy, Instant submittedAt, LocalDate submittedOn, String submittedBy)
            implements Open {
        public Completed verify(Instant at, String by, LocalDate dueOn) {
            return new Completed(at, by, submittedOn.isAfter(dueOn));
        }

        public UnderWay sendBack() {
            return new UnderWay(acceptedAt, acceptedBy);
        }

        @Override
        public TaskPhase phase() {
            return TaskPhase.SUBMITTED;
        }
    }

    record Completed(Instant at, String by, boolean late) implements TaskState {
        @Override
        public TaskPhase phase() {
            return TaskPhase.COMPLETED;
        }
    }

    record Cancelled(Instant at, String by, String reason) implements TaskState {
        @Override
        public TaskPhase phase() {
            return TaskPhase.CANCELLED;
        }
    }
}
