package org.dudao.task;

import org.dudao.startup.Problem;

/** 409: the task is in a phase where the act makes no sense. */
public class NotInThisPhase extends Problem {

    public NotInThisPhase(Act act, TaskPhase phase) {
        super(409, "task-" + phase.word().replace('_', '-'), zh(act, phase), en(act, phase));
    }

    static String zh(Act act, TaskPhase phase) {
        return "任务" + phase.zh() + "，不能" + act.zh() + "。" + cureZh(act, phase);
    }

    static String en(Act act, TaskPhase phase) {
        return "The task is " + phase.en() + "; it is not possible to " + act.en() + " it." + cureEn(act, phase);
    }

    private static String cureZh(Act act, TaskPhase phase) {
        if (phase == TaskPhase.ASSIGNED && (act == Act.REPORT || act == Act.SUBMIT)) {
            return "请先签收。";
        }
        if (phase == TaskPhase.SUSPENDED) {
            return "请先恢复。";
        }
        if (phase == TaskPhase.SUBMITTED && act != Act.ACCEPT) {
            return "请等待核验，或先退回。";
        }
        return "";
    }

    private static String cureEn(Act act, TaskPhase phase) {
        if (phase == TaskPhase.ASSIGNED && (act == Act.REPORT || act == Act.SUBMIT)) {
            return " Accept it first.";
        }
        if (phase == TaskPhase.SUSPENDED) {
            return " Have it resumed first.";
        }
        if (phase == TaskPhase.SUBMITTED && act != Act.ACCEPT) {
            return " Wait for the verification, or have it sent back first.";
        }
        return "";
    }
}
