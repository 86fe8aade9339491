package org.dudao.supervision.simulating;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dudao.contracts.Rung;
import org.dudao.contracts.UnitRef;
import org.dudao.supervision.Labels;
import org.dudao.supervision.LadderPolicy;
import org.dudao.supervision.simulating.PlayedYear.Message;
import org.dudao.supervision.simulating.PlayedYear.Stand;
import org.dudao.supervision.simulating.Recipients.Recipient;
import org.dudao.supervision.simulating.SimulateYear.Played;
import org.dudao.supervision.simulating.SimulationView.AtRung;
import org.dudao.supervision.simulating.SimulationView.Load;
import org.dudao.supervision.simulating.SimulationView.Outcome;
import org.dudao.supervision.simulating.SimulationView.Past;
import org.dudao.supervision.simulating.SimulationView.UnitStanding;

/** Counts a played year: load per recipient and week, tasks per rung and week, units by where they end. */
@ApplicationScoped
class SumUp {

    private final Labels labels;

    SumUp(Labels labels) {
        this.labels = labels;
    }

    SimulationView of(Played played, int year, long millis, boolean chinese) {
        Weeks weeks = weeks(played, year);
        LastYear past = played.lastYear();
        PlayedYear against = played.against();
        return new SimulationView(
                year,
                played.tasks(),
                weeks.mondays(),
                outcome(played.year(), weeks, chinese),
                against == null ? null : outcome(against, weeks, chinese),
                past == null ? null : new Past(year - 1, past.tasks(), past.late()),
                millis);
    }

    static Weeks weeks(Played played, int year) {
        PlayedYear against = played.against();
        Stream<Message> all = against == null
                ? played.year().messages().stream()
                : Stream.concat(played.year().messages().stream(), against.messages().stream());
        return Weeks.of(all.map(Message::at), year, played.time().zone());
    }

    private Outcome outcome(PlayedYear year, Weeks weeks, boolean chinese) {
        return new Outcome(
                year.ladder().version(),
                year.ladder().note(),
                year.stands().size(),
                year.messages().size(),
                (int) year.stands().stream().filter(s -> s.proposed() != null).count(),
                loads(year, weeks, chinese),
                rungs(year, weeks, chinese),
                units(year));
    }

    private static List<Load> loads(PlayedYear year, Weeks weeks, boolean chinese) {
        Map<Recipient, int[]> byWeek = new HashMap<>();
        for (Message message : year.messages()) {
            byWeek.computeIfAbsent(message.to(), r -> new int[weeks.count()])[weeks.of(message.at())]++;
        }
        List<Load> loads = new ArrayList<>();
        byWeek.forEach((to, counts) -> loads.add(new Load(
                to.id(), to.group(), name(to, chinese), Arrays.stream(counts).sum(), boxed(counts))));
        loads.sort(Comparator.comparingInt(Load::total).reversed().thenComparing(Load::recipient));
        return loads;
    }

    static String name(Recipient to, boolean chinese) {
        return switch (to.group()) {
            case UNIT -> to.unit().name();
            case SUPERVISORS -> to.unit().name() + (chinese ? "督导室" : ": supervision office");
            case LEADERS -> to.unit().name() + (chinese ? "局领导" : ": leaders");
        };
    }

    private List<AtRung> rungs(PlayedYear year, Weeks weeks, boolean chinese) {
        List<AtRung> rungs = new ArrayList<>();
        for (LadderPolicy.Step step : year.ladder().rungs()) {
            int[] byWeek = new int[weeks.count() + 1];
            Set<String> units = new HashSet<>();
            int tasks = 0;
            for (Stand stand : year.stands()) {
                Instant from = stand.reached().get(step.rung());
                if (from == null) {
                    continue;
                }
                tasks++;
                units.add(stand.task().leadUnit().id());
                byWeek[weeks.of(from)]++;
                byWeek[Math.min(weeks.count(), until(stand, step.rung(), weeks))]--;
            }
            for (int week = 1; week < byWeek.length; week++) {
                byWeek[week] += byWeek[week - 1];
            }
            rungs.add(new AtRung(
                    step.rung(),
                    labels.of(step.rung(), chinese),
                    tasks,
                    units.size(),
                    boxed(Arrays.copyOf(byWeek, weeks.count()))));
        }
        return rungs;
    }

    /** The first week at whose end the task stands at that rung no more. */
    private static int until(Stand stand, Rung rung, Weeks weeks) {
        Instant higher = stand.reached().entrySet().stream()
                .filter(r -> r.getKey().compareTo(rung) > 0)
                .map(Map.Entry::getValue)
                .min(Comparator.naturalOrder())
                .orElse(stand.settledAt());
        return higher == null ? weeks.count() : weeks.of(higher);
    }

    private static List<UnitStanding> units(PlayedYear year) {
        List<Rung> ladder =
                year.ladder().rungs().stream().map(LadderPolicy.Step::rung).toList();
        Map<String, UnitRef> names = new HashMap<>();
        Map<String, int[]> byUnit = new HashMap<>();
        for (Stand stand : year.stands()) {
            UnitRef unit = stand.task().leadUnit();
            names.put(unit.id(), unit);
            byUnit.computeIfAbsent(unit.id(), u -> new int[ladder.size()])[ladder.indexOf(stand.rung())]++;
        }
        List<UnitStanding> units = new ArrayList<>();
        byUnit.forEach((id, byRung) -> units.add(new UnitStanding(
                names.getOrDefault(id, new UnitRef(id, id, "/")),
                Arrays.stream(byRung).sum(),
                ladder.get(highest(byRung)),
                boxed(byRung))));
        units.sort(Comparator.comparing(UnitStanding::highest)
                .thenComparing(u -> u.byRung().get(ladder.indexOf(u.highest())))
                .thenComparing(UnitStanding::tasks)
                .reversed()
                .thenComparing(u -> u.unit().id()));
        return units;
    }

    private static int highest(int[] byRung) {
        int highest = byRung.length - 1;
        while (byRung[highest] == 0) {
            highest--;
        }
        return highest;
    }

    private static List<Integer> boxed(int[] counts) {
        return Arrays.stream(counts).boxed().toList();
    }
}
