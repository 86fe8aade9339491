package org.dudao.plan;

import java.util.List;
import org.dudao.plan.PlanState.Phase;
import org.dudao.plan.Reading.Change;

/** Which targets are key work. */
public final class KeyWork {

    private KeyWork() {}

    /**
     * @return those for which it is news
     * @throws PlanNotOpen when the plan was withdrawn
     */
    public static List<Change> mark(Plan plan, List<Target> targets, boolean key, Hand hand) {
        if (plan.phase() == Phase.WITHDRAWN) {
            throw new PlanNotOpen(plan.phase());
        }
        List<Target> news = targets.stream().filter(t -> t.key() != key).toList();
        if (news.isEmpty()) {
            return List.of();
        }
        long version = plan.countVersion();
        return news.stream()
                .map(t -> t.become(t.reading().keyed(key), version, hand))
                .toList();
    }
}
