package org.dudao.plan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a target says and what people decided about it, as it stood at some time.
 *
 * @param key whether it is key work (重点工作)
 * @param repeats the target that it only says once more
 */
public record Reading(
        Commitment says,
        Review review,
        boolean key,
        @Nullable UUID repeats) {

    /** One target of an act: as the act found it and as it left it. */
    public record Change(UUID target, Reading before, Reading after) {}

    Reading saying(Commitment other) {
        return new Reading(other, review, key, repeats);
    }

    Reading reviewed(Review decided) {
        return new Reading(says, decided, key, decided == Review.REPLACED ? repeats : null);
    }

    Reading keyed(boolean decided) {
        return new Reading(says, review, decided, repeats);
    }

    /** It says another one once more, and counts for nothing itself. */
    Reading repeating(UUID other) {
        return new Reading(says, Review.REPLACED, false, other);
    }
}
