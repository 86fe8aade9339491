package org.dudao.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;

/** What units have answered to alerts. */
@ApplicationScoped
public class AnswersGiven {

    private final DataSource database;

    AnswersGiven(DataSource database) {
        this.database = database;
    }

    /**
     * One answer.
     *
     * @param links addresses of evidence: a path of the console, or https
     */
    public record Answer(Instant at, String by, String text, List<String> links) {}

    public void add(UUID alert, Answer answer) {
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement(
                        "INSERT INTO answer (alert_id, at, answered_by, text, links) VALUES (?, ?, ?, ?, ?)")) {
            insert.setObject(1, alert);
            insert.setObject(2, answer.at().atOffset(ZoneOffset.UTC));
            insert.setString(3, answer.by());
            insert.setString(4, answer.text());
            insert.setArray(5, c.createArrayOf("text", answer.links().toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** Oldest first. */
    public List<Answer> to(UUID alert) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(
                        "SELECT at, answered_by, text, links FROM answer WHERE alert_id = ? ORDER BY id LIMIT 200")) {
            select.setObject(1, alert);
            List<Answer> answers = new ArrayList<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    answers.add(new Answer(
                            r.getObject(1, OffsetDateTime.class).toInstant(),
                            r.getString(2),
                            r.getString(3),
                            Arrays.asList((String[]) r.getArray(4).getArray())));
                }
            }
            return answers;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
