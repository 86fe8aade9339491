package org.dudao.plan.receiving;

import io.smallrye.common.annotation.Blocking;
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
import org.dudao.plan.PeopleInCharge;
import org.dudao.startup.KnownUnits;
import org.dudao.startup.WorkCalendars;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of units and the work calendar, and keeps the copy of them; of people, who answers in a unit. */
@ApplicationScoped
public class UnitDoor implements Door {

    private final Inbox inbox;
    private final KnownUnits units;
    private final WorkCalendars calendars;
    private final PeopleInCharge people;

    public UnitDoor(Inbox inbox, KnownUnits units, WorkCalendars calendars, PeopleInCharge people) {
        this.inbox = inbox;
        this.units = units;
        this.calendars = calendars;
        this.people = people;
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
        if (!(run.sample() instanceof UnitEvent fact)) {
            throw new UnreadableEvent(
                    "no fact about a unit: " + run.sample().getClass().getSimpleName(), null);
        }
        switch (fact) {
            case UnitChanged u -> units.copy(run.events(UnitChanged.class));
            case CalendarChanged c -> run.events(CalendarChanged.class).forEach(calendars::copy);
            case PersonChanged p -> people.copy(run.events(PersonChanged.class));
        }
    }
}
