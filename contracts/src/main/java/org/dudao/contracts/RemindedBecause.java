package org.dudao.contracts;

/** Why an alert was told again although its rung is the same. */
public enum RemindedBecause {
    /** Nothing changed within the days that its policy gives. */
    REPEATED,
    /** The unit above hears of it after its own delay. */
    SUPERIOR_DUE,
    /** A person urged by hand (催办). */
    URGED
}
