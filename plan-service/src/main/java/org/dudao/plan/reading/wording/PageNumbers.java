package org.dudao.plan.reading.wording;

import java.util.regex.Pattern;

/** Page numbers that copying has left on their own line or in the middle of a sentence. */
public final class PageNumbers {

    private static final Pattern ALONE =
            Pattern.compile("[-—–·\\s]*(?:第\\s*)?\\d{1,3}(?:\\s*页)?(?:\\s*[/共,，]\\s*共?\\s*\\d{1,3}\\s*页?)?[-—–·\\s]*");

    /** 第2页共4页, wherever it stands: no plan says that. */
    private static final Pattern PAGE_OF_PAGES =
            Pattern.compile("第 ?\\d{1,3} ?页[,，/ ]{0,2}共 ?\\d{1,3} ?页|\\d{1,3} ?/ ?\\d{1,3} ?页");

    /** A number with blanks on both sides between two Chinese characters that are no unit: 义务教育优质均 6 衡发展. */
    private static final Pattern INSIDE = Pattern.compile(
            "(?<=[\\u4e00-\\u9fff])(?<![第达到约近超前每共为计至过满有成于年月])[ \\u3000]+\\d{1,3}[ \\u3000]+(?=[\\u4e00-\\u9fff])"
                    + "(?!以[上下内]|至|到|左右|个|" + Units.AFTER_FIGURE + ")");

    private PageNumbers() {}

    public static boolean isOne(String line) {
        return line.isBlank() || ALONE.matcher(line).matches();
    }

    public static String removed(String paragraph) {
        String without = PAGE_OF_PAGES.matcher(paragraph).replaceAll("");
        return INSIDE.matcher(without).replaceAll("");
    }
}
