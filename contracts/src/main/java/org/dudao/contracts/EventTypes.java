package org.dudao.contracts;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which record belongs to which CloudEvents type, and which topic carries it. */
public final class EventTypes {

    private static final Map<String, Class<? extends Event>> BY_TYPE =
            all().collect(Collectors.toUnmodifiableMap(EventTypes::typeOf, Function.identity()));

    private EventTypes() {}

    /** Every event record there is, in the order of the flow. */
    public static Stream<Class<? extends Event>> all() {
        return Stream.of(
                        PlanEvent.class, TaskEvent.class, UnitTasksEvent.class, UnitEvent.class, SupervisionEvent.class)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .map(c -> c.asSubclass(Event.class));
    }

    public static Optional<Class<? extends Event>> find(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    public static String typeOf(Class<? extends Event> event) {
        EventType type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(event.getName() + " has no @EventType");
        }
        return type.value();
    }

    /** The aggregate type of Debezium's EventRouter; the topic is {@code dudao.<aggregate>}. */
    public static String aggregateOf(Event event) {
        return switch (event) {
            case PlanEvent p -> "plan";
            case TaskEvent t -> "task";
            case UnitTasksEvent t -> "task";
            case UnitEvent u -> "unit";
            case SupervisionEvent s -> "supervision";
        };
    }

    public static String topicOf(Event event) {
        return "dudao." + aggregateOf(event);
    }
}
