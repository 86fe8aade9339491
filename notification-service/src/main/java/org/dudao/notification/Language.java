package org.dudao.notification;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/** The languages texts exist in. */
public enum Language {
    ZH,
    EN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** English when the caller asks for it before Chinese, else Chinese. */
    public static Language of(HttpHeaders headers) {
        for (Locale locale : headers.getAcceptableLanguages()) {
            if (locale.getLanguage().equals("en")) {
                return EN;
            }
            if (locale.getLanguage().equals("zh")) {
                return ZH;
            }
        }
        return ZH;
    }
}
