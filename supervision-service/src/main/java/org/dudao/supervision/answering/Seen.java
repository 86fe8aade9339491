package org.dudao.supervision.answering;

import org.dudao.startup.Versions;
import org.dudao.supervision.Alert;
import org.jspecify.annotations.Nullable;

/**
 * The version of the alert that a person decided on. An act names what it does, so If-Match may be left out; where it is
 * sent it is held to.
 */
record Seen(@Nullable String ifMatch) {

    void requireStill(Alert alert) {
        if (ifMatch != null) {
            Versions.requireMatch(ifMatch, alert.version());
        }
    }
}
