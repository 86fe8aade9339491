package org.dudao.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/**
 * 5,000 deadlines pass at one instant while processes are killed at random and the clock jumps: nothing is lost, nothing is
 * said twice and nothing early. Three kills; {@code ./dudao test --storm} has thirty. The seed is printed and can be given
 * again with {@code -Ddudao.storm.seed=…}.
 */
class StormAndFaultsStory {

    private static final int TASKS = Integer.getInteger("dudao.storm.tasks", 5_000);
    private static final int KILLS = Integer.getInteger("dudao.storm.kills", 3);
    private static final long SEED = Long.getLong("dudao.storm.seed", System.nanoTime());

    /** A storm is over after so many; more kills than that are dealt out over several storms. */
    private static final int KILLS_OF_A_STORM = 10;

    private static final List<String> MORTAL =
            List.of("task", "supervision", "notification", "plan", "console", "kafka", "postgres");
    private static final LocalDate FIRST_DUE = LocalDate.of(2030, 6, 28);

    private final Line line = Line.started();
    private final Random random = new Random(SEED);
    private final Deque<String> fate = new ArrayDeque<>();
    private final List<String> killed = new ArrayList<>();

    @Test
    void every_task_has_one_overdue_event_one_alert_and_one_message_per_recipient() {
        System.out.printf("storm: seed %d, %d kills, %,d tasks%n", SEED, KILLS, TASKS);
        List<Aftermath> aftermaths = new ArrayList<>();
        for (int left = KILLS; left > 0; left -= KILLS_OF_A_STORM) {
            LocalDate due = FIRST_DUE.plusWeeks(aftermaths.size());
            aftermaths.add(storm(due, Math.min(left, KILLS_OF_A_STORM)));
        }
        System.out.printf(
                "RESULT faults seed=%d kills=%s tasks=%d events=%d alerts=%d messages=%d lost=%d doubled=%d early=%d%n",
                SEED,
                String.join("+", killed),
                sum(aftermaths, Aftermath::tasks),
                sum(aftermaths, Aftermath::events),
                sum(aftermaths, Aftermath::alerts),
                sum(aftermaths, Aftermath::messages),
                sum(aftermaths, Aftermath::lost),
                sum(aftermaths, Aftermath::doubled),
                sum(aftermaths, Aftermath::early));
        assertEquals(0, sum(aftermaths, Aftermath::lost), "lost");
        assertEquals(0, sum(aftermaths, Aftermath::doubled), "doubled");
        assertEquals(0, sum(aftermaths, Aftermath::early), "early");
        for (String service : List.of("plan", "task", "supervision", "notification")) {
            assertEquals(
                    0, line.ledger.count(service, "SELECT count(*) FROM dead_letter WHERE state = 'waiting'"), service);
            assertEquals(0, line.ledger.count(service, "SELECT count(*) FROM outbox"), service);
        }
    }

    private Aftermath storm(LocalDate due, int kills) {
        Instant over = due.plusDays(1).atStartOfDay(YearClock.BUREAU_ZONE).toInstant();
        line.clock.moveTo(due, LocalTime.of(10, 0));
        UUID plan = UUID.fromString(ManyTasks.assigned(line, TASKS, due));
        line.clock.moveTo(due, LocalTime.of(22, 0));
        line.quiet.await(Duration.ofMinutes(5));
        assertEquals(0, alerts(plan), "before its day is over");
        line.clock.moveTo(due, LocalTime.of(23, 59, 58));
        await("the first overdue task", () -> overdueSaid(plan) > 0);

        for (int n = 0; n < kills; n++) {
            killOne();
            if (n == kills / 2) {
                line.clock.moveTo(over.minus(Duration.ofHours(3)));
            }
            pause(500 + random.nextInt(2_000));
        }
        line.clock.moveTo(over.plus(Duration.ofHours(1)));
        await("all processes", this::allAreBack);
        await("every overdue said", () -> overdueSaid(plan) == TASKS);
        await("every alert raised", () -> alerts(plan) == TASKS);
        await("every alert told", () -> Aftermath.alertsTold(line.ledger, plan) == TASKS);
        line.quiet.await(Duration.ofMinutes(5));
        return Aftermath.of(line.ledger, plan, over);
    }

    /** Each dies once before one dies a second time; whoever is down is started again, as systemd or Kubernetes would. */
    private void killOne() {
        if (fate.isEmpty()) {
            List<String> dealt = new ArrayList<>(MORTAL);
            Collections.shuffle(dealt, random);
            fate.addAll(dealt);
        }
        String victim = fate.remove();
        killed.add(victim);
        line.stack.kill9(victim);
        MORTAL.forEach(line.stack::launch);
    }

    private boolean allAreBack() {
        MORTAL.forEach(line.stack::launch);
        return MORTAL.stream().allMatch(line.stack::isReady);
    }

    private long overdueSaid(UUID plan) {
        return line.ledger.count(
                "task", "SELECT count(*) FROM task WHERE plan_id = ? AND overdue_said_at IS NOT NULL", plan);
    }

    private long alerts(UUID plan) {
        return line.ledger.count("supervision", "SELECT count(*) FROM alert WHERE plan_id = ?", plan);
    }

    private static long sum(List<Aftermath> aftermaths, java.util.function.ToLongFunction<Aftermath> figure) {
        return aftermaths.stream().mapToLong(figure).sum();
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain for " + what);
            }
            pause(100);
        }
    }

    private static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
