package org.dudao.plan;

import java.util.HashSet;
import java.util.Set;

/**
 * How alike two names of an indicator are, 0 to 1: the share of neighbouring characters that both have. Chinese words are
 * mostly of two characters, so pairs of them do without a dictionary.
 *
 * @param common the longest words that both have
 */
public record Likeness(double degree, String common) {

    public static Likeness of(String one, String other) {
        String a = bare(one);
        String b = bare(other);
        Set<String> left = pairs(a);
        Set<String> right = pairs(b);
        if (left.isEmpty() || right.isEmpty()) {
            return new Likeness(0, "");
        }
        Set<String> both = new HashSet<>(left);
        both.retainAll(right);
        return new Likeness(2.0 * both.size() / (left.size() + right.size()), longest(a, b));
    }

    /** Without figures, signs and the words that every plan and every summary has. */
    private static String bare(String text) {
        return text.replaceAll("全县|全市|全区|我县|我市|我区|本年度|今年|去年|实现|完成|达到|提高到|保持|确保|力争", "")
                .replaceAll("[^\\p{IsHan}\\p{IsAlphabetic}]", "");
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }

    private static String longest(String a, String b) {
        int[][] ending = new int[a.length() + 1][b.length() + 1];
        int length = 0;
        int end = 0;
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                ending[i][j] = a.charAt(i - 1) == b.charAt(j - 1) ? ending[i - 1][j - 1] + 1 : 0;
                if (ending[i][j] > length) {
                    length = ending[i][j];
                    end = i;
                }
            }
        }
        return a.substring(end - length, end);
    }
}
