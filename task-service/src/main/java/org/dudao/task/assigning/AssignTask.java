package org.dudao.task.assigning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.dudao.contracts.TaskEvent;
import org.dudao.contracts.UnitRef;
import org.dudao.outbox.Outbox;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.startup.Versions;
import org.dudao.task.Act;
import org.dudao.task.Acts;
import org.dudao.task.Deadlines;
import org.dudao.task.ReminderPolicy;
import org.dudao.task.Scope;
import org.dudao.task.Task;
import org.dudao.task.TaskPhase;
import org.dudao.task.Tasks;
import org.dudao.task.Unit;
import org.dudao.task.Units;
import org.jspecify.annotations.Nullable;

/** Makes a unit responsible, names who supports it, and spreads the task over units as shares of their own. */
@ApplicationScoped
public class AssignTask {

    private final Tasks tasks;
    private final Units units;
    private final Deadlines deadlines;
    private final Outbox outbox;
    private final Audit audit;
    private final Acts acts;
    private final Caller caller;
    private final Clock clock;

    public AssignTask(
            Tasks tasks,
            Units units,
            Deadlines deadlines,
            Outbox outbox,
            Audit audit,
            Acts acts,
            Caller caller,
            Clock clock) {
        this.tasks = tasks;
        this.units = units;
        this.deadlines = deadlines;
        this.outbox = outbox;
        this.audit = audit;
        this.acts = acts;
        this.caller = caller;
        this.clock = clock;
    }

    /** Who answers, who helps, by when; {@code dueOn} null keeps the day. */
    public record Responsibility(
            String leadUnitId,
            List<String> supportingUnitIds,
            @Nullable LocalDate dueOn,
            List<String> spreadOver) {}

    @Transactional
    public void assign(UUID id, @Nullable String ifMatch, Responsibility asked) {
        Task task = tasks.held(id, Scope.of(caller));
        acts.require(Act.ASSIGN, task);
        Versions.requireMatch(ifMatch, task.version());
        Map<String, UnitRef> named = known(asked);
        Function<String, UnitRef> names = units.naming(namesOf(task, asked));
        LocalDate due = asked.dueOn() == null ? task.dueOn() : asked.dueOn();
        ReminderPolicy policy = deadlines.policy();
        Instant now = clock.instant();
        List<TaskEvent> said = new ArrayList<>();
        List<UUID> planned = new ArrayList<>();
        Set<String> supporting = new LinkedHashSet<>(asked.supportingUnitIds());
        supporting.remove(asked.leadUnitId());
        UnitRef lead = named(named, asked.leadUnitId());

        make(task, lead, List.copyOf(supporting), due, policy, now, names, said, planned);
        List<Task> shares = tasks.heldSharesOf(id);
        Set<String> have = new HashSet<>();
        for (Task share : shares) {
            share.askedBy(lead.path());
            have.add(String.valueOf(share.leadUnitId()));
        }
        for (String unitId : new LinkedHashSet<>(asked.spreadOver())) {
            if (have.add(unitId)) {
                Task share = task.shareOf(Outbox.newId());
                tasks.persist(share);
                make(share, named(named, unitId), List.of(), due, policy, now, names, said, planned);
            }
        }
        // The deadlines are planned by SQL, from rows that have to be there.
        tasks.flush();
        deadlines.planAnew(planned);
        outbox.append(said);
    }

    private void make(
            Task task,
            UnitRef lead,
            List<String> supporting,
            LocalDate due,
            ReminderPolicy policy,
            Instant now,
            Function<String, UnitRef> names,
            List<TaskEvent> said,
            List<UUID> planned) {
        Map<String, Object> before = facts(task);
        Optional<TaskEvent> event = task.assign(lead, supporting, due, policy, now, caller.username(), names);
        if (event.isPresent()) {
            said.add(event.get());
            planned.add(task.id());
            audit.record(caller, TaskPhase.ASSIGNED.word(), "task", task.id(), before, facts(task));
        }
    }

    private static Map<String, Object> facts(Task task) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("state", task.phase().word());
        String lead = task.leadUnitId();
        if (lead != null) {
            facts.put("leadUnitId", lead);
        }
        facts.put("supportingUnitIds", task.supportingUnitIds());
        facts.put("dueOn", task.dueOn());
        return facts;
    }

    private static List<String> namesOf(Task task, Responsibility asked) {
        List<String> ids = new ArrayList<>(asked.supportingUnitIds());
        ids.addAll(asked.spreadOver());
        ids.add(asked.leadUnitId());
        ids.add(task.bureauId());
        return ids;
    }

    /** Every unit that was named, open and within the caller's scope. */
    private Map<String, UnitRef> known(Responsibility asked) {
        Map<String, UnitRef> known = new LinkedHashMap<>();
        List<Problem.Field> wrong = new ArrayList<>();
        check("leadUnitId", asked.leadUnitId(), known, wrong);
        for (int i = 0; i < asked.supportingUnitIds().size(); i++) {
            check("supportingUnitIds[" + i + "]", asked.supportingUnitIds().get(i), known, wrong);
        }
        for (int i = 0; i < asked.spreadOver().size(); i++) {
            check("spreadOver[" + i + "]", asked.spreadOver().get(i), known, wrong);
        }
        if (!wrong.isEmpty()) {
            throw new Problem(
                    422,
                    "invalid",
                    "有单位不存在、已关闭或不在您的权限范围内。",
                    "A unit does not exist, is closed or lies outside your scope.",
                    wrong);
        }
        return known;
    }

    private void check(String field, String id, Map<String, UnitRef> known, List<Problem.Field> wrong) {
        if (known.containsKey(id)) {
            return;
        }
        Optional<Unit> unit = units.find(id).filter(u -> u.open() && caller.sees(u.path()));
        unit.ifPresentOrElse(
                u -> known.put(id, u.ref()),
                () -> wrong.add(new Problem.Field(field, "没有这个单位：" + id, "There is no such unit: " + id)));
    }

    private static UnitRef named(Map<String, UnitRef> known, String id) {
        return Optional.ofNullable(known.get(id)).orElseThrow();
    }
}
