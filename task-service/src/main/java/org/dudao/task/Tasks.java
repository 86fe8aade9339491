package org.dudao.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dudao.startup.Cursor;
import org.dudao.startup.Page;
import org.dudao.startup.Problem;
import org.jspecify.annotations.Nullable;

/** All tasks. */
@ApplicationScoped
public class Tasks implements PanacheRepositoryBase<Task, UUID> {

    /** The task, its row locked until the end of the transaction. @throws Problem 404 when there is none in scope */
    public Task held(UUID id, Scope scope) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .filter(scope::sees)
                .orElseThrow(() -> Problem.notFound("任务", id));
    }

    /** Those of the tasks that lie in scope, their rows locked in the order of ids. */
    public Map<UUID, Task> held(Collection<UUID> ids, Scope scope) {
        return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                .filter(scope::sees)
                .collect(Collectors.toMap(Task::id, Function.identity()));
    }

    /** @throws Problem 404 when there is none in scope */
    public Task seen(UUID id, Scope scope) {
        return findByIdOptional(id).filter(scope::sees).orElseThrow(() -> Problem.notFound("任务", id));
    }

    /**
     * A page by due day; page 1,000 is as quick as page 1. The whole is counted on the first page only: the cursor carries
     * the count along, so that a walk tells one length from its beginning to its end.
     */
    public Page<Task> page(
            TaskFilter filter, Scope scope, LocalDate today, boolean latestFirst, int limit, Optional<Cursor> after) {
        Map<String, Object> parameters = new HashMap<>();
        String where = filter.where(scope, today, parameters);
        long total = after.isPresent() ? Long.parseLong(after.get().part(2)) : counted(where, parameters);
        String order = latestFirst ? "t.due_on DESC, t.id DESC" : "t.due_on, t.id";
        if (after.isPresent()) {
            where += latestFirst
                    ? " AND (t.due_on, t.id) < (:afterDue, :afterId)"
                    : " AND (t.due_on, t.id) > (:afterDue, :afterId)";
            parameters.put("afterDue", LocalDate.parse(after.get().part(0)));
            parameters.put("afterId", UUID.fromString(after.get().part(1)));
        }
        Query select = getEntityManager()
                .createNativeQuery(
                        "SELECT t.* FROM task t WHERE " + where + " ORDER BY " + order + " LIMIT " + (limit + 1),
                        Task.class);
        parameters.forEach(select::setParameter);
        @SuppressWarnings("unchecked")
        List<Task> rows = select.getResultList();
        return Page.of(rows, limit, total, t -> Cursor.of(t.dueOn(), t.id(), total));
    }

    /** Where a page ended. @throws Problem 422 when it is not one of ours */
    public static Optional<Cursor> cursor(@Nullable String text) {
        return Cursor.parse(text, 3);
    }

    public long count(TaskFilter filter, Scope scope, LocalDate today) {
        Map<String, Object> parameters = new HashMap<>();
        return counted(filter.where(scope, today, parameters), parameters);
    }

    private long counted(String where, Map<String, Object> parameters) {
        Query count = getEntityManager().createNativeQuery("SELECT count(*) FROM task t WHERE " + where, Long.class);
        parameters.forEach(count::setParameter);
        return (Long) count.getSingleResult();
    }

    /** Shares whose clock stopped together with the task's, locked. */
    public List<Task> heldSuspendedWith(UUID task) {
        return find("suspendedWith = ?1 order by id", task)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Shares that have not been cancelled, locked. */
    public List<Task> heldSharesOf(UUID parent) {
        return find("parentId = ?1 and life.phase <> 'cancelled' order by id", parent)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
