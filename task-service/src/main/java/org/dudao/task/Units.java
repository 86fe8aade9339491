package org.dudao.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.dudao.contracts.UnitKind;
import org.dudao.contracts.UnitRef;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.Cursor;
import org.dudao.startup.Page;
import org.jspecify.annotations.Nullable;

/** The units. This service owns them; the others copy its events. */
@ApplicationScoped
public class Units {

    private static final String COLUMNS = "id, parent_id, path, name, kind, open, functions, version";

    private final DataSource database;

    public Units(DataSource database) {
        this.database = database;
    }

    /** One writer of the tree at a time: paths depend on parents. */
    public void lockTree() {
        try (Connection c = database.getConnection();
                PreparedStatement lock = c.prepareStatement("SELECT pg_advisory_xact_lock(hashtext('unit tree'))")) {
            lock.execute();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    public List<Unit> all() {
        return select("SELECT " + COLUMNS + " FROM unit ORDER BY path");
    }

    /** Open units below a bureau that say what they are in charge of. */
    public List<Unit> withFunctionsBelow(String bureauPath) {
        return select(
                "SELECT " + COLUMNS
                        + " FROM unit WHERE path LIKE ? AND open AND functions <> '{}' AND kind <> 'BUREAU' ORDER BY path",
                bureauPath + "%");
    }

    public Optional<Unit> find(String id) {
        return select("SELECT " + COLUMNS + " FROM unit WHERE id = ?", id).stream()
                .findFirst();
    }

    /** The units by their ids, for naming them; asking for another one is an error of ours. */
    public Function<String, UnitRef> naming(Collection<String> ids) {
        Map<String, UnitRef> refs = new HashMap<>();
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement("SELECT id, name, path FROM unit WHERE id = ANY (?)")) {
            select.setArray(1, c.createArrayOf("text", ids.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    refs.put(rows.getString(1), new UnitRef(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
        return id -> Optional.ofNullable(refs.get(id))
                .orElseThrow(() -> new IllegalStateException("a task names unit " + id + ", which is not known"));
    }

    /** Names for everything a task mentions. */
    public Function<String, UnitRef> namingFor(Collection<Task> tasks) {
        List<String> ids = new ArrayList<>();
        for (Task task : tasks) {
            ids.add(task.bureauId());
            add(ids, task.leadUnitId());
            add(ids, task.proposedUnitId());
            ids.addAll(task.supportingUnitIds());
        }
        return naming(ids);
    }

    public Function<String, UnitRef> namingFor(Task task) {
        return namingFor(List.of(task));
    }

    private static void add(List<String> ids, @Nullable String id) {
        if (id != null) {
            ids.add(id);
        }
    }

    /** By place in the tree, so that parents come before children. */
    public Page<Unit> page(
            Scope scope, @Nullable UnitKind kind, @Nullable String q, int limit, Optional<Cursor> after) {
        String where = " FROM unit WHERE path LIKE ? AND (?::text IS NULL OR kind = ?)"
                + " AND (?::text IS NULL OR name ILIKE ? OR id = ?)";
        String kindName = kind == null ? null : kind.name();
        String like = q == null || q.isBlank() ? null : "%" + q.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
        String id = like == null || q == null ? null : q.strip();
        long total = count("SELECT count(*)" + where, scope.prefix(), kindName, kindName, like, like, id);
        String from = after.map(c -> c.part(0)).orElse("");
        List<Unit> rows = select(
                "SELECT " + COLUMNS + where + " AND path > ? ORDER BY path LIMIT " + (limit + 1),
                scope.prefix(),
                kindName,
                kindName,
                like,
                like,
                id,
                from);
        return Page.of(rows, limit, total, u -> Cursor.of(u.path()));
    }

    /** Inserts or replaces, set-based. */
    public void save(List<Unit> units) {
        try (Connection c = database.getConnection();
                PreparedStatement upsert = c.prepareStatement("""
                        INSERT INTO unit (id, parent_id, path, name, kind, open, functions, version)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE
                           SET parent_id = excluded.parent_id, path = excluded.path, name = excluded.name,
                               kind = excluded.kind, open = excluded.open, functions = excluded.functions,
                               version = excluded.version
                        """)) {
            for (Unit u : units) {
                upsert.setString(1, u.id());
                upsert.setString(2, u.parentId());
                upsert.setString(3, u.path());
                upsert.setString(4, u.name());
                upsert.setString(5, u.kind().name());
                upsert.setBoolean(6, u.open());
                upsert.setArray(7, c.createArrayOf("text", u.functions().toArray()));
                upsert.setLong(8, u.version());
                upsert.addBatch();
            }
            upsert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** Paths that are about to be given to other units; two units never share one, not even for a moment. */
    public void clearPaths(List<String> ids) {
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement("UPDATE unit SET path = '?' || id WHERE id = ANY (?)")) {
            update.setArray(1, c.createArrayOf("text", ids.toArray()));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** After units moved in the tree: the scope of their tasks moves along. */
    public void moveTasksAlong() {
        try (Connection c = database.getConnection();
                PreparedStatement lead = c.prepareStatement("""
                        UPDATE task t SET unit_path = u.path FROM unit u
                         WHERE u.id = coalesce(t.lead_unit_id, t.bureau_id) AND t.unit_path <> u.path
                        """);
                PreparedStatement asked = c.prepareStatement("""
                        UPDATE task t SET asked_by_path = p.unit_path FROM task p
                         WHERE p.id = t.parent_id AND t.asked_by_path <> p.unit_path
                        """)) {
            lead.executeUpdate();
            asked.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private List<Unit> select(String sql, @Nullable String... parameters) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            List<Unit> units = new ArrayList<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    units.add(new Unit(
                            r.getString(1),
                            r.getString(2),
                            r.getString(3),
                            r.getString(4),
                            UnitKind.valueOf(r.getString(5)),
                            r.getBoolean(6),
                            List.of((String[]) r.getArray(7).getArray()),
                            r.getLong(8)));
                }
            }
            return units;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private long count(String sql, @Nullable String... parameters) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }
}
