package org.dudao.supervision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.Audit;

/** What the clock and the facts did to alerts, on the record: one statement for a thousand of them. */
@ApplicationScoped
public class AlertHistory {

    /** The audit's kind of thing. */
    public static final String SUBJECT = "alert";

    private final DataSource database;
    private final Clock clock;
    private final ObjectMapper json;

    public AlertHistory(DataSource database, Clock clock, ObjectMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    /** One act of the system: raised, escalated, proposed, resolved. */
    public record Entry(UUID alertId, String act, Map<String, ?> after) {}

    public void record(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement("""
                        INSERT INTO audit (at, who, act, subject, subject_id, after)
                        SELECT ?, ?, act, ?, alert_id, after::jsonb
                          FROM unnest(?::text[], ?::text[], ?::text[]) WITH ORDINALITY AS e (alert_id, act, after, n)
                         ORDER BY n
                        """)) {
            insert.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setString(2, Audit.SYSTEM);
            insert.setString(3, SUBJECT);
            insert.setArray(
                    4,
                    c.createArrayOf(
                            "text",
                            entries.stream().map(e -> e.alertId().toString()).toArray()));
            insert.setArray(
                    5, c.createArrayOf("text", entries.stream().map(Entry::act).toArray()));
            insert.setArray(
                    6,
                    c.createArrayOf(
                            "text", entries.stream().map(e -> text(e.after())).toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private String text(Map<String, ?> after) {
        try {
            return json.writeValueAsString(after);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
