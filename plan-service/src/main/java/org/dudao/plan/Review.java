package org.dudao.plan;

/** What people have decided about a target that was read. */
public enum Review {
    PROPOSED,
    ACCEPTED,
    REJECTED
}
