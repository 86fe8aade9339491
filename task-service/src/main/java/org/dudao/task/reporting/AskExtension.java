package org.dudao.task.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.dudao.contracts.TaskEvent;
import org.dudao.outbox.Outbox;
import org.dudao.startup.Caller;
import org.dudao.startup.Idempotency;
import org.dudao.startup.Problem;
import org.dudao.task.Act;
import org.dudao.task.Desk;
import org.dudao.task.ExtensionRequests;
import org.dudao.task.Task;
import org.jspecify.annotations.Nullable;

/** The lead unit asks for a later day; the present one, its reminders and its alert hold until somebody agrees. */
@ApplicationScoped
public class AskExtension {

    private final Desk desk;
    private final ExtensionRequests requests;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    public AskExtension(Desk desk, ExtensionRequests requests, Idempotency idempotency, Caller caller, Clock clock) {
        this.desk = desk;
        this.requests = requests;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** @return the request's id; a repeat with the same key returns the former one */
    @Transactional
    public UUID ask(UUID id, @Nullable String key, LocalDate wanted, String reason) {
        Task task = desk.take(id, Act.ASK_EXTENSION);
        return idempotency.once(caller, key, Idempotency.asked(id, wanted, reason), () -> ask(task, wanted, reason));
    }

    private UUID ask(Task task, LocalDate wanted, String reason) {
        if (!wanted.isAfter(task.dueOn()) || wanted.isBefore(LocalDate.now(clock))) {
            throw Problem.invalid(
                    "dueOn",
                    "申请的期限应晚于现期限" + task.dueOn() + "，且不早于今天。",
                    "The day asked for lies after the present one, " + task.dueOn() + ", and not before today.");
        }
        TaskEvent asked = task.askExtension(wanted, reason, desk.who(), desk.names(task));
        UUID request = Outbox.newId();
        requests.add(request, task, wanted, reason, desk.who());
        desk.tell(asked, "extension-asked", task, null, Map.of("wantedDueOn", wanted, "reason", reason));
        return request;
    }
}
