package org.dudao.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Several targets judged together: a whole needs its parts (其中), and an exception is asked of some units instead. */
public final class Attainments {

    private Attainments() {}

    public record Judged(Asked asked, Attainment attainment) {}

    /**
     * @param lastYear levels that were reached, where a line begins
     * @param whole false when the shares are those of one unit: where it does not lead, it is asked for its own part
     */
    public static Map<UUID, Judged> of(
            Plan plan,
            Collection<Target> targets,
            Map<UUID, List<Share>> shares,
            Map<UUID, BigDecimal> lastYear,
            boolean whole,
            ZoneId zone,
            LocalDate today) {
        Map<UUID, List<Target>> within = targets.stream()
                .filter(t -> t.partOf() != null)
                .collect(Collectors.groupingBy(t -> Objects.requireNonNull(t.partOf())));
        Map<UUID, Judged> judged = new HashMap<>();
        for (Target target : targets) {
            List<Share> its = shares.getOrDefault(target.id(), List.of());
            Share lead = its.stream().filter(s -> !s.isPart()).findFirst().orElse(null);
            Asked asked = target.asked(plan, zone, due(lead, its), exceptions(within.get(target.id())))
                    .after(lastYear.get(target.id()));
            Asked here = whole || lead != null ? asked : asked.ofOnePart();
            judged.put(target.id(), new Judged(here, Attainment.of(here, its, today)));
        }
        within.forEach((id, inner) -> judged.computeIfPresent(id, (wholeId, own) -> {
            List<Attainment> parts = inner.stream()
                    .filter(Target::isPart)
                    .map(t -> Objects.requireNonNull(judged.get(t.id())).attainment())
                    .toList();
            return new Judged(own.asked(), own.attainment().with(parts));
        }));
        return judged;
    }

    private static @Nullable LocalDate due(@Nullable Share lead, List<Share> its) {
        Share first = lead != null || its.isEmpty() ? lead : its.getFirst();
        return first == null ? null : first.dueOn();
    }

    private static List<Asked.Exception> exceptions(@Nullable List<Target> inner) {
        return inner == null
                ? List.of()
                : inner.stream().flatMap(t -> t.asException().stream()).toList();
    }
}
