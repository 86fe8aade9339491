package org.dudao.notification;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with named {placeholders}. Values are put in once and never looked at again: document text is data, whatever it
 * looks like.
 */
public record Template(int version, String title, String body) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");
    private static final Pattern STRAY_BRACE = Pattern.compile("[{}]");
    private static final Pattern UNSAFE_IN_A_LINE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
    private static final int LONGEST_TITLE = 200;

    /** Title and body as they are told. */
    public record Text(String title, String body) {}

    /** @throws UnknownPlaceholder when it names what its kind does not know */
    public Template checked(Set<String> known) {
        for (String part : new String[] {title, body}) {
            Matcher matcher = PLACEHOLDER.matcher(part);
            while (matcher.find()) {
                if (!known.contains(matcher.group(1))) {
                    throw new UnknownPlaceholder(matcher.group(1), known);
                }
            }
            if (STRAY_BRACE.matcher(PLACEHOLDER.matcher(part).replaceAll("")).find()) {
                throw new UnknownPlaceholder(part, known);
            }
        }
        return this;
    }

    public Text fill(Map<String, String> values) {
        return new Text(oneLine(put(title, values)), put(body, values));
    }

    private static String put(String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(m -> Matcher.quoteReplacement(values.getOrDefault(m.group(1), "")));
    }

    /** Fit for a list and for the header of a mail: no line ends, no control characters, not endless. */
    public static String oneLine(String text) {
        String line = UNSAFE_IN_A_LINE.matcher(text).replaceAll(" ").strip();
        if (line.codePointCount(0, line.length()) <= LONGEST_TITLE) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
    }

    /** A template that could not be filled. */
    public static class UnknownPlaceholder extends IllegalArgumentException {
        UnknownPlaceholder(String found, Set<String> known) {
            super("template names {" + found + "}, known are " + known);
        }
    }
}
