package org.dudao.plan.reading;

import java.text.Normalizer;
import java.util.Locale;

/** How far the words of a reader and those of an annotator are the same. */
final class Quotes {

    private Quotes() {}

    static String plain(String s) {
        return Normalizer.normalize(s, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The longest common substring's share of the shorter text. */
    static double overlap(String one, String other) {
        String a = plain(one);
        String b = plain(other);
        int best = 0;
        int[] before = new int[b.length() + 1];
        for (int i = 0; i < a.length(); i++) {
            int[] now = new int[b.length() + 1];
            for (int j = 0; j < b.length(); j++) {
                now[j + 1] = a.charAt(i) == b.charAt(j) ? before[j] + 1 : 0;
                best = Math.max(best, now[j + 1]);
            }
            before = now;
        }
        return a.isEmpty() || b.isEmpty() ? 0 : (double) best / Math.min(a.length(), b.length());
    }
}
