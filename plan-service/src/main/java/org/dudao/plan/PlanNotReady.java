package org.dudao.plan;

import org.dudao.startup.Problem;

/** A draft with targets that nobody has decided on, or with none accepted, is not fit for publication. */
public final class PlanNotReady extends Problem {

    PlanNotReady(long unreviewed) {
        super(409, "plan-not-ready", reason(unreviewed, true), reason(unreviewed, false));
    }

    static String reason(long unreviewed, boolean chinese) {
        if (unreviewed > 0) {
            return chinese
                    ? "还有 " + unreviewed + " 个目标没有审核，请先采纳或剔除。"
                    : unreviewed + " targets are not reviewed yet; accept or reject them first.";
        }
        return chinese ? "没有采纳任何目标，不能发布。" : "No target is accepted; there is nothing to publish.";
    }
}
