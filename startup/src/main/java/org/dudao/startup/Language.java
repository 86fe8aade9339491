package org.dudao.startup;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/** The languages that texts exist in. */
public enum Language {
    ZH,
    EN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Chinese unless the caller prefers English. */
    public static Language of(HttpHeaders headers) {
        for (Locale locale : headers.getAcceptableLanguages()) {
            switch (locale.getLanguage()) {
                case "en" -> {
                    return EN;
                }
                case "zh", "*" -> {
                    return ZH;
                }
                default -> {}
            }
        }
        return ZH;
    }

    public static boolean chinese(HttpHeaders headers) {
        return of(headers) == ZH;
    }
}
