package org.dudao.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.dudao.task.Term.Season;

/** School terms of the areas. */
@ApplicationScoped
public class Terms {

    private final DataSource database;

    public Terms(DataSource database) {
        this.database = database;
    }

    /** What holds for a unit: each term as the nearest unit at or above it has set it. */
    public List<Term> of(String unitPath) {
        return select("""
                SELECT DISTINCT ON (t.year, t.season) t.year, t.season, t.starts_on, t.ends_on
                  FROM school_term t JOIN unit u ON u.id = t.unit_id
                 WHERE starts_with(?, u.path) ORDER BY t.year, t.season DESC, length(u.path) DESC
                """, unitPath);
    }

    /** What a unit has set itself. */
    public List<Term> setBy(String unitId) {
        return select(
                "SELECT year, season, starts_on, ends_on FROM school_term WHERE unit_id = ? ORDER BY starts_on",
                unitId);
    }

    private List<Term> select(String sql, String parameter) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            select.setString(1, parameter);
            List<Term> terms = new ArrayList<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    terms.add(new Term(
                            r.getInt(1),
                            Season.valueOf(r.getString(2)),
                            r.getObject(3, LocalDate.class),
                            r.getObject(4, LocalDate.class)));
                }
            }
            return terms;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** Puts these in the place of all that the unit has set. */
    public void replace(String unitId, List<Term> terms) {
        try (Connection c = database.getConnection();
                PreparedStatement delete = c.prepareStatement("DELETE FROM school_term WHERE unit_id = ?");
                PreparedStatement insert = c.prepareStatement(
                        "INSERT INTO school_term (unit_id, year, season, starts_on, ends_on) VALUES (?, ?, ?, ?, ?)")) {
            delete.setString(1, unitId);
            delete.executeUpdate();
            for (Term term : terms) {
                insert.setString(1, unitId);
                insert.setInt(2, term.year());
                insert.setString(3, term.season().name());
                insert.setObject(4, term.startsOn());
                insert.setObject(5, term.endsOn());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
