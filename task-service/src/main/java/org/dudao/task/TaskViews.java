package org.dudao.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dudao.contracts.UnitRef;
import org.dudao.contracts.WorkCalendar;
import org.dudao.startup.Audit;
import org.dudao.startup.Can;
import org.dudao.startup.Page;
import org.dudao.startup.WorkCalendars;
import org.dudao.task.TaskView.BlockView;
import org.dudao.task.TaskView.HistoryView;
import org.dudao.task.TaskView.ProposalView;
import org.dudao.task.TaskView.SuspensionView;
import org.jspecify.annotations.Nullable;

/** Tasks as the caller sees them: with names, with what follows from the clock, and with what the caller may do. */
@ApplicationScoped
public class TaskViews {

    private final Tasks tasks;
    private final Reports reports;
    private final Milestones milestones;
    private final ExpectedReports expected;
    private final Suspensions suspensions;
    private final ExtensionRequests extensions;
    private final Units units;
    private final WorkCalendars calendars;
    private final Audit audit;
    private final Acts acts;
    private final Clock clock;
    private final ObjectMapper json;

    public TaskViews(
            Tasks tasks,
            Reports reports,
            Milestones milestones,
            ExpectedReports expected,
            Suspensions suspensions,
            ExtensionRequests extensions,
            Units units,
            WorkCalendars calendars,
            Audit audit,
            Acts acts,
            Clock clock,
            ObjectMapper json) {
        this.tasks = tasks;
        this.reports = reports;
        this.milestones = milestones;
        this.expected = expected;
        this.suspensions = suspensions;
        this.extensions = extensions;
        this.units = units;
        this.calendars = calendars;
        this.audit = audit;
        this.acts = acts;
        this.clock = clock;
        this.json = json;
    }

    public Page<TaskView> page(Page<Task> page) {
        return new Page<>(briefly(page.items()), page.next(), page.total());
    }

    private List<TaskView> briefly(List<Task> all) {
        Function<String, UnitRef> names = units.namingFor(all);
        WorkCalendar calendar = calendars.current();
        LocalDate today = LocalDate.now(clock);
        return all.stream().map(t -> view(t, names, calendar, today)).toList();
    }

    /** With its story and its shares. */
    public TaskView whole(Task task, Scope scope) {
        LocalDate today = LocalDate.now(clock);
        Page<Task> shares =
                tasks.page(TaskFilter.sharesOf(task.id()), scope, today, false, Page.MAX_LIMIT, Optional.empty());
        return briefly(List.of(task))
                .getFirst()
                .with(
                        history(task),
                        milestones.of(task.id()),
                        expected.of(task.id()).orElse(null),
                        reports.of(task.id()),
                        suspensions.of(task.id()),
                        extensions.of(task),
                        briefly(shares.items()));
    }

    private TaskView view(Task t, Function<String, UnitRef> names, WorkCalendar calendar, LocalDate today) {
        boolean overdue = t.overdue(today);
        Asked asked = t.asked();
        Can can = acts.of(t);
        return new TaskView(
                t.id(),
                t.planId(),
                t.targetId(),
                t.parentId(),
                asked.planTitle(),
                asked.chapter(),
                asked.title(),
                asked.quote(),
                asked.measure(),
                asked.indicator(),
                t.phase().word(),
                t.leadUnitId() == null ? null : names.apply(t.leadUnitId()),
                proposal(t, names),
                t.supportingUnitIds().stream().map(names).toList(),
                t.dueOn(),
                t.dueInferred(),
                overdue,
                overdue ? ChronoUnit.DAYS.between(t.dueOn(), lateUntil(t, today)) : 0,
                calendar.workingDaysBetween(today, t.dueOn()),
                t.value(),
                asked.targetValue(),
                asked.targetUpper(),
                asked.comparison(),
                asked.valueUnit(),
                suspension(t, calendar, today),
                block(t),
                t.extensionWanted(),
                t.version(),
                can.can(),
                can.cannot(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** What was handed in late is as late as the day it was handed in. */
    private static LocalDate lateUntil(Task t, LocalDate today) {
        LocalDate submittedOn = t.submittedOn();
        return submittedOn == null ? today : submittedOn;
    }

    private static @Nullable SuspensionView suspension(Task t, WorkCalendar calendar, LocalDate today) {
        return t.state() instanceof TaskState.Suspended s
                ? new SuspensionView(
                        s.at(),
                        s.by(),
                        s.reason(),
                        s.until(),
                        t.suspendedWorkingDays(today, calendar),
                        t.dueWhenResumed(today, calendar))
                : null;
    }

    private static @Nullable BlockView block(Task t) {
        Block block = t.block();
        return block == null ? null : new BlockView(block.obstacle(), block.since(), block.by(), block.reason());
    }

    private static @Nullable ProposalView proposal(Task t, Function<String, UnitRef> names) {
        String unit = t.proposedUnitId();
        String reason = t.proposedReason();
        return unit == null || reason == null
                ? null
                : new ProposalView(unit, names.apply(unit).name(), reason);
    }

    private List<HistoryView> history(Task task) {
        return audit.of("task", task.id()).stream()
                .map(e -> new HistoryView(e.at(), e.who(), e.act(), tree(e.before()), tree(e.after())))
                .toList();
    }

    private @Nullable JsonNode tree(@Nullable String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an audit row holds no JSON", e);
        }
    }
}
