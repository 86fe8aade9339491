package org.dudao.notification.delivering;

import org.jspecify.annotations.Nullable;

/**
 * What came of calling a school's system.
 *
 * @param status HTTP status, null when there was no answer
 * @param text how the answer began
 * @param error why there was none, or why it does not do
 */
record Answer(
        @Nullable Integer status,
        @Nullable String text,
        @Nullable String error,
        int tookMs) {

    private static final int GONE = 410;

    boolean accepted() {
        return error == null;
    }

    /** The receiver says that there is nobody to call any more. */
    boolean gone() {
        return status != null && status == GONE;
    }

    static Answer of(int status, String text, int tookMs) {
        boolean accepted = status >= 200 && status < 300;
        return new Answer(status, text, accepted ? null : "HTTP " + status, tookMs);
    }

    static Answer none(String error, int tookMs) {
        return new Answer(null, null, error, tookMs);
    }
}
