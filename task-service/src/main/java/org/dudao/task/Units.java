package org.dudao.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
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

    private static final String SELECT = """
            SELECT u.id, u.parent_id, u.path, u.name, u.kind, u.open, u.functions, u.version, u.stage, u.division_code,
                   (SELECT k.code FROM school_code k WHERE k.unit_id = u.id AND k.valid_to IS NULL),
                   u.pupils, u.teachers, u.classes, u.traits, u.leader_id, u.contact_id, u.successor_id
              FROM unit u
            """;

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
        return select(SELECT + " ORDER BY u.path", List.of());
    }

    /** Open units below a bureau that say what they are in charge of. */
    public List<Unit> withFunctionsBelow(String bureauPath) {
        return select(
                SELECT
                        + " WHERE u.path LIKE ? AND u.open AND u.functions <> '{}' AND u.kind <> 'BUREAU' ORDER BY u.path",
                List.of(bureauPath + "%"));
    }

    public Optional<Unit> find(String id) {
        return select(SELECT + " WHERE u.id = ?", List.of(id)).stream().findFirst();
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
    public Page<Unit> page(UnitFilter filter, Scope scope, int limit, Optional<Cursor> after) {
        List<Object> parameters = new ArrayList<>();
        String where = " WHERE " + filter.where(scope, parameters);
        long total = count("SELECT count(*) FROM unit u" + where, parameters);
        parameters.add(after.map(c -> c.part(0)).orElse(""));
        List<Unit> rows = select(SELECT + where + " AND u.path > ? ORDER BY u.path LIMIT " + (limit + 1), parameters);
        return Page.of(rows, limit, total, u -> Cursor.of(u.path()));
    }

    public long count(UnitFilter filter, Scope scope) {
        List<Object> parameters = new ArrayList<>();
        return count("SELECT count(*) FROM unit u WHERE " + filter.where(scope, parameters), parameters);
    }

    /** Units that a person is in charge of, or the contact of. */
    public List<Unit> naming(String personId) {
        return select(SELECT + " WHERE ? IN (u.leader_id, u.contact_id) ORDER BY u.path", List.of(personId));
    }

    /** All that the filter lets through, for a sheet. */
    public List<Unit> all(UnitFilter filter, Scope scope) {
        List<Object> parameters = new ArrayList<>();
        return select(SELECT + " WHERE " + filter.where(scope, parameters) + " ORDER BY u.path", parameters);
    }

    /** Inserts or replaces, set-based. Codes of schools are kept by {@link SchoolCodes}. */
    public void save(List<Unit> units) {
        try (Connection c = database.getConnection();
                PreparedStatement upsert = c.prepareStatement("""
                        INSERT INTO unit (id, parent_id, path, name, kind, open, functions, version, stage, division_code,
                                          pupils, teachers, classes, traits, leader_id, contact_id, successor_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE
                           SET parent_id = excluded.parent_id, path = excluded.path, name = excluded.name,
                               kind = excluded.kind, open = excluded.open, functions = excluded.functions,
                               version = excluded.version, stage = excluded.stage,
                               division_code = excluded.division_code, pupils = excluded.pupils,
                               teachers = excluded.teachers, classes = excluded.classes, traits = excluded.traits,
                               leader_id = excluded.leader_id, contact_id = excluded.contact_id,
                               successor_id = excluded.successor_id
                        """)) {
            for (Unit u : units) {
                UnitProfile p = u.profile();
                upsert.setString(1, u.id());
                upsert.setString(2, u.parentId());
                upsert.setString(3, u.path());
                upsert.setString(4, u.name());
                upsert.setString(5, u.kind().name());
                upsert.setBoolean(6, u.open());
                upsert.setArray(7, c.createArrayOf("text", u.functions().toArray()));
                upsert.setLong(8, u.version());
                upsert.setString(9, p.stage() == null ? null : p.stage().name());
                upsert.setString(10, p.divisionCode());
                upsert.setObject(11, p.pupils(), Types.INTEGER);
                upsert.setObject(12, p.teachers(), Types.INTEGER);
                upsert.setObject(13, p.classes(), Types.INTEGER);
                upsert.setArray(14, c.createArrayOf("text", p.traits().toArray()));
                upsert.setString(15, p.leaderId());
                upsert.setString(16, p.contactId());
                upsert.setString(17, p.successorId());
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

    /** After units moved in the tree: the scope of their tasks, their evidence and the reports they owe moves along. */
    public void moveTasksAlong() {
        try (Connection c = database.getConnection();
                PreparedStatement lead = c.prepareStatement("""
                        UPDATE task t SET unit_path = u.path FROM unit u
                         WHERE u.id = coalesce(t.lead_unit_id, t.bureau_id) AND t.unit_path <> u.path
                        """);
                PreparedStatement asked = c.prepareStatement("""
                        UPDATE task t SET asked_by_path = p.unit_path FROM task p
                         WHERE p.id = t.parent_id AND t.asked_by_path <> p.unit_path
                        """);
                PreparedStatement evidence = c.prepareStatement("""
                        UPDATE evidence e SET unit_path = u.path FROM unit u
                         WHERE u.id = e.unit_id AND e.unit_path <> u.path
                        """);
                PreparedStatement milestones = c.prepareStatement("""
                        UPDATE milestone m SET unit_path = t.unit_path FROM task t
                         WHERE t.id = m.task_id AND m.unit_path <> t.unit_path
                        """);
                PreparedStatement reports = c.prepareStatement("""
                        UPDATE expected_report e SET unit_path = u.path FROM unit u
                         WHERE u.id = e.unit_id AND e.unit_path <> u.path
                        """)) {
            lead.executeUpdate();
            asked.executeUpdate();
            evidence.executeUpdate();
            reports.executeUpdate();
            milestones.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private List<Unit> select(String sql, List<?> parameters) {
        try (Connection c = database.getConnection();
                PreparedStatement select = prepared(c, sql, parameters);
                ResultSet r = select.executeQuery()) {
            List<Unit> units = new ArrayList<>();
            while (r.next()) {
                units.add(unit(r));
            }
            return units;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static Unit unit(ResultSet r) throws SQLException {
        String stage = r.getString(9);
        return new Unit(
                r.getString(1),
                r.getString(2),
                r.getString(3),
                r.getString(4),
                UnitKind.valueOf(r.getString(5)),
                r.getBoolean(6),
                List.of((String[]) r.getArray(7).getArray()),
                new UnitProfile(
                        stage == null ? null : Stage.valueOf(stage),
                        r.getString(10),
                        r.getString(11),
                        r.getObject(12, Integer.class),
                        r.getObject(13, Integer.class),
                        r.getObject(14, Integer.class),
                        List.of((String[]) r.getArray(15).getArray()),
                        r.getString(16),
                        r.getString(17),
                        r.getString(18)),
                r.getLong(8));
    }

    private long count(String sql, List<?> parameters) {
        try (Connection c = database.getConnection();
                PreparedStatement select = prepared(c, sql, parameters);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static PreparedStatement prepared(Connection c, String sql, List<?> parameters) throws SQLException {
        PreparedStatement select = c.prepareStatement(sql);
        for (int i = 0; i < parameters.size(); i++) {
            select.setObject(i + 1, parameters.get(i));
        }
        return select;
    }
}
