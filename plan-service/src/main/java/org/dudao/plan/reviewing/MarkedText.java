package org.dudao.plan.reviewing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.dudao.contracts.Comparator;
import org.dudao.contracts.Strength;
import org.dudao.plan.Commitment;
import org.dudao.plan.Measure;
import org.dudao.plan.Target;
import org.dudao.plan.Terms;
import org.dudao.plan.reading.PlanReader;
import org.dudao.startup.Problem;

/** A stretch of a measure's text that a person marked, read as the whole document was. */
final class MarkedText {

    private static final int LONGEST_INDICATOR = 200;
    private static final String EDGE = "，。；、,.;：: \t\r\n　";

    private MarkedText() {}

    /** What the stretch promises; where the reader finds nothing in it, its words are something to be done. */
    static Commitment read(Measure measure, int from, int to, int year) {
        String body = measure.body();
        if (from < 0 || to > body.length() || from >= to) {
            throw Problem.invalid("start", "标记的范围不在这条措施的正文之内。", "The marked stretch is not within the measure's text.");
        }
        int start = from;
        int end = to;
        while (start < end && EDGE.indexOf(body.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && EDGE.indexOf(body.charAt(end - 1)) >= 0) {
            end--;
        }
        if (start == end) {
            throw Problem.invalid("start", "标记的范围里没有文字。", "The marked stretch holds no words.");
        }
        String words = body.substring(start, end);
        Optional<Commitment> found =
                PlanReader.targets(words, year).stream().findFirst().map(Commitment::of);
        return found.orElseGet(() -> toBeDone(words)).quoting(words, start, end);
    }

    private static Commitment toBeDone(String words) {
        return new Commitment(
                words,
                0,
                words.length(),
                words.substring(0, Math.min(words.length(), LONGEST_INDICATOR)),
                "milestone",
                Comparator.DONE,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                Strength.MUST,
                false,
                null,
                Terms.NONE);
    }

    /** The target's words, cut at the given places of the measure's text; a part without a day keeps the whole's. */
    static List<Commitment> parts(Target target, List<Integer> at, int year) {
        TreeSet<Integer> cuts = new TreeSet<>(at);
        if (cuts.isEmpty() || cuts.first() <= target.quoteStart() || cuts.last() >= target.quoteEnd()) {
            throw Problem.invalid("at", "拆分处应在该目标的原文之内。", "Each cut must lie within the target's words.");
        }
        List<Commitment> parts = new ArrayList<>();
        int from = target.quoteStart();
        cuts.add(target.quoteEnd());
        for (int to : cuts) {
            parts.add(read(target.measure(), from, to, year).dueLike(target.commitment()));
            from = to;
        }
        return parts;
    }
}
