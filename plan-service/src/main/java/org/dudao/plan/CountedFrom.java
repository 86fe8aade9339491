package org.dudao.plan;

/** Where a target's figure comes from; only the first is typed in by people. */
public enum CountedFrom {
    REPORTS,
    INSPECTIONS,
    OTHER_SYSTEM
}
