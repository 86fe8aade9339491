package org.dudao.notification.delivering;

/** What became of an attempt. */
sealed interface Outcome {

    /** The server took it. */
    record Sent() implements Outcome {}

    /** Try again later. {@code ofChannel}: the channel itself is in trouble, not this one mail. */
    record Postponed(String reason, boolean ofChannel) implements Outcome {}

    /** No later attempt would fare better. */
    record Refused(String reason) implements Outcome {}
}
