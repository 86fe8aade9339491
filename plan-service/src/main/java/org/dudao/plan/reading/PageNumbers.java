package org.dudao.plan.reading;

import java.util.regex.Pattern;

/** Page numbers that copying has left on their own line or in the middle of a sentence. */
final class PageNumbers {

    private static final Pattern ALONE =
            Pattern.compile("[-—–\\s]*(?:第\\s*)?\\d{1,3}(?:\\s*页)?(?:\\s*[/共]\\s*\\d{1,3}\\s*页?)?[-—–\\s]*");

    /** A number with blanks on both sides between two Chinese characters that are no unit: 义务教育优质均 6 衡发展. */
    private static final Pattern INSIDE = Pattern.compile(
            "(?<=[\\u4e00-\\u9fff])[ \\u3000]+\\d{1,3}[ \\u3000]+(?=[\\u4e00-\\u9fff])(?!" + Units.AFTER_FIGURE + ")");

    private PageNumbers() {}

    static boolean isOne(String line) {
        return line.isBlank() || ALONE.matcher(line).matches();
    }

    static String removed(String paragraph) {
        return INSIDE.matcher(paragraph).replaceAll("");
    }
}
