package org.dudao.contracts;

/** Who hears of a rung, seen from the subject's responsible unit. */
public enum Audience {
    /** People of the unit that answers for it. */
    RESPONSIBLE_UNIT,
    /** People of the unit above the responsible one, where it is not the bureau itself. */
    SUPERIOR_UNIT,
    /** People of the supporting units. */
    SUPPORTING_UNITS,
    /** The bureau's supervision office (督导室). */
    SUPERVISORS,
    /** The bureau's leaders (局领导). */
    LEADERS
}
