package org.dudao.notification.receiving;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.dudao.contracts.UnitEvent;
import org.dudao.contracts.UnitEvent.CalendarChanged;
import org.dudao.contracts.UnitEvent.PersonChanged;
import org.dudao.contracts.UnitEvent.UnitChanged;
import org.dudao.notification.Webhooks;
import org.dudao.notification.copying.KeepPeopleWhenPersonChanged;
import org.dudao.outbox.Door;
import org.dudao.outbox.Inbox;
import org.dudao.outbox.Run;
import org.dudao.outbox.UnreadableEvent;
import org.dudao.startup.KnownUnits;
import org.dudao.startup.WorkCalendars;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Topic {@code dudao.unit}: units, people and the work calendar. */
@ApplicationScoped
public class UnitDoor implements Door {

    private final Inbox inbox;
    private final KnownUnits units;
    private final WorkCalendars calendars;
    private final KeepPeopleWhenPersonChanged people;
    private final Webhooks webhooks;

    UnitDoor(
            Inbox inbox,
            KnownUnits units,
            WorkCalendars calendars,
            KeepPeopleWhenPersonChanged people,
            Webhooks webhooks) {
        this.inbox = inbox;
        this.units = units;
        this.calendars = calendars;
        this.people = people;
        this.webhooks = webhooks;
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
        if (!(run.sample() instanceof UnitEvent event)) {
            throw new UnreadableEvent("not an event of this topic", null);
        }
        switch (event) {
            case UnitChanged e -> {
                units.copy(run.events(UnitChanged.class));
                webhooks.follow(run.events(UnitChanged.class));
            }
            case PersonChanged e -> people.react(run.events(PersonChanged.class));
            case CalendarChanged e -> run.events(CalendarChanged.class).forEach(calendars::copy);
        }
    }
}
