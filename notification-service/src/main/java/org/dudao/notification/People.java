package org.dudao.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.dudao.contracts.UnitEvent.PersonChanged;
import org.dudao.outbox.DatabaseFault;

/** The people this service knows. task-service owns them. */
@ApplicationScoped
public class People {

    private final DataSource database;

    public People(DataSource database) {
        this.database = database;
    }

    /** Writes people as they stand now; an older version than the known one changes nothing. */
    public void copy(List<PersonChanged> people) {
        try (Connection c = database.getConnection();
                PreparedStatement upsert = c.prepareStatement("""
                        INSERT INTO person (id, unit_id, username, name, email, phone, duty, active, version)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE
                           SET unit_id = excluded.unit_id, username = excluded.username, name = excluded.name,
                               email = excluded.email, phone = excluded.phone, duty = excluded.duty,
                               active = excluded.active, version = excluded.version
                         WHERE person.version < excluded.version
                        """)) {
            for (PersonChanged person : people) {
                upsert.setString(1, person.personId());
                upsert.setString(2, person.unitId());
                upsert.setString(3, person.username());
                upsert.setString(4, person.name());
                upsert.setString(5, person.email());
                upsert.setString(6, person.phone());
                upsert.setString(7, person.duty().name());
                upsert.setBoolean(8, person.active());
                upsert.setLong(9, person.version());
                upsert.addBatch();
            }
            upsert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
