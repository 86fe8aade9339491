package org.dudao.task.assigning;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dudao.contracts.PlanEvent.TargetPublished;
import org.dudao.task.Unit;

/**
 * A lead unit that the software proposes and a person decides on.
 *
 * @param reason in words that a person can check against the plan
 */
record Proposal(String unitId, String reason) {

    /** A word in the target's own sentence says more than one elsewhere in its measure. */
    private static final int QUOTE_WEIGHT = 3;

    private record Match(Unit unit, int score, Set<String> inQuote, Set<String> inMeasure) {}

    /** The unit whose functions the target and its measure speak of most; none when they speak of nobody's. */
    static Optional<Proposal> of(TargetPublished target, List<Unit> units) {
        return units.stream()
                .map(unit -> match(target, unit))
                .filter(m -> m.score() > 0)
                // Equal scores: the earlier path, so that the same plan gives the same proposals.
                .max(Comparator.comparingInt(Match::score)
                        .thenComparing(m -> m.unit().path(), Comparator.reverseOrder()))
                .map(m -> new Proposal(m.unit().id(), reason(m)));
    }

    private static Match match(TargetPublished target, Unit unit) {
        Set<String> inQuote = new LinkedHashSet<>();
        Set<String> inMeasure = new LinkedHashSet<>();
        int score = 0;
        for (String word : unit.functions()) {
            if (word.isBlank()) {
                continue;
            }
            if (target.quote().contains(word) || target.indicator().contains(word)) {
                score += QUOTE_WEIGHT * word.length();
                inQuote.add(word);
            } else if (target.measure().contains(word)) {
                score += word.length();
                inMeasure.add(word);
            }
        }
        return new Match(unit, score, inQuote, inMeasure);
    }

    private static String reason(Match m) {
        String where = m.inMeasure().isEmpty()
                ? "目标提到" + quoted(m.inQuote())
                : m.inQuote().isEmpty()
                        ? "所在举措提到" + quoted(m.inMeasure())
                        : "目标提到" + quoted(m.inQuote()) + "，所在举措提到" + quoted(m.inMeasure());
        return where + "，属" + m.unit().name() + "职能。";
    }

    private static String quoted(Set<String> words) {
        return "“" + String.join("”“", words) + "”";
    }
}
