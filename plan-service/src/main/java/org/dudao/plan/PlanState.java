package org.dudao.plan;

import java.time.Instant;

/**
 * The life of a plan. A transition is a method of the state it leaves, so no other can be written.
 *
 * <pre>
 *   Draft ──publish──▶ Published ──withdraw──▶ Withdrawn
 *     └──discard──▶ (gone)
 * </pre>
 */
public sealed interface PlanState {

    record Draft() implements PlanState {
        public Published publish(String by, Instant at) {
            return new Published(by, at);
        }
    }

    record Published(String by, Instant at) implements PlanState {
        public Withdrawn withdraw(String by, Instant at, String reason) {
            return new Withdrawn(this, by, at, reason);
        }
    }

    record Withdrawn(Published was, String by, Instant at, String reason) implements PlanState {}

    enum Phase {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }
}
