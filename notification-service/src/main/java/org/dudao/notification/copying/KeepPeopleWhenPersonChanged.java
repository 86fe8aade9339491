package org.dudao.notification.copying;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.dudao.contracts.UnitEvent.PersonChanged;
import org.dudao.notification.People;

/** Who may be told of anything. */
@ApplicationScoped
public class KeepPeopleWhenPersonChanged {

    private final People people;

    public KeepPeopleWhenPersonChanged(People people) {
        this.people = people;
    }

    public void react(List<PersonChanged> changes) {
        people.copy(changes);
    }
}
