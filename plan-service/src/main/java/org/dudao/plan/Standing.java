package org.dudao.plan;

import java.util.Collection;
import java.util.Comparator;

/** Where a target stands on a day, the gravest first; each has the light that the tree shows. */
public enum Standing {
    /** Its day is over and it is not done. */
    OVERDUE(Light.RED),
    /** What may not happen has happened, or what was to be kept was not. */
    BROKEN(Light.RED),
    /** It was closed below what was asked. */
    SHORT(Light.AMBER),
    /** Below the line from the day of publication to its date. */
    BEHIND(Light.AMBER),
    DUE_SOON(Light.AMBER),
    /** Handed in, or reached as reported: somebody must verify it. */
    TO_VERIFY(Light.PURPLE),
    ON_LINE(Light.BLUE),
    NOT_STARTED(Light.GREY),
    /** No unit answers for it yet. */
    UNASSIGNED(Light.GREY),
    /** Its clock stands still (挂起). */
    SUSPENDED(Light.GREY),
    /** Ended without being done. */
    ENDED(Light.GREY),
    ATTAINED(Light.GREEN);

    public enum Light {
        RED,
        AMBER,
        PURPLE,
        BLUE,
        GREY,
        GREEN
    }

    private final Light light;

    Standing(Light light) {
        this.light = light;
    }

    public Light light() {
        return light;
    }

    /** What belongs on the list of problems (问题清单). */
    public boolean isProblem() {
        return light == Light.RED || light == Light.AMBER;
    }

    /** The light of several: its gravest; green only when all are. */
    public static Light light(Collection<Standing> of) {
        return of.stream().map(Standing::light).min(Comparator.naturalOrder()).orElse(Light.GREY);
    }
}
