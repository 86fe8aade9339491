package org.dudao.task.evidencing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.UUID;
import org.dudao.startup.Caller;
import org.dudao.startup.Idempotency;
import org.dudao.task.Act;
import org.dudao.task.Desk;
import org.dudao.task.Task;
import org.jspecify.annotations.Nullable;

/** The lead unit proves what it says with a file. */
@ApplicationScoped
class AddEvidence {

    private final Desk desk;
    private final PutToTask putToTask;
    private final InspectFile inspect;
    private final Contents contents;
    private final Idempotency idempotency;
    private final Caller caller;

    AddEvidence(
            Desk desk,
            PutToTask putToTask,
            InspectFile inspect,
            Contents contents,
            Idempotency idempotency,
            Caller caller) {
        this.desk = desk;
        this.putToTask = putToTask;
        this.inspect = inspect;
        this.contents = contents;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    /**
     * Who may not is told so before the file is looked at. No transaction is open while the file is looked at and stored.
     *
     * @return the evidence's id; a repeat with the same key returns the former one
     */
    UUID add(UUID taskId, @Nullable String key, Path file, String name) {
        QuarkusTransaction.requiringNew().run(() -> desk.take(taskId, Act.REPORT));
        Inspected it = inspect.inspect(file, name);
        contents.keep(it, file);
        return QuarkusTransaction.requiringNew().call(() -> {
            Task task = desk.take(taskId, Act.REPORT);
            return idempotency.once(
                    caller,
                    key,
                    Idempotency.asked(taskId, it.sha256(), it.name()),
                    () -> putToTask.put(task, it, null));
        });
    }
}
