package org.dudao.supervision;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dudao.contracts.Audience;
import org.dudao.contracts.Rung;
import org.dudao.startup.Problem;
import org.dudao.startup.Role;
import org.jspecify.annotations.Nullable;

/** A ladder that somebody wants. What is wrong with it is said with its place, all at once. */
public record LadderDraft(LocalTime firesAt, String note, List<LadderPolicy.Step> steps) {

    /** A year has about 250 working days. */
    private static final int MOST_DAYS = 250;
    /** What was told that often and changed nothing will not by being told once more (T7). */
    private static final int MOST_REPEATS = 10;

    private static final Set<String> MAY_SIGN = Set.of(Role.SUPERVISOR, Role.LEADER);

    /** @throws Problem 422 with every fault, when there is one */
    public LadderDraft requireSound() {
        List<Problem.Field> faults = faults();
        if (!faults.isEmpty()) {
            throw new Problem(
                    422,
                    "ladder-unsound",
                    "督办阶梯有 " + faults.size() + " 处需要修改，内容没有保存。"
                            + faults.getFirst().zh(),
                    "The ladder has " + faults.size() + " faults; nothing was saved. "
                            + faults.getFirst().en(),
                    faults);
        }
        return this;
    }

    List<Problem.Field> faults() {
        List<Problem.Field> faults = new ArrayList<>();
        if (steps.isEmpty() || steps.size() > Rung.values().length) {
            faults.add(new Problem.Field("rungs", "阶梯应有 1 到 7 级。", "A ladder has 1 to 7 rungs."));
        }
        for (int i = 0; i < steps.size(); i++) {
            LadderPolicy.Step rung = steps.get(i);
            Place place = new Place(i, faults);
            if (i == 0) {
                first(rung, place);
            } else {
                after(steps.get(i - 1), rung, place);
            }
            signature(rung, place);
            audience(rung, place);
            tellings(rung, i + 1 < steps.size() ? steps.get(i + 1) : null, place);
        }
        return faults;
    }

    /** Where a fault is. */
    private record Place(int rung, List<Problem.Field> faults) {
        void fault(String field, String zh, String en) {
            faults.add(new Problem.Field(
                    "rungs[" + rung + "]." + field, "第 " + (rung + 1) + " 级：" + zh, "Rung " + (rung + 1) + ": " + en));
        }
    }

    private static void first(LadderPolicy.Step rung, Place place) {
        if (rung.workingDays() != 0) {
            place.fault("workingDays", "第一级在立项时执行，应为 0 个工作日。", "the first is taken when the alert is raised; say 0.");
        }
        if (!rung.automatic()) {
            place.fault("automatic", "第一级必须自动执行，否则没有人知道逾期。", "the first must be automatic, or nobody hears of it.");
        }
    }

    private static void after(LadderPolicy.Step before, LadderPolicy.Step rung, Place place) {
        if (rung.rung().compareTo(before.rung()) <= 0) {
            place.fault("rung", "级别应逐级升高，且不重复。", "rungs must rise, each once.");
        }
        if (rung.workingDays() <= before.workingDays()) {
            place.fault(
                    "workingDays",
                    "应晚于上一级（第 " + before.workingDays() + " 个工作日）。",
                    "must come after the one before it (working day " + before.workingDays() + ").");
        }
        if (rung.workingDays() > MOST_DAYS) {
            place.fault("workingDays", "最多 " + MOST_DAYS + " 个工作日。", "at most " + MOST_DAYS + " working days.");
        }
    }

    private static void signature(LadderPolicy.Step rung, Place place) {
        boolean high = rung.rung().compareTo(Rung.BULLETIN) >= 0;
        if (high && rung.automatic()) {
            place.fault(
                    "automatic",
                    "通报、约谈、问责须经人签发，不能自动执行。",
                    "bulletin, talk and accountability take effect by a person's signature only.");
        }
        if (!rung.automatic() && rung.signers().isEmpty()) {
            place.fault("signers", "须写明由谁签发。", "say who signs it.");
        }
        if (rung.automatic() && !rung.signers().isEmpty()) {
            place.fault("signers", "自动执行的级别不需要签发人。", "an automatic rung has no signers.");
        }
        if (!MAY_SIGN.containsAll(rung.signers())) {
            place.fault("signers", "只有督导室和局领导可以签发。", "only supervisor and leader may sign.");
        }
        if (rung.rung() == Rung.ACCOUNTABILITY && rung.signers().contains(Role.SUPERVISOR)) {
            place.fault("signers", "问责只能由局领导签发。", "accountability is signed by a leader only.");
        }
    }

    private static void audience(LadderPolicy.Step rung, Place place) {
        if (rung.audience().isEmpty()) {
            place.fault("audience", "须写明告知谁。", "say who hears of it.");
        }
        if (new HashSet<>(rung.audience()).size() < rung.audience().size()) {
            place.fault("audience", "告知对象不能重复。", "names somebody twice.");
        }
        if (rung.superiorAfter() != null && rung.audience().contains(Audience.SUPERIOR_UNIT)) {
            place.fault(
                    "superiorAfter",
                    "这一级已同时告知上级单位，不能再延后告知一次。",
                    "the unit above hears of it at once; it cannot hear of it later, too.");
        }
    }

    private static void tellings(LadderPolicy.Step rung, LadderPolicy.@Nullable Step next, Place place) {
        LadderPolicy.Repeat repeat = rung.repeat();
        if (rung.superiorAfter() != null && rung.superiorAfter() < 1) {
            place.fault("superiorAfter", "应至少晚 1 个工作日。", "must be at least one working day.");
        }
        if (repeat != null && (repeat.every() < 1 || repeat.times() < 1 || repeat.times() > MOST_REPEATS)) {
            place.fault(
                    "repeat",
                    "间隔至少 1 个工作日，次数为 1 到 " + MOST_REPEATS + " 次。",
                    "at least one working day apart, 1 to " + MOST_REPEATS + " times.");
        } else if (next != null && rung.lastDay() > rung.workingDays() && rung.lastDay() >= next.workingDays()) {
            place.fault(
                    repeat == null ? "superiorAfter" : "repeat",
                    "要到第 " + rung.lastDay() + " 个工作日才告知完，下一级在第 " + next.workingDays() + " 个工作日就开始。",
                    "it tells until working day " + rung.lastDay() + ", but the next rung comes on day "
                            + next.workingDays() + ".");
        }
    }
}
