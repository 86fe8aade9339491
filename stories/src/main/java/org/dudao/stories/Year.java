package org.dudao.stories;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A plan's year under a moved clock, from one day that matters to the next. The first alert is followed up its ladder. */
final class Year {

    private final Bureau bureau;
    private final YearClock clock;
    private final Quiet quiet;
    private final Narrator narrator;
    private final List<JsonNode> tasks;
    private final Work work;

    int inTime;
    int late;

    @Nullable
    String followedTask;

    @Nullable
    String followedAlert;

    private Instant ladderNext = Instant.MAX;
    private boolean ladderDone;

    Year(Bureau bureau, YearClock clock, Quiet quiet, Narrator narrator, List<JsonNode> tasks) {
        this.bureau = bureau;
        this.clock = clock;
        this.quiet = quiet;
        this.narrator = narrator;
        this.tasks = tasks;
        this.work = new Work(bureau, tasks);
    }

    /**
     * Every third task is done in time, every third is told of and done late, the rest is left alone: the clock goes from
     * one day that matters to the next.
     */
    Year live(int year) {
        Counts before = Counts.of(bureau);
        Set<String> ours = tasks.stream().map(t -> t.path("id").asText()).collect(Collectors.toSet());
        TreeSet<LocalDate> dues = new TreeSet<>();
        tasks.forEach(t -> dues.add(LocalDate.parse(t.path("dueOn").asText())));
        List<Day> days = new ArrayList<>();
        for (LocalDate due : dues) {
            if (due.getYear() > year + 1) {
                continue;
            }
            days.add(new Day(due.minusDays(4), Demo.MORNING, d -> inTime += work.complete(due, n -> n % 3 == 0)));
            days.add(new Day(due, Demo.MORNING, d -> work.report(due, n -> n % 3 == 1)));
            days.add(new Day(due.plusDays(1), LocalTime.of(0, 5), d -> {}));
        }
        days.removeIf(d -> d.at().isBefore(clock.now()));
        days.sort(Comparator.comparing(Day::at));
        for (Day day : days) {
            climbUntil(day.at());
            before = go(day.at(), day.acts(), before);
            follow(ours);
        }
        climbUntil(Instant.MAX);
        before = Counts.of(bureau);
        if (followedTask != null) {
            Narrator.Step t = narrator.begin("迟到的办结 late completion");
            String task = followedTask;
            work.completeOne(task);
            late++;
            quiet.await(Demo.PATIENCE);
            JsonNode alert = bureau.get("supervisor", "supervision", "/alerts/" + followedAlert)
                    .ok();
            t.end("任务办结，督办预警状态：%s", alert.path("state").asText());
        }
        late += work.complete(null, n -> n % 3 == 1);
        quiet.await(Demo.PATIENCE);
        return this;
    }

    private record Day(LocalDate date, LocalTime time, Consumer<LocalDate> acts) {
        Instant at() {
            return date.atTime(time).atZone(YearClock.BUREAU_ZONE).toInstant();
        }
    }

    private Counts go(Instant to, Consumer<LocalDate> acts, Counts before) {
        Narrator.Step t = narrator.begin("时间 clock → " + Narrator.day(to));
        clock.moveTo(to);
        acts.accept(to.atZone(YearClock.BUREAU_ZONE).toLocalDate());
        quiet.await(Demo.PATIENCE);
        Counts now = Counts.of(bureau);
        t.end("%s", now.since(before));
        return now;
    }

    /** Follows the first alert up its ladder until {@code end}, step by planned step, signing what waits for a signature. */
    private void climbUntil(Instant end) {
        while (followedAlert != null && !ladderDone && ladderNext.isBefore(end)) {
            Instant next = ladderNext.plusSeconds(60);
            Narrator.Step t = narrator.begin("时间 clock → " + Narrator.day(next));
            if (next.isAfter(clock.now())) {
                clock.moveTo(next);
            }
            quiet.await(Demo.PATIENCE);
            sign(followedAlert);
            quiet.await(Demo.PATIENCE);
            t.end("%s", ladder(followedAlert));
            planNext();
        }
    }

    private void follow(Set<String> ours) {
        if (followedAlert != null) {
            return;
        }
        JsonNode alert = bureau.list("supervisor", "supervision", "/alerts?state=open").stream()
                .filter(a -> ours.contains(a.path("taskId").asText()))
                .findFirst()
                .orElse(null);
        if (alert == null) {
            return;
        }
        followedAlert = alert.path("id").asText();
        followedTask = alert.path("taskId").asText();
        narrator.say("督办预警（跟踪其中一条）：" + Narrator.cut(alert.path("title").asText(), 40) + "  责任单位 "
                + alert.path("unit").path("name").asText());
        planNext();
    }

    private void planNext() {
        JsonNode alert = bureau.get("supervisor", "supervision", "/alerts/" + followedAlert)
                .ok();
        ladderNext = Instant.MAX;
        ladderDone = true;
        for (JsonNode s : alert.path("steps")) {
            if (s.path("state").asText().equals("planned")) {
                ladderNext = Instant.parse(s.path("plannedAt").asText());
                ladderDone = false;
                return;
            }
        }
    }

    private void sign(String alertId) {
        JsonNode alert =
                bureau.get("leader", "supervision", "/alerts/" + alertId).ok();
        for (JsonNode s : alert.path("steps")) {
            if (s.path("state").asText().equals("proposed")) {
                bureau.put(
                                "leader",
                                "supervision",
                                "/alerts/" + alertId + "/steps/"
                                        + s.path("ordinal").asText() + "/signature",
                                Bureau.object())
                        .ok();
            }
        }
    }

    private String ladder(String alertId) {
        JsonNode alert =
                bureau.get("supervisor", "supervision", "/alerts/" + alertId).ok();
        StringBuilder text = new StringBuilder();
        for (JsonNode s : alert.path("steps")) {
            String mark = switch (s.path("state").asText()) {
                case "taken" -> "●";
                case "signed" -> "◆";
                case "proposed" -> "◇";
                default -> "○";
            };
            text.append(mark).append(Narrator.label(s.path("rung").asText())).append(' ');
        }
        return text.toString();
    }
}
