package org.dudao.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.jspecify.annotations.Nullable;

/** The codes of schools (学校标识码), in force and former. */
@ApplicationScoped
public class SchoolCodes {

    private final DataSource database;

    public SchoolCodes(DataSource database) {
        this.database = database;
    }

    /** @param validTo null while it is in force */
    public record Held(
            String code,
            String unitId,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String reason) {}

    /** Whoever has or had one of them. */
    public Map<String, Held> holders(Collection<String> codes) {
        Map<String, Held> holders = new HashMap<>();
        select("code = ANY (?)", codes.toArray()).forEach(h -> holders.put(h.code(), h));
        return holders;
    }

    /** All codes that a unit ever had, the latest first. */
    public List<Held> of(String unitId) {
        return select("unit_id = ANY (?)", unitId);
    }

    private List<Held> select(String where, Object... any) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("SELECT code, unit_id, valid_from, valid_to, reason"
                        + " FROM school_code WHERE " + where + " ORDER BY valid_to DESC NULLS FIRST")) {
            select.setArray(1, c.createArrayOf("text", any));
            List<Held> held = new ArrayList<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    held.add(new Held(
                            r.getString(1),
                            r.getString(2),
                            r.getObject(3, LocalDate.class),
                            r.getObject(4, LocalDate.class),
                            r.getString(5)));
                }
            }
            return held;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** What the units have had so far is former from today. */
    public void end(Collection<String> unitIds, LocalDate today) {
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement(
                        "UPDATE school_code SET valid_to = ? WHERE unit_id = ANY (?) AND valid_to IS NULL")) {
            update.setObject(1, today);
            update.setArray(2, c.createArrayOf("text", unitIds.toArray()));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** In force from today; the units have none any more. */
    public void begin(Collection<Held> codes) {
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement(
                        "INSERT INTO school_code (code, unit_id, valid_from, reason) VALUES (?, ?, ?, ?)")) {
            for (Held held : codes) {
                insert.setString(1, held.code());
                insert.setString(2, held.unitId());
                insert.setObject(3, held.validFrom());
                insert.setString(4, held.reason());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
