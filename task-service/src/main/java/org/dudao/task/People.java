package org.dudao.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.dudao.contracts.Duty;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.Cursor;
import org.dudao.startup.Page;
import org.jspecify.annotations.Nullable;

/** The people of the units. This service owns them; the others copy its events. */
@ApplicationScoped
public class People {

    private static final String COLUMNS =
            "p.id, p.unit_id, p.username, p.name, p.email, p.phone, p.duty, p.active, p.version";

    private final DataSource database;

    public People(DataSource database) {
        this.database = database;
    }

    public List<Person> all() {
        return select("SELECT " + COLUMNS + " FROM person p ORDER BY p.id");
    }

    public Optional<Person> find(String id) {
        return select("SELECT " + COLUMNS + " FROM person p WHERE p.id = ?", id).stream()
                .findFirst();
    }

    /** Everyone who works in these units now. */
    public List<Person> activeOf(Collection<String> unitIds) {
        return select(
                "SELECT " + COLUMNS + " FROM person p WHERE p.active AND p.unit_id = ANY (string_to_array(?, ','))"
                        + " ORDER BY p.id",
                String.join(",", unitIds));
    }

    /** Which of these ids are somebody's. */
    public Set<String> known(Collection<String> ids) {
        Set<String> known = new HashSet<>();
        if (ids.isEmpty()) {
            return known;
        }
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("SELECT id FROM person WHERE id = ANY (?)")) {
            select.setArray(1, c.createArrayOf("text", ids.toArray()));
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    known.add(r.getString(1));
                }
            }
            return known;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** All in scope, for a sheet. */
    public List<Person> all(Scope scope) {
        return select(
                "SELECT " + COLUMNS + " FROM person p JOIN unit u ON u.id = p.unit_id WHERE u.path LIKE ?"
                        + " ORDER BY u.path, p.id",
                scope.prefix());
    }

    /** @param q part of the name, or the whole id, login name or number */
    public Page<Person> page(
            Scope scope, @Nullable String unitId, @Nullable String q, int limit, Optional<Cursor> after) {
        String like = q == null || q.isBlank() ? null : "%" + q.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
        String whole = like == null || q == null ? null : q.strip();
        String where =
                " FROM person p JOIN unit u ON u.id = p.unit_id WHERE u.path LIKE ? AND (?::text IS NULL OR p.unit_id = ?)"
                        + " AND (?::text IS NULL OR p.name ILIKE ? OR ? IN (p.id, p.username, p.phone))";
        long total;
        try (Connection c = database.getConnection();
                PreparedStatement count = c.prepareStatement("SELECT count(*)" + where)) {
            count.setString(1, scope.prefix());
            count.setString(2, unitId);
            count.setString(3, unitId);
            count.setString(4, like);
            count.setString(5, like);
            count.setString(6, whole);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                total = row.getLong(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
        List<Person> rows = select(
                "SELECT " + COLUMNS + where + " AND p.id > ? ORDER BY p.id LIMIT " + (limit + 1),
                scope.prefix(),
                unitId,
                unitId,
                like,
                like,
                whole,
                after.map(a -> a.part(0)).orElse(""));
        return Page.of(rows, limit, total, p -> Cursor.of(p.id()));
    }

    /** Inserts or replaces, set-based. */
    public void save(List<Person> people) {
        try (Connection c = database.getConnection();
                PreparedStatement free = c.prepareStatement("UPDATE person SET username = NULL WHERE id = ?");
                PreparedStatement upsert = c.prepareStatement("""
                        INSERT INTO person (id, unit_id, username, name, email, phone, duty, active, version)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE
                           SET unit_id = excluded.unit_id, username = excluded.username, name = excluded.name,
                               email = excluded.email, phone = excluded.phone, duty = excluded.duty,
                               active = excluded.active, version = excluded.version
                        """)) {
            for (Person p : people) {
                // Login names may pass from one person to another in the same request.
                free.setString(1, p.id());
                free.addBatch();
                upsert.setString(1, p.id());
                upsert.setString(2, p.unitId());
                upsert.setString(3, p.username());
                upsert.setString(4, p.name());
                upsert.setString(5, p.email());
                upsert.setString(6, p.phone());
                upsert.setString(7, p.duty().name());
                upsert.setBoolean(8, p.active());
                upsert.setLong(9, p.version());
                upsert.addBatch();
            }
            free.executeBatch();
            upsert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private List<Person> select(String sql, @Nullable String... parameters) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            List<Person> people = new ArrayList<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    people.add(new Person(
                            r.getString(1),
                            r.getString(2),
                            r.getString(3),
                            r.getString(4),
                            r.getString(5),
                            r.getString(6),
                            Duty.valueOf(r.getString(7)),
                            r.getBoolean(8),
                            r.getLong(9)));
                }
            }
            return people;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
