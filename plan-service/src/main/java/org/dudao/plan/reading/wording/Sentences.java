package org.dudao.plan.reading.wording;

/** Where sentences end, for deciding whether a line goes on in the next one. */
public final class Sentences {

    private static final String ENDS = "。;!?:…；！？：.";
    private static final String CLOSING = "”\"』」)）】";

    private Sentences() {}

    public static boolean endsIn(CharSequence text) {
        int last = text.length() - 1;
        while (last > 0 && (CLOSING.indexOf(text.charAt(last)) >= 0 || text.charAt(last) == ' ')) {
            last--;
        }
        return last >= 0 && (ENDS.indexOf(text.charAt(last)) >= 0 || (last < text.length() - 1 && last > 0));
    }

    /** Prose that stops without an end: cut in two by a page, a preview site or a converter. */
    public static boolean isCutOff(String text, int longestHeading) {
        return text.length() > longestHeading && !endsIn(text);
    }
}
