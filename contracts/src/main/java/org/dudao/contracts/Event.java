package org.dudao.contracts;

/** A fact that one service tells the others. Its JSON is the data of a CloudEvent; {@link EventType} names its type. */
public sealed interface Event permits PlanEvent, TaskEvent, UnitTasksEvent, UnitEvent, SupervisionEvent {

    /** The aggregate's id: the key on Kafka, so that order holds per aggregate. */
    String subject();

    /** The aggregate's version after the fact; a reader ignores a fact older than what it has. */
    long version();
}
