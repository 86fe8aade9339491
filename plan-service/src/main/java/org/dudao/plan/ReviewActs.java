package org.dudao.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.dudao.plan.Reading.Change;

/** What each reviewer did to a draft and can undo, the latest first. Whoever writes here holds the plan's row. */
@ApplicationScoped
public class ReviewActs {

    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};

    private final DataSource database;
    private final ObjectMapper json;

    public ReviewActs(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    public record ReviewAct(long id, String act, Instant at, List<Change> changes) {}

    public void keep(UUID plan, Hand hand, String act, List<Change> changes) {
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement(
                        "INSERT INTO review_act (plan_id, who, at, act, changes) VALUES (?, ?, ?, ?, ?::jsonb)")) {
            insert.setObject(1, plan);
            insert.setString(2, hand.who());
            insert.setObject(3, hand.at().atOffset(ZoneOffset.UTC));
            insert.setString(4, act);
            insert.setString(5, json.writeValueAsString(changes));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a reading is not writable", e);
        }
    }

    public Optional<ReviewAct> lastOf(UUID plan, String who) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("""
                        SELECT id, act, at, changes FROM review_act WHERE plan_id = ? AND who = ? ORDER BY id DESC LIMIT 1
                        """)) {
            select.setObject(1, plan);
            select.setString(2, who);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new ReviewAct(
                                row.getLong(1),
                                row.getString(2),
                                row.getObject(3, OffsetDateTime.class).toInstant(),
                                json.readValue(row.getString(4), CHANGES)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a reading that was written is not readable", e);
        }
    }

    public void forget(ReviewAct act) {
        try (Connection c = database.getConnection();
                PreparedStatement delete = c.prepareStatement("DELETE FROM review_act WHERE id = ?")) {
            delete.setLong(1, act.id());
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
