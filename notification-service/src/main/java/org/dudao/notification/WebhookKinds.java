package org.dudao.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dudao.contracts.Event;
import org.dudao.contracts.EventTypes;
import org.dudao.contracts.SupervisionEvent;
import org.dudao.contracts.SupervisionEvent.AlertSnoozed;
import org.dudao.contracts.SupervisionEvent.RungProposed;
import org.dudao.contracts.TaskEvent;
import org.dudao.contracts.TaskFacts;
import org.dudao.contracts.UnitRef;
import org.jspecify.annotations.Nullable;

/** What a school's system may hear of: everything that happens to its tasks, and its alerts but for what the bureau still considers. */
public final class WebhookKinds {

    /** What the test button sends. */
    public static final String TEST = "dudao.webhook.test.v1";

    private static final Set<Class<?>> OF_THE_BUREAU = Set.of(RungProposed.class, AlertSnoozed.class);

    private static final List<String> ALL = EventTypes.all()
            .filter(WebhookKinds::offered)
            .map(EventTypes::typeOf)
            .toList();

    private WebhookKinds() {}

    public static List<String> all() {
        return ALL;
    }

    private static boolean offered(Class<? extends Event> type) {
        return (TaskEvent.class.isAssignableFrom(type) || SupervisionEvent.class.isAssignableFrom(type))
                && !OF_THE_BUREAU.contains(type);
    }

    /** The paths of the units it concerns and of all above them; none when no system is told of it. */
    public static Set<String> pathsConcerned(Event event) {
        if (!offered(event.getClass())) {
            return Set.of();
        }
        return switch (event) {
            case TaskEvent e -> withAbove(unitsOf(e.task()));
            case SupervisionEvent e -> withAbove(and(e.alert().unit(), e.alert().supportingUnits()));
            default -> Set.of();
        };
    }

    private static List<UnitRef> unitsOf(TaskFacts task) {
        return and(task.leadUnit(), task.supportingUnits());
    }

    private static List<UnitRef> and(@Nullable UnitRef lead, List<UnitRef> supporting) {
        List<UnitRef> units = new ArrayList<>(supporting);
        if (lead != null) {
            units.add(lead);
        }
        return units;
    }

    private static Set<String> withAbove(List<UnitRef> units) {
        Set<String> paths = new TreeSet<>();
        for (UnitRef unit : units) {
            for (int end = unit.path().indexOf('/', 1);
                    end > 0;
                    end = unit.path().indexOf('/', end + 1)) {
                paths.add(unit.path().substring(0, end + 1));
            }
        }
        return paths;
    }
}
