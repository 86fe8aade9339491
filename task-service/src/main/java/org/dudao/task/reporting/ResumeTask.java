package org.dudao.task.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.dudao.contracts.UnitRef;
import org.dudao.contracts.WorkCalendar;
import org.dudao.startup.Problem;
import org.dudao.startup.Versions;
import org.dudao.startup.WorkCalendars;
import org.dudao.task.Act;
import org.dudao.task.Deadlines;
import org.dudao.task.Desk;
import org.dudao.task.Suspensions;
import org.dudao.task.Task;
import org.dudao.task.TaskPhase;
import org.dudao.task.Tasks;
import org.jspecify.annotations.Nullable;

/**
 * Lets a task's clock go on (恢复), and that of the shares that were stopped with it: each due day moves by the working
 * days for which it stood still, the ledger keeps the span, and deadlines are planned anew.
 */
@ApplicationScoped
public class ResumeTask {

    private final Desk desk;
    private final Tasks tasks;
    private final Suspensions ledger;
    private final Deadlines deadlines;
    private final WorkCalendars calendars;
    private final Clock clock;

    public ResumeTask(
            Desk desk, Tasks tasks, Suspensions ledger, Deadlines deadlines, WorkCalendars calendars, Clock clock) {
        this.desk = desk;
        this.tasks = tasks;
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @param shown the due day that the caller was shown; at midnight it may have become another one */
    @Transactional
    public void resume(UUID id, @Nullable String ifMatch, LocalDate shown) {
        Task task = desk.take(id, Act.RESUME);
        Versions.requireMatch(ifMatch, task.version());
        LocalDate today = LocalDate.now(clock);
        WorkCalendar calendar = calendars.current();
        LocalDate due = task.dueWhenResumed(today, calendar);
        if (task.phase() == TaskPhase.SUSPENDED && !due.equals(shown)) {
            throw Problem.conflict(
                    "due-day-moved-on",
                    "恢复后的期限现为" + due + "，与您看到的不同，请核对后再确认。",
                    "If resumed now it is due on " + due + ", not on the day you were shown; look again.");
        }
        List<Task> all = new ArrayList<>(tasks.heldSuspendedWith(id));
        all.addFirst(task);
        Function<String, UnitRef> names = desk.names(all);
        all.forEach(one -> resume(one, today, calendar, names));
        // The deadlines are planned by SQL, from rows as they are now.
        tasks.flush();
        deadlines.planAnew(all.stream().map(Task::id).toList());
    }

    private void resume(Task task, LocalDate today, WorkCalendar calendar, Function<String, UnitRef> names) {
        LocalDate former = task.dueOn();
        int days = task.suspendedWorkingDays(today, calendar);
        ledger.resumed(task, days, task.dueWhenResumed(today, calendar), desk.who());
        desk.tell(
                task.resume(today, calendar, desk.who(), names),
                "resumed",
                task,
                Map.of("dueOn", former),
                Map.of("dueOn", task.dueOn(), "workingDays", days));
    }
}
