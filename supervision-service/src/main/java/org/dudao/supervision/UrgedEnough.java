package org.dudao.supervision;

import org.dudao.startup.Problem;

/** The person has urged as often as one may on a day. */
public final class UrgedEnough extends Problem {

    UrgedEnough(int perDay) {
        super(
                409,
                "urged-enough",
                "您今天已催办 " + perDay + " 次，达到每人每日上限，请明天再催，或提前升级。",
                "You have urged " + perDay
                        + " times today, the most for a person and day; urge tomorrow, or escalate.");
    }
}
