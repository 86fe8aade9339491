package org.dudao.contracts;

import java.util.List;
import java.util.UUID;

/** Facts about several tasks of one unit at once. Topic {@code dudao.task}, key the unit's id. */
public sealed interface UnitTasksEvent extends Event {

    UnitRef unit();

    @Override
    default String subject() {
        return unit().id();
    }

    /**
     * The work calendar changed and the reminders of these tasks moved with it; their due days did not. Said once per
     * unit and change, however many tasks there are.
     *
     * @param changeId the same for all units that one change concerns
     * @param version the calendar's
     * @param reason the notice, or what the person who changed the calendar gave as reason
     * @param tasks how many
     * @param titles of the first of them by due day, five at most
     */
    @EventType("dudao.task.reminders-moved.v1")
    record RemindersMoved(UUID changeId, long version, UnitRef unit, String reason, int tasks, List<String> titles)
            implements UnitTasksEvent {}
}
