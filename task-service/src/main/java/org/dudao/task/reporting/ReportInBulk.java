package org.dudao.task.reporting;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dudao.contracts.TaskEvent;
import org.dudao.contracts.UnitRef;
import org.dudao.outbox.Outbox;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Idempotency;
import org.dudao.startup.Problem;
import org.dudao.task.Act;
import org.dudao.task.Acts;
import org.dudao.task.Reports;
import org.dudao.task.Scope;
import org.dudao.task.Task;
import org.dudao.task.Tasks;
import org.dudao.task.Units;
import org.jspecify.annotations.Nullable;

/**
 * Many reports at once, each with its own answer. A hundred share a transaction: what was answered is kept though the
 * connection breaks, and a repeat with the same key goes on where it broke.
 */
@ApplicationScoped
public class ReportInBulk {

    private static final int GROUP = 100;

    private final Tasks tasks;
    private final Units units;
    private final Reports reports;
    private final Acts acts;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    public ReportInBulk(
            Tasks tasks,
            Units units,
            Reports reports,
            Acts acts,
            Idempotency idempotency,
            Outbox outbox,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.tasks = tasks;
        this.units = units;
        this.reports = reports;
        this.acts = acts;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    record Item(UUID taskId, @Nullable BigDecimal value, String narrative) {}

    /** What became of an item. */
    public enum ReportOutcome {
        REPORTED,
        /** Was reported under this key before; nothing is said twice. */
        REPEATED,
        REFUSED
    }

    record Result(
            UUID taskId,
            ReportOutcome outcome,
            @Nullable UUID reportId,
            @Nullable Problem refusal) {}

    /** @return one result per item, in their order */
    List<Result> report(List<Item> items, @Nullable String key) {
        Idempotency.checkKey(key);
        Map<UUID, Result> results = new LinkedHashMap<>();
        List<Item> distinct = List.copyOf(items.stream()
                .collect(Collectors.toMap(Item::taskId, i -> i, (a, b) -> a, LinkedHashMap::new))
                .values());
        for (int from = 0; from < distinct.size(); from += GROUP) {
            List<Item> group = distinct.subList(from, Math.min(from + GROUP, distinct.size()));
            QuarkusTransaction.requiringNew().run(() -> reportGroup(group, key, results));
        }
        Set<Item> first = new HashSet<>();
        Set<UUID> seen = new HashSet<>();
        items.stream().filter(i -> seen.add(i.taskId())).forEach(first::add);
        return items.stream()
                .map(i -> first.remove(i) ? Objects.requireNonNull(results.get(i.taskId())) : twice(i))
                .toList();
    }

    private static Result twice(Item item) {
        return new Result(
                item.taskId(),
                ReportOutcome.REFUSED,
                null,
                Problem.invalid("taskId", "同一任务在一次请求中只能出现一次。", "A task may stand only once in a request."));
    }

    private void reportGroup(List<Item> group, @Nullable String key, Map<UUID, Result> results) {
        Instant now = clock.instant();
        Map<UUID, Task> held = tasks.held(group.stream().map(Item::taskId).toList(), Scope.of(caller));
        Map<String, Idempotency.Former> formers =
                key == null ? Map.of() : idempotency.formers(caller, keys(group, key));
        Function<String, UnitRef> names = units.namingFor(held.values());
        List<TaskEvent> said = new ArrayList<>();
        List<Reports.Added> added = new ArrayList<>();
        Map<Object, Object> told = new LinkedHashMap<>();
        Map<String, Idempotency.Former> claimed = new HashMap<>();
        for (Item item : group) {
            try {
                String own = key == null ? null : own(key, item);
                String fingerprint = Idempotency.fingerprint(item.taskId(), text(item.value()), item.narrative());
                Idempotency.Former former = own == null ? null : formers.get(own);
                if (former != null) {
                    results.put(
                            item.taskId(),
                            new Result(item.taskId(), ReportOutcome.REPEATED, former.sameAs(fingerprint), null));
                    continue;
                }
                Task task = held.get(item.taskId());
                if (task == null) {
                    throw Problem.notFound("任务", item.taskId());
                }
                acts.require(Act.REPORT, task);
                UUID id = Outbox.newId();
                said.add(task.report(item.value(), item.narrative(), now, caller.username(), names));
                added.add(new Reports.Added(id, task, item.value(), item.narrative()));
                told.put(task.id(), after(task, item));
                if (own != null) {
                    claimed.put(own, new Idempotency.Former(fingerprint, id));
                }
                results.put(item.taskId(), new Result(item.taskId(), ReportOutcome.REPORTED, id, null));
            } catch (Problem refused) {
                results.put(item.taskId(), new Result(item.taskId(), ReportOutcome.REFUSED, null, refused));
            }
        }
        reports.addAll(added, now, caller.username());
        idempotency.remember(caller, claimed);
        outbox.append(said);
        audit.recordEach(caller, "reported", "task", told);
    }

    private static List<String> keys(List<Item> group, String key) {
        return group.stream().map(i -> own(key, i)).toList();
    }

    private static String own(String key, Item item) {
        return key + "/" + item.taskId();
    }

    private static String text(@Nullable BigDecimal value) {
        return value == null ? "" : value.stripTrailingZeros().toPlainString();
    }

    private static Map<String, Object> after(Task task, Item item) {
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("state", task.phase().word());
        if (item.value() != null) {
            after.put("value", item.value());
        }
        after.put("narrative", item.narrative());
        return after;
    }
}
