package org.dudao.task;

import org.dudao.contracts.Duty;
import org.dudao.contracts.UnitEvent.PersonChanged;
import org.jspecify.annotations.Nullable;

/** Somebody in a unit, and how to reach them. Personal data: username, name, email, phone. */
public record Person(
        String id,
        String unitId,
        @Nullable String username,
        String name,
        @Nullable String email,
        @Nullable String phone,
        Duty duty,
        boolean active,
        long version) {

    public boolean sameAs(Person former) {
        return changed(0).equals(former.changed(0));
    }

    public PersonChanged changed() {
        return changed(version);
    }

    private PersonChanged changed(long v) {
        return new PersonChanged(id, v, unitId, username, name, email, phone, duty, active);
    }
}
