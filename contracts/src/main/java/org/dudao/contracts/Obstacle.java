package org.dudao.contracts;

/** Why a unit cannot go on with a task. */
public enum Obstacle {
    /** Papers or steps that come before are missing (手续). */
    PREREQUISITE,
    FUNDS,
    /** Another unit has to act first. */
    OTHER_UNIT,
    OTHER
}
