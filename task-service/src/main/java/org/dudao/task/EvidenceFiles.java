package org.dudao.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.Cursor;
import org.dudao.startup.Page;
import org.dudao.startup.Problem;
import org.jspecify.annotations.Nullable;

/** All files that units put to their tasks. What was removed stays as a row and is in no list. */
@ApplicationScoped
public class EvidenceFiles {

    private static final String SELECT = """
            SELECT e.id, e.task_id, t.title, t.phase, e.unit_id, u.name, e.unit_path, e.sha256, e.name, e.type, e.size,
                   e.located, e.at, e.by, e.reused_from, e.removed_at, coalesce(c.thumbnail, 'none'),
                   ARRAY(SELECT r.report_id FROM report_evidence r WHERE r.evidence_id = e.id ORDER BY r.report_id)
              FROM evidence e JOIN task t ON t.id = e.task_id JOIN unit u ON u.id = e.unit_id
              LEFT JOIN content c ON c.sha256 = e.sha256
            """;

    private final DataSource database;

    public EvidenceFiles(DataSource database) {
        this.database = database;
    }

    /** Fills in what a statement asks for. */
    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    public void add(
            UUID id,
            Task task,
            String unitId,
            String sha256,
            String name,
            String type,
            long size,
            boolean located,
            Instant at,
            String by,
            @Nullable UUID reusedFrom) {
        update("""
                INSERT INTO evidence (id, task_id, unit_id, unit_path, sha256, name, type, size, located, at, by, reused_from)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, s -> {
            s.setObject(1, id);
            s.setObject(2, task.id());
            s.setString(3, unitId);
            s.setString(4, task.unitPath());
            s.setString(5, sha256);
            s.setString(6, name);
            s.setString(7, type);
            s.setLong(8, size);
            s.setBoolean(9, located);
            s.setObject(10, at.atOffset(ZoneOffset.UTC));
            s.setString(11, by);
            s.setObject(12, reusedFrom);
        });
    }

    public void remove(UUID id, Instant at, String by) {
        update("UPDATE evidence SET removed_at = ?, removed_by = ? WHERE id = ?", s -> {
            s.setObject(1, at.atOffset(ZoneOffset.UTC));
            s.setString(2, by);
            s.setObject(3, id);
        });
    }

    public void restore(UUID id) {
        update("UPDATE evidence SET removed_at = NULL, removed_by = NULL WHERE id = ?", s -> s.setObject(1, id));
    }

    /** Of one task whose scope was checked, oldest first. */
    public List<EvidenceFile> of(UUID task) {
        return list(SELECT + "WHERE e.task_id = ? AND e.removed_at IS NULL ORDER BY e.id", s -> s.setObject(1, task));
    }

    /** Also one that was removed. Whether the caller may see it is the task's to say. */
    public Optional<EvidenceFile> find(UUID id) {
        return list(SELECT + "WHERE e.id = ?", s -> s.setObject(1, id)).stream().findFirst();
    }

    /** The same bytes at the same task. */
    public Optional<EvidenceFile> standing(UUID task, String sha256) {
        return list(SELECT + "WHERE e.task_id = ? AND e.sha256 = ? AND e.removed_at IS NULL", s -> {
                    s.setObject(1, task);
                    s.setString(2, sha256);
                })
                .stream()
                .findFirst();
    }

    public int count(UUID task) {
        return number(
                "SELECT count(*) FROM evidence e WHERE task_id = ? AND removed_at IS NULL", s -> s.setObject(1, task));
    }

    /** What units in scope put to their tasks, the latest first. @param q part of the file's or the task's name */
    public Page<EvidenceFile> page(
            Scope scope, @Nullable String q, @Nullable String sha256, int limit, Optional<Cursor> after) {
        String where = """
                WHERE e.unit_path LIKE ? AND e.removed_at IS NULL
                  AND (?::text IS NULL OR e.name ILIKE ? OR t.title ILIKE ?) AND (?::text IS NULL OR e.sha256 = ?)
                """;
        String like = q == null || q.isBlank() ? null : "%" + q.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
        Parameters filter = s -> {
            s.setString(1, scope.prefix());
            s.setString(2, like);
            s.setString(3, like);
            s.setString(4, like);
            s.setString(5, sha256);
            s.setString(6, sha256);
        };
        long total = number("SELECT count(*) FROM evidence e JOIN task t ON t.id = e.task_id " + where, filter);
        List<EvidenceFile> rows = list(
                SELECT + where + "AND (?::uuid IS NULL OR e.id < ?) ORDER BY e.id DESC LIMIT " + (limit + 1), s -> {
                    filter.set(s);
                    UUID last = after.map(c -> uuid(c.part(0))).orElse(null);
                    s.setObject(7, last);
                    s.setObject(8, last);
                });
        return Page.of(rows, limit, total, f -> Cursor.of(f.id()));
    }

    /** A report names files of its own task. @throws Problem 422 when one is of another, or is none */
    public void name(UUID report, UUID task, @Nullable List<UUID> files) {
        if (files == null || files.isEmpty()) {
            return;
        }
        List<UUID> distinct = files.stream().distinct().toList();
        int named = update("""
                INSERT INTO report_evidence (report_id, evidence_id)
                SELECT ?, id FROM evidence WHERE task_id = ? AND removed_at IS NULL AND id = ANY (?)
                """, s -> {
            s.setObject(1, report);
            s.setObject(2, task);
            s.setArray(3, s.getConnection().createArrayOf("uuid", distinct.toArray()));
        });
        if (named != distinct.size()) {
            throw Problem.invalid(
                    "evidenceIds",
                    "所列佐证材料中有的不属于本任务或已被移除，请重新选择。",
                    "Some of the evidence named is not of this task or was removed; choose again.");
        }
    }

    private int number(String sql, Parameters parameters) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            parameters.set(select);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private int update(String sql, Parameters parameters) {
        try (Connection c = database.getConnection();
                PreparedStatement statement = c.prepareStatement(sql)) {
            parameters.set(statement);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private List<EvidenceFile> list(String sql, Parameters parameters) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(sql)) {
            parameters.set(select);
            List<EvidenceFile> files = new ArrayList<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    files.add(file(r));
                }
            }
            return files;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static EvidenceFile file(ResultSet r) throws SQLException {
        OffsetDateTime removedAt = r.getObject(16, OffsetDateTime.class);
        Array reports = r.getArray(18);
        return new EvidenceFile(
                r.getObject(1, UUID.class),
                r.getObject(2, UUID.class),
                r.getString(3),
                TaskPhase.of(r.getString(4)),
                r.getString(5),
                r.getString(6),
                r.getString(7),
                r.getString(8),
                r.getString(9),
                r.getString(10),
                r.getLong(11),
                r.getBoolean(12),
                r.getObject(13, OffsetDateTime.class).toInstant(),
                r.getString(14),
                r.getObject(15, UUID.class),
                removedAt == null ? null : removedAt.toInstant(),
                r.getString(17),
                List.of((UUID[]) reports.getArray()));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(
                    "cursor", "翻页标记无效，请从第一页重新开始。", "This cursor is not valid; start from the first page.");
        }
    }
}
