package org.dudao.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.dudao.contracts.Audience;
import org.dudao.contracts.Rung;
import org.dudao.outbox.DatabaseFault;

/** The ladders that were written, and which of them a bureau's new alerts climb. */
@ApplicationScoped
public class LadderPolicies {

    private static final String LADDER = """
            SELECT p.version, p.fires_at, p.written_at, p.set_by, p.note,
                   r.ordinal, r.rung, r.working_days, r.automatic, r.audience, r.signers,
                   r.superior_after, r.repeat_every, r.repeat_times
              FROM policy p JOIN policy_rung r ON r.policy_version = p.version
            """;

    private final DataSource database;

    public LadderPolicies(DataSource database) {
        this.database = database;
    }

    /** A bureau's own ladder, or the one that ships. @throws NoLadderInForce when there is none at all */
    public LadderPolicy inForce(String bureauId, Instant now) {
        return read(LADDER + """
                         WHERE p.version = (SELECT e.policy_version FROM enactment e
                                             WHERE (e.bureau_id = ? OR e.bureau_id IS NULL) AND e.at <= ?
                                             ORDER BY e.bureau_id IS NULL, e.id DESC LIMIT 1)
                         ORDER BY r.ordinal
                        """, bureauId, now.atOffset(ZoneOffset.UTC)).stream()
                .findFirst()
                .orElseThrow(NoLadderInForce::new);
    }

    /** A ladder of the bureau, or the one that ships. */
    public Optional<LadderPolicy> written(String bureauId, int version) {
        return read(
                        LADDER + " WHERE p.version = ? AND (p.bureau_id = ? OR p.bureau_id IS NULL) ORDER BY r.ordinal",
                        version,
                        bureauId)
                .stream()
                .findFirst();
    }

    /** The newest of the bureau and the one that ships, newest first. */
    public List<LadderPolicy> latest(String bureauId, int limit) {
        return read(LADDER + """
                 WHERE p.version IN (SELECT version FROM policy WHERE bureau_id = ? OR bureau_id IS NULL
                                      ORDER BY version DESC LIMIT ?)
                 ORDER BY p.version DESC, r.ordinal
                """, bureauId, limit);
    }

    private List<LadderPolicy> read(String sql, Object... values) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            Map<Integer, LadderPolicy> ladders = new LinkedHashMap<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    if (!ladders.containsKey(r.getInt("version"))) {
                        ladders.put(r.getInt("version"), head(r));
                    }
                    ladders.get(r.getInt("version")).rungs().add(rung(r));
                }
            }
            return List.copyOf(ladders.values());
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static LadderPolicy head(ResultSet r) throws SQLException {
        return new LadderPolicy(
                r.getInt("version"),
                r.getObject("fires_at", LocalTime.class),
                r.getObject("written_at", OffsetDateTime.class).toInstant(),
                r.getString("set_by"),
                r.getString("note"),
                new ArrayList<>());
    }

    private static LadderPolicy.Step rung(ResultSet r) throws SQLException {
        Integer every = r.getObject("repeat_every", Integer.class);
        return new LadderPolicy.Step(
                r.getInt("ordinal"),
                Rung.valueOf(r.getString("rung")),
                r.getInt("working_days"),
                r.getBoolean("automatic"),
                texts(r.getArray("audience")).stream().map(Audience::valueOf).toList(),
                texts(r.getArray("signers")),
                r.getObject("superior_after", Integer.class),
                every == null ? null : new LadderPolicy.Repeat(every, r.getInt("repeat_times")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    /** Writes a ladder that is not in force yet. Returns its version. */
    public int write(String bureauId, LadderDraft draft, String by, Instant now) {
        try (Connection c = database.getConnection();
                Statement lock = c.createStatement();
                PreparedStatement policy = c.prepareStatement("""
                        INSERT INTO policy (version, fires_at, written_at, set_by, note, bureau_id)
                        SELECT max(version) + 1, ?, ?, ?, ?, ? FROM policy RETURNING version
                        """);
                PreparedStatement rung = c.prepareStatement("""
                        INSERT INTO policy_rung (policy_version, ordinal, rung, working_days, automatic, audience, signers,
                                                 superior_after, repeat_every, repeat_times)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            // Two who write at once get two versions; readers are not held up.
            lock.execute("LOCK TABLE policy IN SHARE ROW EXCLUSIVE MODE");
            policy.setObject(1, draft.firesAt());
            policy.setObject(2, now.atOffset(ZoneOffset.UTC));
            policy.setString(3, by);
            policy.setString(4, draft.note());
            policy.setString(5, bureauId);
            int version;
            try (ResultSet r = policy.executeQuery()) {
                r.next();
                version = r.getInt(1);
            }
            for (LadderPolicy.Step step : draft.steps()) {
                LadderPolicy.Repeat repeat = step.repeat();
                rung.setInt(1, version);
                rung.setInt(2, step.ordinal());
                rung.setString(3, step.rung().name());
                rung.setInt(4, step.workingDays());
                rung.setBoolean(5, step.automatic());
                rung.setArray(6, c.createArrayOf("text", step.audience().toArray()));
                rung.setArray(7, c.createArrayOf("text", step.signers().toArray()));
                rung.setObject(8, step.superiorAfter());
                rung.setObject(9, repeat == null ? null : repeat.every());
                rung.setObject(10, repeat == null ? null : repeat.times());
                rung.addBatch();
            }
            rung.executeBatch();
            return version;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** One time that a ladder came into force. */
    public record Enactment(int version, Instant at, String by, String note) {}

    /** Puts a ladder in force, if {@code seen} is the one that is; {@code false} when another came first. */
    public boolean enact(String bureauId, int version, int seen, String by, String note, Instant now) {
        try (Connection c = database.getConnection();
                Statement lock = c.createStatement();
                PreparedStatement insert = c.prepareStatement("""
                        INSERT INTO enactment (bureau_id, policy_version, at, enacted_by, note) VALUES (?, ?, ?, ?, ?)
                        """)) {
            lock.execute("LOCK TABLE enactment IN SHARE ROW EXCLUSIVE MODE");
            if (inForce(bureauId, now).version() != seen) {
                return false;
            }
            insert.setString(1, bureauId);
            insert.setInt(2, version);
            insert.setObject(3, now.atOffset(ZoneOffset.UTC));
            insert.setString(4, by);
            insert.setString(5, note);
            insert.executeUpdate();
            return true;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** When which ladder came into force for the bureau, newest first. */
    public List<Enactment> enactments(String bureauId, int limit) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("""
                        SELECT policy_version, at, enacted_by, note FROM enactment
                         WHERE bureau_id = ? OR bureau_id IS NULL ORDER BY bureau_id IS NULL, id DESC LIMIT ?
                        """)) {
            select.setString(1, bureauId);
            select.setInt(2, limit);
            List<Enactment> enactments = new ArrayList<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    enactments.add(new Enactment(
                            r.getInt(1),
                            r.getObject(2, OffsetDateTime.class).toInstant(),
                            r.getString(3),
                            r.getString(4)));
                }
            }
            return enactments;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** No ladder is in force. */
    public static class NoLadderInForce extends RuntimeException {
        NoLadderInForce() {
            super("no ladder policy is in force");
        }
    }
}
