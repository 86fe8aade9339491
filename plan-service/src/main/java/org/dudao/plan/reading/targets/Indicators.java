package org.dudao.plan.reading.targets;

import java.util.regex.Pattern;

/** What a target is about: its clause without strength, date and figure. A proposal for a person to shorten. */
final class Indicators {

    private static final Pattern FILLER =
            Pattern.compile("(?:确保|力争|争取|努力|保证|务必|计划|预计|其中|至少|不少于|不低于|不超过|不高于|达到|达|保持在?|约|全年|分别|在?上一?年度?的?基础上|比上年度?)");
    private static final Pattern EDGES = Pattern.compile("^[、,;:和及与并的在于以上]+|[、,;:和及与并的在于到至]+$");
    private static final int LONGEST = 60;

    private Indicators() {}

    static String of(String quote) {
        String s = FILLER.matcher(quote).replaceAll("");
        String before;
        do {
            before = s;
            s = EDGES.matcher(s.strip()).replaceAll("");
        } while (!s.equals(before));
        s = s.isBlank() ? quote : s;
        return s.length() > LONGEST ? s.substring(0, LONGEST) : s;
    }
}
