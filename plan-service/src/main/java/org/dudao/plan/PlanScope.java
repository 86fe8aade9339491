package org.dudao.plan;

import org.dudao.plan.PlanState.Phase;
import org.dudao.startup.Caller;
import org.dudao.startup.Role;

/**
 * Which plans somebody may see.
 *
 * @param path of the caller's unit
 * @param drafts whether the caller belongs to those who import and review
 */
public record PlanScope(String path, boolean drafts) {

    public static PlanScope of(Caller caller) {
        return new PlanScope(caller.unitPath(), caller.is(Role.ADMIN, Role.LEADER, Role.SUPERVISOR, Role.OFFICE));
    }

    public boolean sees(Plan plan) {
        String bureau = plan.bureau().path();
        return (path.startsWith(bureau) || bureau.startsWith(path)) && (drafts || plan.phase() != Phase.DRAFT);
    }
}
