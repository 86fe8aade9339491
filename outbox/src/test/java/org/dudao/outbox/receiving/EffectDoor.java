package org.dudao.outbox.receiving;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.dudao.contracts.Event;
import org.dudao.contracts.TaskEvent.TaskOverdue;
import org.dudao.outbox.DatabaseFault;
import org.dudao.outbox.Door;
import org.dudao.outbox.Inbox;
import org.dudao.outbox.Run;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Writes one row per overdue event; a title that says so makes it fail, for good or for a while. */
@ApplicationScoped
public class EffectDoor implements Door {

    public static final AtomicInteger PASSING_FAULTS = new AtomicInteger();
    public static volatile boolean mended;

    private final Inbox inbox;
    private final DataSource database;

    public EffectDoor(Inbox inbox, DataSource database) {
        this.inbox = inbox;
        this.database = database;
    }

    @Incoming("task")
    @Blocking
    public void hear(ConsumerRecords<String, byte[]> batch) {
        inbox.hear(batch, this);
    }

    @Override
    public String topic() {
        return "dudao.task";
    }

    @Override
    public boolean concerns(Event event) {
        return !(event instanceof TaskOverdue overdue && overdue.task().title().equals("none of our business"));
    }

    @Override
    public void react(Run run) {
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement("INSERT INTO effect (subject, version) VALUES (?, ?)")) {
            for (TaskOverdue event : run.events(TaskOverdue.class)) {
                insert.setString(1, event.subject());
                insert.setLong(2, event.version());
                insert.executeUpdate();
                if (event.task().title().equals("poison") && !mended) {
                    throw new IllegalStateException("this one cannot be handled");
                }
                if (event.task().title().equals("passing") && PASSING_FAULTS.getAndDecrement() > 0) {
                    throw new SQLException("the database is starting up", "57P03");
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
