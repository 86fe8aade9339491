package org.dudao.plan;

/** What people have decided about a target that was read. */
public enum Review {
    PROPOSED,
    ACCEPTED,
    REJECTED,
    /** It was binding and was withdrawn from the published plan. */
    WITHDRAWN,
    /** Another took its place: it was merged away, or its adding was undone. Kept, so that this can be undone. */
    REPLACED
}
