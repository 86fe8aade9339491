package org.dudao.supervision;

import java.time.Duration;
import org.dudao.startup.Problem;

/** The alert was urged a short while ago. */
public final class UrgedTooSoon extends Problem {

    UrgedTooSoon(Duration ago, Duration interval) {
        super(
                409,
                "urged-too-soon",
                "此件 " + ago.toMinutes() + " 分钟前刚催办过，两次催办至少间隔 " + interval.toMinutes() + " 分钟。",
                "It was urged " + ago.toMinutes() + " minutes ago; at least " + interval.toMinutes()
                        + " minutes lie between two urgings.");
    }
}
