package org.dudao.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.Problem;
import org.jspecify.annotations.Nullable;

/** All amendments of plans. Whoever writes here holds the plan's row. */
@ApplicationScoped
public class Amendments {

    private static final int MOST = 1000;

    private final DataSource database;
    private final ObjectMapper json;

    public Amendments(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The latest first. */
    public List<Amendment> of(UUID plan) {
        return select("plan_id = ? ORDER BY proposed_at DESC, id DESC LIMIT " + MOST, plan);
    }

    /** @throws Problem 404 when the plan has no such amendment */
    public Amendment find(UUID plan, UUID id) {
        return select("plan_id = ? AND id = ?", plan, id).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("变更", id));
    }

    /** @throws Problem 409 when one of the same target waits already */
    public void propose(Amendment a) {
        UUID target = a.target();
        if (target != null
                && !select("target_id = ? AND state = 'PROPOSED'", target).isEmpty()) {
            throw Problem.conflict(
                    "amendment-waits",
                    "这一目标已有一项待审批的变更，请先等它办结。",
                    "An amendment of this target waits for a decision already.");
        }
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement("""
                        INSERT INTO amendment (id, plan_id, target_id, measure_id, kind, before, after, change, reason,
                                               state, proposed_by, proposed_at)
                        VALUES (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?)
                        """)) {
            int i = 1;
            insert.setObject(i++, a.id());
            insert.setObject(i++, a.plan());
            insert.setObject(i++, target);
            insert.setObject(i++, a.measure());
            insert.setString(i++, a.kind().name());
            insert.setString(i++, text(a.before()));
            insert.setString(i++, text(a.after()));
            insert.setString(i++, a.change());
            insert.setString(i++, a.reason());
            insert.setString(i++, a.state().name());
            insert.setString(i++, a.proposed().who());
            insert.setObject(i, a.proposed().at().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    public void decide(Amendment a) {
        Hand decided = a.decided();
        if (decided == null) {
            throw new IllegalArgumentException("nobody has decided " + a.id());
        }
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement("""
                        UPDATE amendment SET state = ?, target_id = ?, decided_by = ?, decided_at = ?, refusal = ?
                         WHERE id = ? AND state = 'PROPOSED'
                        """)) {
            update.setString(1, a.state().name());
            update.setObject(2, a.target());
            update.setString(3, decided.who());
            update.setObject(4, decided.at().atOffset(ZoneOffset.UTC));
            update.setString(5, a.refusal());
            update.setObject(6, a.id());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private List<Amendment> select(String where, Object... parameters) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("""
                        SELECT id, plan_id, target_id, measure_id, kind, before, after, change, reason, state,
                               proposed_by, proposed_at, decided_by, decided_at, refusal
                          FROM amendment WHERE\s""" + where)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            List<Amendment> found = new ArrayList<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    found.add(row(r));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private Amendment row(ResultSet r) throws SQLException {
        String decidedBy = r.getString(13);
        return new Amendment(
                r.getObject(1, UUID.class),
                r.getObject(2, UUID.class),
                r.getObject(3, UUID.class),
                r.getObject(4, UUID.class),
                Amendment.Kind.valueOf(r.getString(5)),
                commitment(r.getString(6)),
                commitment(r.getString(7)),
                r.getString(8),
                r.getString(9),
                Amendment.State.valueOf(r.getString(10)),
                new Hand(r.getString(11), r.getObject(12, OffsetDateTime.class).toInstant()),
                decidedBy == null
                        ? null
                        : new Hand(
                                decidedBy, r.getObject(14, OffsetDateTime.class).toInstant()),
                r.getString(15));
    }

    private @Nullable String text(@Nullable Commitment says) {
        try {
            return says == null ? null : json.writeValueAsString(says);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a commitment is not writable", e);
        }
    }

    private @Nullable Commitment commitment(@Nullable String text) {
        try {
            return text == null ? null : json.readValue(text, Commitment.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a commitment that was written is not readable", e);
        }
    }
}
