package org.dudao.startup;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.dudao.contracts.UnitEvent.UnitChanged;
import org.dudao.contracts.UnitRef;
import org.dudao.outbox.DatabaseFault;

/** The units this service knows. task-service owns them; the others copy its events here. */
@ApplicationScoped
public class KnownUnits {

    private final DataSource database;

    public KnownUnits(DataSource database) {
        this.database = database;
    }

    public Optional<UnitRef> find(String id) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("SELECT id, name, path FROM unit WHERE id = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new UnitRef(row.getString(1), row.getString(2), row.getString(3)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** The nearest bureau at or above the unit. */
    public Optional<UnitRef> bureauOf(UnitRef unit) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("""
                        SELECT id, name, path FROM unit WHERE kind = 'BUREAU' AND ? LIKE path || '%'
                         ORDER BY length(path) DESC LIMIT 1
                        """)) {
            select.setString(1, unit.path());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new UnitRef(row.getString(1), row.getString(2), row.getString(3)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** Writes units as they stand now; an older version than the known one changes nothing. */
    public void copy(List<UnitChanged> units) {
        try (Connection c = database.getConnection();
                PreparedStatement upsert = c.prepareStatement("""
                        INSERT INTO unit (id, parent_id, path, name, kind, open, version) VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE
                           SET parent_id = excluded.parent_id, path = excluded.path, name = excluded.name,
                               kind = excluded.kind, open = excluded.open, version = excluded.version
                         WHERE unit.version < excluded.version
                        """)) {
            for (UnitChanged unit : units) {
                upsert.setString(1, unit.unitId());
                upsert.setString(2, unit.parentId());
                upsert.setString(3, unit.path());
                upsert.setString(4, unit.name());
                upsert.setString(5, unit.kind().name());
                upsert.setBoolean(6, unit.open());
                upsert.setLong(7, unit.version());
                upsert.addBatch();
            }
            upsert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
