package org.dudao.console;

import io.vertx.ext.web.RoutingContext;

/** Which addresses belong to programs and which to people. */
public final class Paths {
    private Paths() {}

    /** Asked for by a script, which can do nothing with a login page. */
    public static boolean isApi(RoutingContext asked) {
        return asked.normalizedPath().startsWith("/api/");
    }
}
