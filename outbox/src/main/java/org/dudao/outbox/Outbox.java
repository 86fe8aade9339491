package org.dudao.outbox;

import com.fasterxml.uuid.Generators;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.contracts.Event;
import org.dudao.contracts.EventTypes;

/** What a use case says to the others, in the same transaction as the change it speaks of. */
@ApplicationScoped
public class Outbox {

    private static final String INSERT =
            "INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, time) VALUES (?, ?, ?, ?, ?::jsonb, ?)";

    private final DataSource database;
    private final Clock clock;

    public Outbox(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void append(Event event) {
        append(List.of(event));
    }

    /** Appends in order, in the caller's transaction, with the clock's present as business time. */
    public void append(List<? extends Event> events) {
        if (events.isEmpty()) {
            return;
        }
        OffsetDateTime now = Instant.now(clock).atOffset(ZoneOffset.UTC);
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement(INSERT)) {
            for (Event event : events) {
                insert.setObject(1, newId());
                insert.setString(2, EventTypes.aggregateOf(event));
                insert.setString(3, event.subject());
                insert.setString(4, EventTypes.typeOf(event.getClass()));
                insert.setString(5, EventCodec.write(event));
                insert.setObject(6, now);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** A UUIDv7: unique, and ordered by the time it was made. */
    public static UUID newId() {
        return Generators.timeBasedEpochGenerator().generate();
    }
}
