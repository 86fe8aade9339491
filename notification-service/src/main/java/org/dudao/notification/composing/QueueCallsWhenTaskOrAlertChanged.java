package org.dudao.notification.composing;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.contracts.Event;
import org.dudao.contracts.EventTypes;
import org.dudao.notification.WebhookKinds;
import org.dudao.outbox.DatabaseFault;
import org.dudao.outbox.EventCodec;
import org.dudao.outbox.Heard;
import org.jspecify.annotations.Nullable;

/** The systems of the units concerned are called, each once per event. */
@ApplicationScoped
public class QueueCallsWhenTaskOrAlertChanged {

    /** What was turned off because it failed is kept for the day it works again; what a person turned off is not. */
    private static final String QUEUE = """
            INSERT INTO webhook_call (webhook_id, event_id, kind, body, due_at, queued_at)
            SELECT DISTINCT w.id, e.id, e.kind, e.body, ?::timestamptz, ?::timestamptz
              FROM jsonb_to_recordset(?::jsonb) AS e(id uuid, kind text, body text, paths text[])
             CROSS JOIN LATERAL unnest(e.paths) AS p(path)
              JOIN webhook w ON w.unit_path = p.path AND e.kind = ANY(w.kinds)
                            AND (w.enabled OR w.disabled_because IS NOT NULL)
                ON CONFLICT ON CONSTRAINT webhook_call_once DO NOTHING
            """;

    private static final long FRESH_NANOS = 100_000_000;

    private final DataSource database;
    private final ObjectMapper json;
    private final Clock clock;
    private volatile @Nullable Wanted wanted;

    QueueCallsWhenTaskOrAlertChanged(DataSource database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    private record Wanted(Set<String> kinds, long asOfNanos) {}

    /** @param data the event as the contracts write it */
    record Body(
            String type, Instant timestamp, @JsonRawValue String data) {}

    record Row(UUID id, String kind, String body, Set<String> paths) {}

    /** Whether any system wants to hear of such an event; as of a tenth of a second ago, so as not to ask for each. */
    public boolean wanted(Event event) {
        Wanted known = wanted;
        if (known == null || System.nanoTime() - known.asOfNanos() > FRESH_NANOS) {
            known = new Wanted(kindsWanted(), System.nanoTime());
            wanted = known;
        }
        return known.kinds().contains(EventTypes.typeOf(event.getClass()));
    }

    private Set<String> kindsWanted() {
        Set<String> kinds = new TreeSet<>();
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("SELECT DISTINCT unnest(kinds) FROM webhook");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                kinds.add(rows.getString(1));
            }
            return kinds;
        } catch (SQLException e) {
            // Asked before the claim, so nobody would try again: all of it may be wanted, and the claim waits for the
            // database.
            return Set.copyOf(WebhookKinds.all());
        }
    }

    public void react(List<? extends Heard<? extends Event>> heard) {
        List<Row> rows = new ArrayList<>(heard.size());
        for (Heard<? extends Event> one : heard) {
            Set<String> paths = WebhookKinds.pathsConcerned(one.event());
            if (!paths.isEmpty()) {
                rows.add(row(one, paths));
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        try (Connection c = database.getConnection();
                PreparedStatement queue = c.prepareStatement(QUEUE)) {
            queue.setObject(1, now);
            queue.setObject(2, now);
            queue.setString(3, json.writeValueAsString(rows));
            queue.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an event that is no JSON", e);
        }
    }

    private Row row(Heard<? extends Event> heard, Set<String> paths) {
        String kind = EventTypes.typeOf(heard.event().getClass());
        try {
            String body = json.writeValueAsString(new Body(kind, heard.time(), EventCodec.write(heard.event())));
            return new Row(heard.id(), kind, body, paths);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an event that is no JSON", e);
        }
    }
}
