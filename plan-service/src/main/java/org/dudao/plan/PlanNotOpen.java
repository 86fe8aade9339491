package org.dudao.plan;

import org.dudao.plan.PlanState.Phase;
import org.dudao.startup.Problem;

/** Only a draft can be edited, published or thrown away; only a published plan can be withdrawn. */
public final class PlanNotOpen extends Problem {

    PlanNotOpen(Phase phase) {
        super(409, "plan-not-open", reason(phase, true), reason(phase, false));
    }

    static String reason(Phase phase, boolean chinese) {
        return switch (phase) {
            case DRAFT -> chinese ? "计划还是草稿，尚未发布。" : "The plan is a draft and not yet published.";
            case PUBLISHED ->
                chinese
                        ? "计划已发布，内容已冻结；如需调整请提出变更。"
                        : "The plan is published and its text frozen; propose an amendment to change it.";
            case WITHDRAWN -> chinese ? "计划已撤回，不能再操作。" : "The plan was withdrawn; nothing can be done with it.";
        };
    }
}
