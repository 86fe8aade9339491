package org.dudao.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a list shows. Counts and lists are made from the same filter, so a count always opens a list of that
 * length (T13).
 *
 * @param phases empty for all
 * @param dueFrom first due day shown
 * @param dueBefore first due day no longer shown
 * @param waiting what somebody has to decide
 * @param changedSince only tasks of which something was told at this moment or later
 */
public record TaskFilter(
        Set<TaskPhase> phases,
        @Nullable String unitId,
        @Nullable UUID planId,
        @Nullable UUID parentId,
        boolean overdue,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueBefore,
        @Nullable Waiting waiting,
        @Nullable String q,
        @Nullable Instant changedSince) {

    /** What waits for a decision. */
    public enum Waiting {
        /** A unit asks for more time. */
        EXTENSION,
        /** A suspension has lasted longer than was expected. */
        RESUMPTION,
        /** Something the unit cannot get past by itself. */
        OBSTACLE,
        /** A milestone whose day has passed. */
        MILESTONE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Assigned and not ended. */
    public static final Set<TaskPhase> RUNNING =
            Set.of(TaskPhase.ASSIGNED, TaskPhase.ACCEPTED, TaskPhase.UNDER_WAY, TaskPhase.SUBMITTED);

    public static final TaskFilter ALL =
            new TaskFilter(Set.of(), null, null, null, false, null, null, null, null, null);

    public static TaskFilter in(TaskPhase phase) {
        return new TaskFilter(Set.of(phase), null, null, null, false, null, null, null, null, null);
    }

    public static TaskFilter running() {
        return new TaskFilter(RUNNING, null, null, null, false, null, null, null, null, null);
    }

    public static TaskFilter overdueNow() {
        return new TaskFilter(Set.of(), null, null, null, true, null, null, null, null, null);
    }

    public static TaskFilter waitingFor(Waiting decision) {
        return new TaskFilter(Set.of(), null, null, null, false, null, null, decision, null, null);
    }

    public static TaskFilter runningAndDue(LocalDate from, LocalDate before) {
        return new TaskFilter(RUNNING, null, null, null, false, from, before, null, null, null);
    }

    public static TaskFilter sharesOf(UUID parent) {
        return new TaskFilter(Set.of(), null, null, parent, false, null, null, null, null, null);
    }

    public TaskFilter ofPlan(@Nullable UUID plan) {
        return new TaskFilter(phases, unitId, plan, parentId, overdue, dueFrom, dueBefore, waiting, q, changedSince);
    }

    public TaskFilter ofUnit(String unit) {
        return new TaskFilter(phases, unit, planId, parentId, overdue, dueFrom, dueBefore, waiting, q, changedSince);
    }

    /** The parameters of {@code GET tasks} that open exactly this list. */
    public String query() {
        StringJoiner query = new StringJoiner("&");
        if (phases.equals(RUNNING)) {
            query.add("state=open");
        } else if (!phases.isEmpty()) {
            query.add("state=" + phases.stream().map(TaskPhase::word).sorted().collect(Collectors.joining(",")));
        }
        if (unitId != null) {
            query.add("unitId=" + unitId);
        }
        if (planId != null) {
            query.add("planId=" + planId);
        }
        if (overdue) {
            query.add("overdue=true");
        }
        if (dueFrom != null) {
            query.add("dueFrom=" + dueFrom);
        }
        if (dueBefore != null) {
            query.add("dueBefore=" + dueBefore);
        }
        if (waiting != null) {
            query.add("waiting=" + waiting.word());
        }
        if (changedSince != null) {
            query.add("changedSince=" + changedSince);
        }
        return query.toString();
    }

    /** The predicate over {@code task t}. Overdue says what {@link Task#overdue} says. */
    String where(Scope scope, LocalDate today, Map<String, Object> parameters) {
        List<String> all = new ArrayList<>();
        all.add(Scope.SQL);
        parameters.put("path", scope.prefix());
        parameters.put("scopeUnit", scope.unitId());
        if (!phases.isEmpty()) {
            // Words of an enum, written out so that the planner sees them.
            all.add("t.phase IN ("
                    + phases.stream().map(p -> "'" + p.word() + "'").sorted().collect(Collectors.joining(", "))
                    + ")");
        }
        if (unitId != null) {
            all.add("(t.lead_unit_id = :unit OR array_position(t.supporting_unit_ids, :unit) IS NOT NULL)");
            parameters.put("unit", unitId);
        }
        if (planId != null) {
            all.add("t.plan_id = :plan");
            parameters.put("plan", planId);
        }
        if (parentId != null) {
            all.add("t.parent_id = :parent");
            parameters.put("parent", parentId);
        }
        if (overdue) {
            all.add("""
                    ((t.phase IN ('assigned', 'accepted', 'under_way') AND t.due_on < :today)
                     OR (t.phase = 'submitted' AND t.submitted_on > t.due_on))""");
            parameters.put("today", today);
        }
        if (dueFrom != null) {
            all.add("t.due_on >= :dueFrom");
            parameters.put("dueFrom", dueFrom);
        }
        if (dueBefore != null) {
            all.add("t.due_on < :dueBefore");
            parameters.put("dueBefore", dueBefore);
        }
        if (waiting != null) {
            switch (waiting) {
                case MILESTONE -> {
                    all.add("""
                            t.phase IN ('assigned', 'accepted', 'under_way') AND EXISTS (
                                SELECT FROM milestone m
                                 WHERE m.task_id = t.id AND m.achieved_on IS NULL AND m.due_on < :milestoneDay)""");
                    parameters.put("milestoneDay", today);
                }
                case OBSTACLE -> all.add("t.blocked_since IS NOT NULL");
                case EXTENSION -> all.add("t.extension_wanted IS NOT NULL");
                case RESUMPTION -> {
                    all.add("t.phase = 'suspended' AND t.suspended_until < :expected");
                    parameters.put("expected", today);
                }
            }
        }
        if (changedSince != null) {
            all.add("t.id IN (SELECT k.task_id FROM task_change k WHERE k.at >= :changedSince)");
            parameters.put("changedSince", changedSince.atOffset(ZoneOffset.UTC));
        }
        if (q != null && !q.isBlank()) {
            all.add("(t.title ILIKE :q OR t.quote ILIKE :q OR t.measure ILIKE :q)");
            parameters.put("q", "%" + q.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        return String.join(" AND ", all);
    }
}
