package org.dudao.supervision.receiving;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.dudao.contracts.UnitEvent;
import org.dudao.contracts.UnitEvent.CalendarChanged;
import org.dudao.contracts.UnitEvent.PersonChanged;
import org.dudao.contracts.UnitEvent.UnitChanged;
import org.dudao.outbox.Door;
import org.dudao.outbox.Inbox;
import org.dudao.outbox.Run;
import org.dudao.outbox.UnreadableEvent;
import org.dudao.startup.KnownUnits;
import org.dudao.startup.WorkCalendars;
import org.dudao.supervision.escalating.ReplanLaddersWhenCalendarChanged;
import org.dudao.supervision.following.FollowUnitsWhenUnitChanged;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of units and the work calendar, and keeps its copy of them; people are nobody's business here. */
@ApplicationScoped
public class UnitDoor implements Door {

    private final Inbox inbox;
    private final KnownUnits units;
    private final WorkCalendars calendars;
    private final ReplanLaddersWhenCalendarChanged replan;
    private final FollowUnitsWhenUnitChanged follow;

    public UnitDoor(
            Inbox inbox,
            KnownUnits units,
            WorkCalendars calendars,
            ReplanLaddersWhenCalendarChanged replan,
            FollowUnitsWhenUnitChanged follow) {
        this.inbox = inbox;
        this.units = units;
        this.calendars = calendars;
        this.replan = replan;
        this.follow = follow;
    }

    @Incoming("unit")
    @Blocking
    public void hear(ConsumerRecords<String, byte[]> batch) {
        inbox.hear(batch, this);
    }

    @Override
    public String topic() {
        return "dudao.unit";
    }

    @Override
    public void react(Run run) {
        if (!(run.sample() instanceof UnitEvent sample)) {
            throw new UnreadableEvent("no fact about units", null);
        }
        switch (sample) {
            case UnitChanged e -> {
                units.copy(run.events(UnitChanged.class));
                follow.react(run.events(UnitChanged.class));
            }
            case CalendarChanged e -> {
                run.events(CalendarChanged.class).forEach(calendars::copy);
                replan.react();
            }
            case PersonChanged e -> {}
        }
    }
}
