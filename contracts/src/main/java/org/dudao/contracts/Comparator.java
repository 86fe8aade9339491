package org.dudao.contracts;

/** How a reported value is held against a target's. EQ =, GE ≥, LE ≤, GT >, LT <; UP and DOWN change by the value; DONE is done or not. */
public enum Comparator {
    EQ,
    GE,
    LE,
    GT,
    LT,
    UP,
    DOWN,
    DONE
}
