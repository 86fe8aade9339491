package org.dudao.notification.delivering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.notification.MessageKind;
import org.dudao.outbox.DatabaseFault;
import org.jspecify.annotations.Nullable;

/** What is due, made into parcels, leased by one replica at a time. */
@ApplicationScoped
class Parcels {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    /** Locking the person keeps two replicas from making two mails of what belongs in one. */
    private static final String RECIPIENTS = """
            SELECT p.id FROM person p
             WHERE p.id IN (SELECT person_id
                              FROM (SELECT person_id, urgent, due_at FROM delivery
                                     WHERE channel = 'email' AND state = 'queued' AND due_at <= ?
                                     UNION ALL
                                    SELECT person_id, urgent, due_at FROM delivery
                                     WHERE channel = 'email' AND state = 'sending' AND leased_until < now()) due
                             GROUP BY person_id ORDER BY bool_or(urgent) DESC, min(due_at) LIMIT ?)
               FOR NO KEY UPDATE SKIP LOCKED
            """;

    /** What was tried before goes out again as it was, or a repeat would not be known as one. */
    private static final String TAKE_UP_AGAIN = """
            UPDATE delivery SET state = 'sending', attempts = attempts + 1, leased_until = now() + ? * interval '1 ms'
             WHERE channel = 'email' AND person_id = ANY(?) AND parcel_id IS NOT NULL
               AND ((state = 'queued' AND due_at <= ?) OR (state = 'sending' AND leased_until < now()))
            RETURNING parcel_id
            """;

    /** The first that is due takes along whatever else waits for the same person: the window closes for all of it. */
    private static final String MAKE_UP = """
            WITH fresh AS MATERIALIZED (
                SELECT person_id, urgent, uuidv7() AS parcel_id FROM delivery
                 WHERE channel = 'email' AND state = 'queued' AND parcel_id IS NULL AND due_at <= ? AND person_id = ANY(?)
                 GROUP BY person_id, urgent)
            UPDATE delivery d
               SET state = 'sending', attempts = attempts + 1, leased_until = now() + ? * interval '1 ms',
                   parcel_id = f.parcel_id
              FROM fresh f
             WHERE d.channel = 'email' AND d.state = 'queued' AND d.parcel_id IS NULL
               AND d.person_id = f.person_id AND d.urgent = f.urgent
            RETURNING d.parcel_id
            """;

    private static final String CONTENTS = """
            SELECT d.parcel_id, d.attempts, p.name, p.email, m.kind, m.subject_type, m.subject_id, m.urgent, m.link, m.facts::text,
                   p.active
              FROM delivery d JOIN message m ON m.id = d.message_id JOIN person p ON p.id = d.person_id
             WHERE d.parcel_id = ANY(?) AND d.state = 'sending'
             ORDER BY d.urgent DESC, d.parcel_id, m.seq
            """;

    private final DataSource database;
    private final ObjectMapper json;

    Parcels(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Leases at most about {@code most} parcels; nobody else takes them up before the lease ends. */
    @Transactional
    public List<Parcel> lease(Instant now, int most, Duration lease) {
        try (Connection c = database.getConnection()) {
            List<String> people = recipients(c, now, most);
            if (people.isEmpty()) {
                return List.of();
            }
            List<UUID> parcels = new ArrayList<>();
            Array who = c.createArrayOf("text", people.toArray());
            try (PreparedStatement again = c.prepareStatement(TAKE_UP_AGAIN)) {
                again.setLong(1, lease.toMillis());
                again.setArray(2, who);
                again.setObject(3, utc(now));
                collect(again, parcels);
            }
            try (PreparedStatement makeUp = c.prepareStatement(MAKE_UP)) {
                makeUp.setObject(1, utc(now));
                makeUp.setArray(2, who);
                makeUp.setLong(3, lease.toMillis());
                collect(makeUp, parcels);
            }
            return contents(c, parcels);
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static List<String> recipients(Connection c, Instant now, int most) throws SQLException {
        List<String> people = new ArrayList<>();
        try (PreparedStatement select = c.prepareStatement(RECIPIENTS)) {
            select.setObject(1, utc(now));
            select.setInt(2, most);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    people.add(rows.getString(1));
                }
            }
        }
        return people;
    }

    private static void collect(PreparedStatement update, List<UUID> parcels) throws SQLException {
        try (ResultSet rows = update.executeQuery()) {
            while (rows.next()) {
                parcels.add(rows.getObject(1, UUID.class));
            }
        }
    }

    private List<Parcel> contents(Connection c, List<UUID> ids) throws SQLException {
        Map<UUID, Parcel> parcels = new LinkedHashMap<>();
        try (PreparedStatement select = c.prepareStatement(CONTENTS)) {
            select.setArray(1, c.createArrayOf("uuid", ids.stream().distinct().toArray()));
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    UUID id = r.getObject(1, UUID.class);
                    Parcel parcel = parcels.get(id);
                    if (parcel == null) {
                        parcel = new Parcel(
                                id, r.getInt(2), r.getString(3), r.getString(4), r.getBoolean(11), new ArrayList<>());
                        parcels.put(id, parcel);
                    }
                    parcel.items().add(item(r));
                }
            }
        }
        return List.copyOf(parcels.values());
    }

    private Parcel.Item item(ResultSet r) throws SQLException {
        try {
            return new Parcel.Item(
                    MessageKind.of(r.getString(5)),
                    r.getString(6),
                    r.getObject(7, UUID.class),
                    r.getBoolean(8),
                    r.getString(9),
                    json.readValue(r.getString(10), FACTS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts are no object of texts", e);
        }
    }

    /** Also when the lease ended meanwhile: it did go out. */
    @Transactional
    public void sent(Parcel parcel, Instant at) {
        settle("""
                UPDATE delivery SET state = 'sent', leased_until = NULL, settled_at = ?, sent_to = ?, last_error = NULL
                 WHERE parcel_id = ? AND state IN ('sending', 'queued')
                """, utc(at), parcel.address(), parcel.id());
    }

    @Transactional
    public void postponed(Parcel parcel, Instant until, String reason) {
        settle("""
                UPDATE delivery SET state = 'queued', leased_until = NULL, due_at = ?, last_error = ?
                 WHERE parcel_id = ? AND state = 'sending' AND attempts = ?
                """, utc(until), reason, parcel.id(), parcel.attempt());
    }

    @Transactional
    public void failed(Parcel parcel, Instant at, String reason) {
        settle("""
                UPDATE delivery SET state = 'failed', leased_until = NULL, settled_at = ?, last_error = ?
                 WHERE parcel_id = ? AND state = 'sending' AND attempts = ?
                """, utc(at), reason, parcel.id(), parcel.attempt());
    }

    private void settle(String update, @Nullable Object... values) {
        try (Connection c = database.getConnection();
                PreparedStatement statement = c.prepareStatement(update)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** @return when the next one falls due; {@link Instant#MAX} when none waits */
    Instant nextDue() {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(
                        "SELECT min(due_at) FROM delivery WHERE channel = 'email' AND state = 'queued'");
                ResultSet row = select.executeQuery()) {
            row.next();
            OffsetDateTime due = row.getObject(1, OffsetDateTime.class);
            return due == null ? Instant.MAX : due.toInstant();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
