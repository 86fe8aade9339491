package org.dudao.task.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.contracts.TaskEvent;
import org.dudao.startup.Problem;
import org.dudao.startup.Versions;
import org.dudao.task.Act;
import org.dudao.task.Deadlines;
import org.dudao.task.Desk;
import org.dudao.task.ExtensionRequests;
import org.dudao.task.Task;
import org.dudao.task.Tasks;
import org.jspecify.annotations.Nullable;

/** Grants what a unit asked for, perhaps with another day, or refuses it with a reason. */
@ApplicationScoped
public class DecideExtension {

    private final Desk desk;
    private final Tasks tasks;
    private final ExtensionRequests requests;
    private final Deadlines deadlines;
    private final Clock clock;

    public DecideExtension(Desk desk, Tasks tasks, ExtensionRequests requests, Deadlines deadlines, Clock clock) {
        this.desk = desk;
        this.tasks = tasks;
        this.requests = requests;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Deadlines of the former day never fire again, those of the new one do (T2). */
    @Transactional
    public void grant(UUID id, @Nullable String ifMatch, @Nullable LocalDate dueOn, @Nullable String answer) {
        Task task = desk.take(id, Act.GRANT_EXTENSION);
        Versions.requireMatch(ifMatch, task.version());
        LocalDate former = task.dueOn();
        LocalDate wanted = task.askedFor();
        LocalDate granted = later(dueOn == null ? wanted : dueOn, former);
        TaskEvent extended =
                task.grantExtension(granted, answer == null ? "同意延期申请" : answer, desk.who(), desk.names(task));
        requests.decide(task, granted, answer, desk.who());
        // The deadlines are planned by SQL, from the row as it is now.
        tasks.flush();
        deadlines.planAnew(List.of(id));
        desk.tell(extended, "extension-granted", task, Map.of("dueOn", former), told(granted, answer));
    }

    private LocalDate later(LocalDate granted, LocalDate former) {
        if (!granted.isAfter(former) || granted.isBefore(LocalDate.now(clock))) {
            throw Problem.invalid(
                    "dueOn",
                    "批准的期限应晚于现期限" + former + "，且不早于今天。",
                    "The day granted lies after the present one, " + former + ", and not before today.");
        }
        return granted;
    }

    @Transactional
    public void refuse(UUID id, @Nullable String ifMatch, String reason) {
        Task task = desk.take(id, Act.REFUSE_EXTENSION);
        Versions.requireMatch(ifMatch, task.version());
        TaskEvent refused = task.refuseExtension(reason, desk.who(), desk.names(task));
        requests.decide(task, null, reason, desk.who());
        desk.tell(refused, "extension-refused", task, null, Map.of("reason", reason));
    }

    private static Map<String, Object> told(LocalDate dueOn, @Nullable String answer) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("dueOn", dueOn);
        if (answer != null) {
            told.put("reason", answer);
        }
        return told;
    }
}
