package org.dudao.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.dudao.contracts.Audience;
import org.dudao.contracts.Rung;
import org.dudao.outbox.DatabaseFault;

/** The versions of the ladder. */
@ApplicationScoped
public class LadderPolicies {

    private final DataSource database;

    public LadderPolicies(DataSource database) {
        this.database = database;
    }

    /** @throws NoLadderInForce when none is: nothing can be raised then, and nothing may be lost */
    public LadderPolicy inForce(Instant now) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("""
                        SELECT p.version, p.fires_at, p.in_force_from, p.note,
                               r.ordinal, r.rung, r.working_days, r.automatic, r.audience, r.signers
                          FROM policy p JOIN policy_rung r ON r.policy_version = p.version
                         WHERE p.version = (SELECT max(version) FROM policy WHERE in_force_from <= ?)
                         ORDER BY r.ordinal
                        """)) {
            select.setObject(1, now.atOffset(ZoneOffset.UTC));
            try (ResultSet r = select.executeQuery()) {
                if (!r.next()) {
                    throw new NoLadderInForce();
                }
                int version = r.getInt(1);
                LocalTime firesAt = r.getObject(2, LocalTime.class);
                Instant from = r.getObject(3, OffsetDateTime.class).toInstant();
                String note = r.getString(4);
                List<LadderPolicy.Step> rungs = new ArrayList<>();
                do {
                    rungs.add(new LadderPolicy.Step(
                            r.getInt(5),
                            Rung.valueOf(r.getString(6)),
                            r.getInt(7),
                            r.getBoolean(8),
                            texts(r.getArray(9)).stream().map(Audience::valueOf).toList(),
                            texts(r.getArray(10))));
                } while (r.next());
                return new LadderPolicy(version, firesAt, from, note, List.copyOf(rungs));
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    /** No version of the ladder is in force. */
    public static class NoLadderInForce extends RuntimeException {
        NoLadderInForce() {
            super("no ladder policy is in force");
        }
    }
}
