package org.dudao.supervision;

import org.dudao.startup.Problem;

/** A snooze that is over before it starts. */
public class SnoozeEndsInThePast extends Problem {
    SnoozeEndsInThePast() {
        super(
                422,
                "snooze-ends-in-the-past",
                "暂缓的截止时间必须晚于现在。",
                "A snooze must end in the future.",
                java.util.List.of(new Field("until", "应晚于现在", "must be in the future")));
    }
}
