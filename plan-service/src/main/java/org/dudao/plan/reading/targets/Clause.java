package org.dudao.plan.reading.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dudao.plan.reading.wording.Wording;

/**
 * A clause of a sentence and its place in the measure's text.
 *
 * @param matched in matching form, with names (in quotation marks and book-title marks) blanked out: a number in a name is no figure
 */
record Clause(int start, int end, String matched, boolean afterSemicolon) {

    private static final char BLANK = '□';

    /** Longer runs without a comma are no sentences; they are not searched, so that no text can make the search slow. */
    private static final int LONGEST = 400;

    private static final Pattern THOUSANDS = Pattern.compile("\\d,\\d{3}(?!\\d)");
    private static final int LONGEST_NAME = 80;

    record Sentence(List<Clause> clauses) {}

    static List<Sentence> sentences(String text) {
        String matched = withoutNames(Wording.matched(text));
        List<Sentence> sentences = new ArrayList<>();
        List<Clause> clauses = new ArrayList<>();
        int start = 0;
        int brackets = 0;
        for (int i = 0; i <= matched.length(); i++) {
            char c = i == matched.length() ? '\n' : matched.charAt(i);
            brackets = Math.max(0, brackets + (c == '(' ? 1 : c == ')' ? -1 : 0));
            boolean endsSentence = c == '。' || c == '!' || c == '?' || (c == '\n' && !breaksFigure(matched, i));
            boolean endsClause =
                    (c == ';' || brackets == 0) && (isComma(matched, i) || c == ';' || isColon(matched, i));
            if (endsSentence || endsClause) {
                add(clauses, matched, start, i, start > 0 && matched.charAt(start - 1) == ';');
                start = i + 1;
            }
            if (endsSentence) {
                brackets = 0;
                if (!clauses.isEmpty()) {
                    sentences.add(new Sentence(List.copyOf(clauses)));
                }
                clauses.clear();
            }
        }
        return sentences;
    }

    /** A line that broke between a number and its unit. */
    private static boolean breaksFigure(String s, int i) {
        return i > 0
                && i + 1 < s.length()
                && Character.isDigit(s.charAt(i - 1))
                && "%‰个名所万亿人元".indexOf(s.charAt(i + 1)) >= 0;
    }

    /** Not the comma of a number (1,200). */
    private static boolean isComma(String s, int i) {
        return i < s.length()
                && s.charAt(i) == ','
                && !THOUSANDS.matcher(s).region(Math.max(0, i - 1), s.length()).lookingAt();
    }

    /** Not the colon of a ratio (1:15). */
    private static boolean isColon(String s, int i) {
        return i < s.length() && s.charAt(i) == ':' && (i + 1 >= s.length() || !Character.isDigit(s.charAt(i + 1)));
    }

    private static void add(List<Clause> clauses, String matched, int from, int to, boolean afterSemicolon) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(matched.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(matched.charAt(end - 1))) {
            end--;
        }
        if (start < end && end - start <= LONGEST) {
            clauses.add(new Clause(start, end, matched.substring(start, end), afterSemicolon));
        }
    }

    /** Blanks the inside of 《》 and “”, but for what is a commitment even as a slogan: “四个100%”, “两个只增不减”. */
    static String withoutNames(String matched) {
        StringBuilder s = new StringBuilder(matched);
        blank(s, '《', '》');
        blank(s, '“', '”');
        blank(s, '「', '」');
        return s.toString();
    }

    private static void blank(StringBuilder s, char opening, char closing) {
        for (int from = 0; from < s.length(); from++) {
            if (s.charAt(from) != opening) {
                continue;
            }
            int to = closed(s, from, closing);
            if (to > 0) {
                String inside = s.substring(from + 1, to);
                if (!inside.contains("100%")
                        && !inside.contains("只增不减")
                        && !inside.contains("只减不增")
                        && !inside.contains("零")
                        && !inside.matches("十.五")) {
                    s.replace(from + 1, to, String.valueOf(BLANK).repeat(to - from - 1));
                }
                from = to;
            }
        }
    }

    private static int closed(StringBuilder s, int from, char closing) {
        for (int i = from + 1; i < Math.min(s.length(), from + LONGEST_NAME); i++) {
            if (s.charAt(i) == closing) {
                return i;
            }
        }
        return -1;
    }

    boolean says(String regex) {
        return Pattern.compile(regex).matcher(matched).find();
    }
}
