package org.dudao.supervision;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/** The language a caller reads: Chinese unless another is preferred. */
public final class Tongue {

    private Tongue() {}

    public static boolean chinese(HttpHeaders headers) {
        for (Locale locale : headers.getAcceptableLanguages()) {
            if (locale.getLanguage().equals("en")) {
                return false;
            }
            if (locale.getLanguage().equals("zh")) {
                return true;
            }
        }
        return true;
    }
}
