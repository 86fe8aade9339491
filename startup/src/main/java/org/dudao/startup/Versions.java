package org.dudao.startup;

import org.jspecify.annotations.Nullable;

/** ETag and If-Match for what people edit: nobody overwrites what they have not seen. */
public final class Versions {

    private Versions() {}

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /** @throws Problem 428 without If-Match, 412 when it is not the present version */
    public static void requireMatch(@Nullable String ifMatch, long present) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(
                    428,
                    "if-match-required",
                    "缺少 If-Match：请带上所看到的版本号。",
                    "If-Match is missing: send the version you have seen.");
        }
        String asked = ifMatch.strip().replaceFirst("^W/", "");
        if (!asked.equals(etag(present)) && !asked.equals("*")) {
            throw new Problem(
                    412,
                    "stale",
                    "内容已被修改（现为第 " + present + " 版），请刷新后重试，您的修改没有保存。",
                    "This was changed meanwhile (now version " + present
                            + "); reload and try again. Nothing of yours was saved.");
        }
    }
}
