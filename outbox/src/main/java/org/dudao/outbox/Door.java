package org.dudao.outbox;

import org.dudao.contracts.Event;

/**
 * Where a service hears a topic. The implementation lives in {@code receiving}; its {@code @Incoming} method hands the
 * batch to {@link Inbox#hear}, which claims the ids and calls {@link #react} in the same transaction.
 */
public interface Door {

    /** Kafka topic, {@code dudao.task}. */
    String topic();

    /** Whether it has any effect here; what has none is not even claimed. */
    default boolean concerns(Event event) {
        return true;
    }

    /** The effect of the run, in the transaction that claimed its ids. Throw to keep the events as dead letters. */
    void react(Run run);
}
