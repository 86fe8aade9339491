package org.dudao.startup;

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
import java.util.Map;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.jspecify.annotations.Nullable;

/** Who did what, when, from where, before and after: one row in the same transaction, never changed. */
@ApplicationScoped
public class Audit {

    /** Who it was when nobody was: the clock, or an event from another service. */
    public static final String SYSTEM = "system";

    private static final String INSERT = """
            INSERT INTO audit (at, who, unit_path, source, act, subject, subject_id, before, after)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
            """;

    private final DataSource database;
    private final Clock clock;
    private final ObjectMapper json;

    public Audit(DataSource database, Clock clock, ObjectMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    /** One act as people read it. */
    public record Entry(
            long id,
            Instant at,
            String who,
            @Nullable String unitPath,
            String act,
            String subject,
            String subjectId,
            @Nullable String before,
            @Nullable String after) {}

    /** @param before and after: a record or map with what changed, or null */
    public void record(
            Caller caller,
            String act,
            String subject,
            Object subjectId,
            @Nullable Object before,
            @Nullable Object after) {
        write(caller.username(), caller.unitPath(), caller.source(), act, subject, subjectId, before, after);
    }

    /** What the clock or another service's event did. */
    public void recordSystem(String act, String subject, Object subjectId, @Nullable Object after) {
        write(SYSTEM, null, null, act, subject, subjectId, null, after);
    }

    /** The same act on many things, as one batch. @param after what each is now, by its id */
    public void recordEach(Caller caller, String act, String subject, Map<?, ?> after) {
        if (after.isEmpty()) {
            return;
        }
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement(INSERT)) {
            for (Map.Entry<?, ?> each : after.entrySet()) {
                insert.setObject(1, Instant.now(clock).atOffset(ZoneOffset.UTC));
                insert.setString(2, caller.username());
                insert.setString(3, caller.unitPath());
                insert.setString(4, caller.source());
                insert.setString(5, act);
                insert.setString(6, subject);
                insert.setString(7, String.valueOf(each.getKey()));
                insert.setString(8, null);
                insert.setString(9, text(each.getValue()));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private void write(
            String who,
            @Nullable String unitPath,
            @Nullable String source,
            String act,
            String subject,
            Object subjectId,
            @Nullable Object before,
            @Nullable Object after) {
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement(INSERT)) {
            insert.setObject(1, Instant.now(clock).atOffset(ZoneOffset.UTC));
            insert.setString(2, who);
            insert.setString(3, unitPath);
            insert.setString(4, source);
            insert.setString(5, act);
            insert.setString(6, subject);
            insert.setString(7, subjectId.toString());
            insert.setString(8, text(before));
            insert.setString(9, text(after));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** The story of one thing, oldest first. */
    public List<Entry> of(String subject, Object subjectId) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("""
                        SELECT id, at, who, unit_path, act, subject, subject_id, before::text, after::text
                          FROM audit WHERE subject = ? AND subject_id = ? ORDER BY id LIMIT 1000
                        """)) {
            select.setString(1, subject);
            select.setString(2, subjectId.toString());
            List<Entry> entries = new ArrayList<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    entries.add(new Entry(
                            r.getLong(1),
                            r.getObject(2, OffsetDateTime.class).toInstant(),
                            r.getString(3),
                            r.getString(4),
                            r.getString(5),
                            r.getString(6),
                            r.getString(7),
                            r.getString(8),
                            r.getString(9)));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private @Nullable String text(@Nullable Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not writable: " + value.getClass().getName(), e);
        }
    }
}
