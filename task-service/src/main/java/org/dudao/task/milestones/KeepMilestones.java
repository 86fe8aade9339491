package org.dudao.task.milestones;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dudao.contracts.MilestoneFacts;
import org.dudao.outbox.Outbox;
import org.dudao.startup.Problem;
import org.dudao.task.Act;
import org.dudao.task.Deadlines;
import org.dudao.task.Desk;
import org.dudao.task.Milestones;
import org.dudao.task.Milestones.Planned;
import org.dudao.task.Task;
import org.dudao.task.milestones.MilestonesResource.AskedMilestone;

/** Sets a task's milestones, and tells how far one of them is; readers hear of all as they are then. */
@ApplicationScoped
class KeepMilestones {

    private final Desk desk;
    private final Milestones milestones;
    private final Deadlines deadlines;

    KeepMilestones(Desk desk, Milestones milestones, Deadlines deadlines) {
        this.desk = desk;
        this.milestones = milestones;
        this.deadlines = deadlines;
    }

    @Transactional
    void set(UUID id, List<AskedMilestone> asked) {
        Task task = desk.take(id, Act.SET_MILESTONES);
        List<MilestoneFacts> before = milestones.factsOf(id);
        milestones.replace(task, planned(task, asked, before));
        tell(task, Act.SET_MILESTONES, "milestones-set", Map.of("milestones", asked.size()));
    }

    @Transactional
    void progress(UUID id, UUID milestone, int progress, String proof) {
        Task task = desk.take(id, Act.REACH_MILESTONE);
        String name = milestones.factsOf(id).stream()
                .filter(m -> m.id().equals(milestone))
                .map(MilestoneFacts::name)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("节点", milestone));
        milestones.progress(id, milestone, progress, proof, desk.who());
        tell(
                task,
                Act.REACH_MILESTONE,
                progress == 100 ? "milestone-reached" : "milestone-told",
                Map.of("name", name, "progress", progress, "reason", proof));
    }

    private void tell(Task task, Act act, String word, Map<String, ?> after) {
        deadlines.planMilestones(List.of(task.id()));
        desk.tell(
                task.milestones(milestones.factsOf(task.id()), act, desk.who(), desk.names(task)),
                word,
                task,
                null,
                after);
    }

    private static List<Planned> planned(Task task, List<AskedMilestone> asked, List<MilestoneFacts> before) {
        Set<UUID> known = before.stream().map(MilestoneFacts::id).collect(Collectors.toSet());
        Set<UUID> named = new HashSet<>();
        List<Planned> planned = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            AskedMilestone one = asked.get(i);
            UUID own = one.id();
            if (own != null && !(known.contains(own) && named.add(own))) {
                throw Problem.invalid(
                        "milestones[" + i + "].id",
                        "本任务没有这个节点，或重复。",
                        "The task has no such milestone, or it stands twice.");
            }
            if (one.dueOn().isAfter(task.dueOn())) {
                throw Problem.invalid(
                        "milestones[" + i + "].dueOn",
                        "节点日期不能晚于任务期限" + task.dueOn() + "。",
                        "A milestone cannot lie after the task's due day, " + task.dueOn() + ".");
            }
            planned.add(
                    new Planned(own == null ? Outbox.newId() : own, one.name().strip(), one.dueOn()));
        }
        return planned;
    }
}
