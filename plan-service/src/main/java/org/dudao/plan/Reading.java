package org.dudao.plan;

import java.util.UUID;

/** What a target says and what people decided about it, as it stood at some time. */
public record Reading(Commitment says, Review review) {

    /** One target of an act: as the act found it and as it left it. */
    public record Change(UUID target, Reading before, Reading after) {}

    Reading reviewed(Review decided) {
        return new Reading(says, decided);
    }
}
