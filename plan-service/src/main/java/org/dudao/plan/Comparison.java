package org.dudao.plan;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A plan beside last year's results.
 *
 * @param results all of them: what a person may choose from
 */
public record Comparison(UUID planId, int year, int paired, List<Pair> lines, List<LastResult> results) {

    /** Below this, two indicators share words but hardly the thing. */
    private static final double LEAST = 0.5;

    public enum Pairing {
        /** The names are alike; nobody has decided yet. */
        PROPOSED,
        ACCEPTED,
        /** A person says there is no result for it. */
        REJECTED,
        NONE
    }

    /**
     * One target, and the result it has to better.
     *
     * @param likeness 0 to 1
     * @param common the words both have: why it is proposed
     * @param difference of this year's figure to last year's, in their unit
     */
    public record Pair(
            UUID targetId,
            @Schema(examples = "普惠性幼儿园覆盖率达到92%以上") String quote,
            String indicator,
            @Nullable BigDecimal value,
            @Nullable String unit,
            Pairing pairing,
            @Nullable LastResult last,
            @Schema(examples = "0.8") @Nullable Double likeness,
            @Schema(examples = "普惠性幼儿园覆盖率") @Nullable String common,
            @Nullable BigDecimal difference,
            Set<Sanity> findings) {}

    private record Candidate(Target target, LastResult result, Likeness likeness) {}

    /** The likest pairs first, each result for one target; what a person decided stands before every proposal. */
    public static Comparison of(Plan plan, List<LastResult> results, Map<UUID, Optional<UUID>> decided) {
        List<Target> targets = plan.targets()
                .filter(t -> t.stands() && t.review() != Review.REJECTED)
                .toList();
        Map<UUID, Candidate> paired = new HashMap<>();
        for (Target target : targets) {
            Optional<UUID> chosen = decided.getOrDefault(target.id(), Optional.empty());
            results.stream()
                    .filter(r -> chosen.filter(r.id()::equals).isPresent())
                    .findFirst()
                    .ifPresent(r -> paired.put(target.id(), candidate(target, r)));
        }
        Set<UUID> open = new HashSet<>(targets.stream().map(Target::id).toList());
        open.removeAll(decided.keySet());
        Set<UUID> free = new HashSet<>(results.stream().map(LastResult::id).toList());
        paired.values().forEach(c -> free.remove(c.result().id()));
        targets.stream()
                .filter(t -> open.contains(t.id()))
                .flatMap(t -> results.stream().map(r -> candidate(t, r)))
                .filter(c -> c.likeness().degree() >= LEAST)
                .sorted(java.util.Comparator.comparingDouble(c -> -c.likeness().degree()))
                .forEach(c -> {
                    if (!paired.containsKey(c.target().id())
                            && free.remove(c.result().id())) {
                        paired.put(c.target().id(), c);
                    }
                });
        return new Comparison(
                plan.id(),
                plan.year(),
                paired.size(),
                targets.stream().map(t -> pair(t, paired.get(t.id()), decided)).toList(),
                results);
    }

    private static Candidate candidate(Target target, LastResult result) {
        Likeness byName = Likeness.of(target.indicator(), result.indicator());
        Likeness byQuote = Likeness.of(target.quote(), result.quote());
        return new Candidate(target, result, byName.degree() >= byQuote.degree() ? byName : byQuote);
    }

    private static Pair pair(Target t, @Nullable Candidate c, Map<UUID, Optional<UUID>> decided) {
        Pairing pairing = switch (decided.get(t.id())) {
            case null -> c == null ? Pairing.NONE : Pairing.PROPOSED;
            case Optional<UUID> d -> d.isPresent() ? Pairing.ACCEPTED : Pairing.REJECTED;
        };
        LastResult last = c == null ? null : c.result();
        return new Pair(
                t.id(),
                t.quote(),
                t.indicator(),
                t.value(),
                t.unit(),
                pairing,
                last,
                c == null ? null : Math.round(c.likeness().degree() * 100) / 100.0,
                c == null ? null : c.likeness().common(),
                last == null ? null : difference(t, last),
                last == null ? Set.of() : Sanity.of(t, last));
    }

    private static @Nullable BigDecimal difference(Target t, LastResult last) {
        return Stream.of(t.value(), last.value()).allMatch(Objects::nonNull) && Objects.equals(t.unit(), last.unit())
                ? Objects.requireNonNull(t.value()).subtract(Objects.requireNonNull(last.value()))
                : null;
    }
}
