package org.dudao.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.plan.Attainments.Judged;
import org.dudao.plan.PeopleInCharge.InCharge;
import org.dudao.plan.YearView.ChapterYear;
import org.dudao.plan.YearView.MeasureYear;
import org.dudao.plan.YearView.Point;
import org.dudao.plan.YearView.TargetHistory;
import org.dudao.plan.YearView.TargetYear;
import org.dudao.plan.YearView.UnitShare;
import org.dudao.startup.Problem;

/** How plans stand today. Call it inside the transaction that loaded the plan. */
@ApplicationScoped
public class Years {

    private final Shares shares;
    private final PeopleInCharge people;
    private final Baselines baselines;
    private final Clock clock;

    public Years(Shares shares, PeopleInCharge people, Baselines baselines, Clock clock) {
        this.shares = shares;
        this.people = people;
        this.baselines = baselines;
        this.clock = clock;
    }

    /** Whoever stands at or above the bureau sees the whole; a unit below it sees what concerns it. */
    public YearView of(Plan plan, PlanScope scope, YearFilter filter) {
        return year(plan, scope).view(filter);
    }

    /** @throws Problem 404 when the plan has no such target, or it does not concern the caller's unit */
    public TargetHistory history(Plan plan, UUID targetId, PlanScope scope) {
        Year year = year(plan, scope);
        Target target = year.targets()
                .filter(t -> t.id().equals(targetId))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("目标", targetId));
        List<Share> its = year.sharesOf(target);
        Asked asked = year.judged(target).asked();
        return new TargetHistory(
                year.year(target), its.stream().map(s -> unit(s, asked)).toList(), trend(its, asked));
    }

    private Year year(Plan plan, PlanScope scope) {
        boolean whole = plan.bureau().path().startsWith(scope.path());
        Map<UUID, List<Share>> known = whole ? shares.ofPlan(plan.id()) : shares.ofPlan(plan.id(), scope.path());
        return new Year(plan, known, whole, inCharge(known), baselines.levels(plan.id()));
    }

    private UnitShare unit(Share share, Asked asked) {
        return new UnitShare(
                share.taskId(),
                share.unit().id(),
                share.unit().name(),
                !share.isPart(),
                share.isPart() && asked.form().whole() == Form.Whole.SUM
                        ? null
                        : asked.valueFor(share.unit().name()),
                share.value(),
                share.reached(asked),
                share.phase(),
                share.dueOn(),
                share.overdue(today()) ? daysLate(share.dueOn()) : 0,
                share.words(),
                share.wordsAt());
    }

    /** After each report: what all shares came to then. */
    private List<Point> trend(List<Share> its, Asked asked) {
        Map<UUID, Share> then = its.stream().collect(Collectors.toMap(Share::taskId, Share::unreported));
        return shares.history(then.keySet()).stream()
                .map(reported -> {
                    Share share =
                            Objects.requireNonNull(then.get(reported.taskId())).at(reported.value());
                    then.put(reported.taskId(), share);
                    return new Point(
                            reported.at(),
                            share.unit().name(),
                            reported.value(),
                            Attainment.of(asked, List.copyOf(then.values()), today())
                                    .value());
                })
                .toList();
    }

    private Map<String, InCharge> inCharge(Map<UUID, List<Share>> known) {
        return people.of(known.values().stream()
                .flatMap(List::stream)
                .filter(s -> !s.isPart())
                .map(s -> s.unit().id())
                .collect(Collectors.toSet()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private int daysLate(LocalDate due) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(due, today()));
    }

    private static Map<Standing, Integer> counts(Collection<TargetYear> targets) {
        Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
        targets.forEach(t -> counts.merge(t.standing(), 1, Integer::sum));
        return counts;
    }

    private static Standing.Light light(Collection<TargetYear> targets) {
        return Standing.light(targets.stream().map(TargetYear::standing).toList());
    }

    /** One plan's year in the making. */
    private final class Year {

        private final Plan plan;
        private final Map<UUID, List<Share>> known;
        private final boolean whole;
        private final Map<String, InCharge> inCharge;
        private final Map<UUID, BigDecimal> lastYear;
        private final Map<UUID, Judged> judged;
        private final Map<UUID, TargetYear> years = new HashMap<>();

        Year(
                Plan plan,
                Map<UUID, List<Share>> known,
                boolean whole,
                Map<String, InCharge> inCharge,
                Map<UUID, BigDecimal> lastYear) {
            this.plan = plan;
            this.known = known;
            this.whole = whole;
            this.inCharge = inCharge;
            this.lastYear = lastYear;
            this.judged =
                    Attainments.of(plan, accepted(plan).toList(), known, lastYear, whole, clock.getZone(), today());
        }

        private static Stream<Target> accepted(Plan plan) {
            return plan.targets().filter(t -> t.review() == Review.ACCEPTED);
        }

        Stream<Target> targets() {
            return accepted(plan).filter(t -> whole || known.containsKey(t.id()));
        }

        List<Share> sharesOf(Target target) {
            return known.getOrDefault(target.id(), List.of());
        }

        Judged judged(Target target) {
            return Objects.requireNonNull(judged.get(target.id()));
        }

        YearView view(YearFilter filter) {
            targets().map(this::year).filter(filter::lets).forEach(t -> years.put(t.id(), t));
            return new YearView(
                    plan.id(),
                    plan.title(),
                    plan.year(),
                    plan.publishedOn(clock.getZone()),
                    today(),
                    whole,
                    light(years.values()),
                    counts(years.values()),
                    plan.chapters().stream()
                            .map(this::chapter)
                            .flatMap(Optional::stream)
                            .toList());
        }

        private Optional<ChapterYear> chapter(Chapter chapter) {
            List<MeasureYear> measures = chapter.measures().stream()
                    .map(this::measure)
                    .flatMap(Optional::stream)
                    .toList();
            List<TargetYear> targets =
                    measures.stream().flatMap(m -> m.targets().stream()).toList();
            return measures.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ChapterYear(
                            chapter.place(),
                            chapter.number(),
                            chapter.title(),
                            light(targets),
                            counts(targets),
                            measures));
        }

        private Optional<MeasureYear> measure(Measure measure) {
            List<TargetYear> targets = measure.targets().stream()
                    .map(t -> years.get(t.id()))
                    .filter(Objects::nonNull)
                    .toList();
            return targets.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new MeasureYear(
                            measure.id(),
                            measure.place(),
                            measure.number(),
                            measure.title(),
                            light(targets),
                            counts(targets),
                            targets));
        }

        TargetYear year(Target t) {
            List<Share> its = sharesOf(t);
            Optional<Share> lead = its.stream().filter(s -> !s.isPart()).findFirst();
            Asked asked = judged(t).asked();
            Attainment a = judged(t).attainment();
            InCharge who = lead.map(s -> inCharge.get(s.unit().id())).orElse(InCharge.NOBODY);
            Optional<Share> spoke = its.stream()
                    .filter(s -> s.wordsAt() != null)
                    .max(java.util.Comparator.comparing(s -> Objects.requireNonNull(s.wordsAt())));
            return new TargetYear(
                    t.id(),
                    t.quote(),
                    t.indicator(),
                    asked.comparator(),
                    asked.value(),
                    asked.upper(),
                    t.unit(),
                    asked.due(),
                    t.commitment().in(plan.year()).dueOn() == null,
                    lead.filter(s -> !s.firstDueOn().equals(s.dueOn()))
                            .map(Share::firstDueOn)
                            .orElse(null),
                    a.standing() == Standing.OVERDUE ? daysLate(asked.due()) : 0,
                    t.strength(),
                    t.key(),
                    t.terms().stages().isEmpty() ? null : t.value(),
                    t.terms().stages(),
                    t.recurrence(),
                    t.universal(),
                    t.countedFrom(),
                    a.form(),
                    a.form().whole(),
                    a.basis(),
                    a.value(),
                    a.rate(),
                    a.surplus(),
                    a.expected(),
                    lastYear.get(t.id()),
                    a.unitsAsked(),
                    a.unitsReached(),
                    a.standing(),
                    a.standing().light(),
                    lead.map(s -> s.unit().id()).orElse(null),
                    lead.map(s -> s.unit().name()).orElse(null),
                    lead.map(Share::supportingNames).orElse(List.of()),
                    who == null ? null : who.leader(),
                    who == null ? null : who.person(),
                    lead.map(Share::taskId).orElse(null),
                    spoke.map(Share::words).orElse(null),
                    spoke.map(Share::wordsAt).orElse(null));
        }
    }
}
