package org.dudao.outbox;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.dudao.contracts.Event;
import org.dudao.contracts.EventTypes;

/** What a use case says to the others, in the same transaction as the change it speaks of. */
@ApplicationScoped
public class Outbox {

    /** One statement, however many events: row by row a thousand cost as much as the work they speak of. */
    private static final String INSERT = """
            INSERT INTO outbox (id, aggregatetype, aggregateid, type, payload, time)
            SELECT id, aggregatetype, aggregateid, type, payload::json, ?
              FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[]) WITH ORDINALITY
                   AS said (id, aggregatetype, aggregateid, type, payload, nth)
             ORDER BY nth
            """;

    /** One for all: a generator of its own for each id begins with seeding a source of randomness. */
    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

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
            insert.setObject(1, now);
            insert.setArray(2, array(c, "uuid", events, event -> newId()));
            insert.setArray(3, array(c, "text", events, EventTypes::aggregateOf));
            insert.setArray(4, array(c, "text", events, Event::subject));
            insert.setArray(5, array(c, "text", events, event -> EventTypes.typeOf(event.getClass())));
            insert.setArray(6, array(c, "text", events, EventCodec::write));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static Array array(Connection c, String type, List<? extends Event> events, Function<Event, Object> part)
            throws SQLException {
        return c.createArrayOf(type, events.stream().map(part).toArray());
    }

    /** A UUIDv7: unique, and ordered by the time it was made. */
    public static UUID newId() {
        return IDS.generate();
    }
}
