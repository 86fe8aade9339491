package org.dudao.plan.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.contracts.TaskEvent;
import org.dudao.contracts.TaskEvent.TaskAssigned;
import org.dudao.contracts.TaskEvent.TaskCompleted;
import org.dudao.contracts.TaskEvent.TaskReported;
import org.dudao.plan.Target;
import org.dudao.plan.Targets;
import org.dudao.startup.Audit;

/** Keeps each target's attainment from what its task tells. A unit's share of a task is summed up there, not here. */
@ApplicationScoped
public class TrackAttainmentWhenTaskReported {

    private final Targets targets;
    private final Audit audit;

    public TrackAttainmentWhenTaskReported(Targets targets, Audit audit) {
        this.targets = targets;
        this.audit = audit;
    }

    public void assigned(List<TaskAssigned> facts) {
        Map<UUID, Target> concerned = concerned(facts);
        for (TaskAssigned fact : facts) {
            Target target = concerned.get(fact.task().targetId());
            if (target != null && fact.task().parentId() == null) {
                target.assigned(fact.task().taskId(), fact.version());
            }
        }
    }

    public void reported(List<TaskReported> facts) {
        Map<UUID, Target> concerned = concerned(facts);
        for (TaskReported fact : facts) {
            Target target = concerned.get(fact.task().targetId());
            if (target != null
                    && fact.task().parentId() == null
                    && target.reported(fact.task().taskId(), fact.version(), fact.value())) {
                audit.recordSystem("reported", "target", target.id(), attainment(target));
            }
        }
    }

    public void completed(List<TaskCompleted> facts) {
        Map<UUID, Target> concerned = concerned(facts);
        for (TaskCompleted fact : facts) {
            Target target = concerned.get(fact.task().targetId());
            if (target != null
                    && fact.task().parentId() == null
                    && target.completed(fact.task().taskId(), fact.version(), fact.value())) {
                audit.recordSystem("completed", "target", target.id(), attainment(target));
            }
        }
    }

    /** Targets of a plan that is not kept here are nobody's here. */
    private Map<UUID, Target> concerned(List<? extends TaskEvent> facts) {
        return targets.byId(
                facts.stream().map(f -> f.task().targetId()).distinct().toList());
    }

    private static Map<String, Object> attainment(Target target) {
        Object value = target.attainedValue();
        return value == null
                ? Map.of("attained", target.attained())
                : Map.of("attained", target.attained(), "value", value);
    }
}
