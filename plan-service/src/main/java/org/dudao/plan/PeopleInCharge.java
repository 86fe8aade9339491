package org.dudao.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.dudao.contracts.UnitEvent.PersonChanged;
import org.dudao.outbox.DatabaseFault;
import org.jspecify.annotations.Nullable;

/** Who answers in a unit: a list of responsibilities that names units alone is answered for by nobody. */
@ApplicationScoped
public class PeopleInCharge {

    private final DataSource database;

    public PeopleInCharge(DataSource database) {
        this.database = database;
    }

    /** @param leader 责任领导: the unit's head. @param person 责任人: who works on its items. Personal data. */
    public record InCharge(
            @Nullable String leader, @Nullable String person) {

        public static final InCharge NOBODY = new InCharge(null, null);
    }

    public Map<String, InCharge> of(Collection<String> unitIds) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("""
                        SELECT unit_id, (array_agg(name ORDER BY person_id) FILTER (WHERE duty = 'HEAD'))[1],
                               (array_agg(name ORDER BY person_id) FILTER (WHERE duty <> 'HEAD'))[1]
                          FROM person_in_charge WHERE active AND unit_id = ANY (?) GROUP BY unit_id
                        """)) {
            select.setArray(1, c.createArrayOf("text", unitIds.toArray()));
            Map<String, InCharge> found = new HashMap<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    found.put(r.getString(1), new InCharge(r.getString(2), r.getString(3)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** Writes people as they stand now; an older version than the known one changes nothing. */
    public void copy(List<PersonChanged> people) {
        try (Connection c = database.getConnection();
                PreparedStatement upsert = c.prepareStatement("""
                        INSERT INTO person_in_charge (person_id, unit_id, name, duty, active, version)
                        VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT (person_id) DO UPDATE
                           SET unit_id = excluded.unit_id, name = excluded.name, duty = excluded.duty,
                               active = excluded.active, version = excluded.version
                         WHERE person_in_charge.version < excluded.version
                        """)) {
            for (PersonChanged person : people) {
                upsert.setString(1, person.personId());
                upsert.setString(2, person.unitId());
                upsert.setString(3, person.name());
                upsert.setString(4, person.duty().name());
                upsert.setBoolean(5, person.active());
                upsert.setLong(6, person.version());
                upsert.addBatch();
            }
            upsert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
