package org.dudao.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.dudao.contracts.UnitRef;
import org.dudao.outbox.DatabaseFault;
import org.jspecify.annotations.Nullable;

/** All shares, and the values that were reported for them. */
@ApplicationScoped
public class Shares {

    /** News of a target that is not kept here writes nothing, nor does news older than what is known. */
    private static final String REMEMBER = """
            INSERT INTO share AS known (task_id, target_id, plan_id, parent_id, unit_id, unit_name, unit_path,
                   supporting_names, supporting_paths, due_on, first_due_on, phase, value, most, words, words_at, version, suspended)
            SELECT ?::uuid, t.id, t.plan_id, ?::uuid, ?::text, ?::text, ?::text, ?::text[], ?::text[], n.due, n.due, coalesce(n.phase, 'ASSIGNED'), n.value, n.value,
                   n.words, n.words_at, ?::bigint, coalesce(n.suspended, false)
              FROM target t, (SELECT ?::date AS due, ?::text AS phase, ?::numeric AS value, ?::text AS words,
                                     ?::timestamptz AS words_at, ?::boolean AS suspended) n
             WHERE t.id = ?::uuid
            ON CONFLICT (task_id) DO UPDATE
               SET unit_id = excluded.unit_id, unit_name = excluded.unit_name, unit_path = excluded.unit_path,
                   supporting_names = excluded.supporting_names, supporting_paths = excluded.supporting_paths,
                   due_on = excluded.due_on, phase = coalesce(?::text, known.phase),
                   value = coalesce(excluded.value, known.value), most = greatest(known.most, excluded.value),
                   words = coalesce(excluded.words, known.words),
                   words_at = CASE WHEN excluded.words IS NULL THEN known.words_at ELSE excluded.words_at END,
                   version = excluded.version, suspended = coalesce(?::boolean, known.suspended)
             WHERE known.version < excluded.version
            """;

    private static final String HISTORY = """
            INSERT INTO reported_value (task_id, version, at, value)
            SELECT task_id, ?::bigint, ?::timestamptz, ?::numeric FROM share WHERE task_id = ?
            ON CONFLICT DO NOTHING
            """;

    private static final String COLUMNS = "task_id, target_id, parent_id, unit_id, unit_name, unit_path,"
            + " supporting_names, supporting_paths, due_on, first_due_on, phase, value, most, words, words_at, suspended";

    private final DataSource database;

    public Shares(DataSource database) {
        this.database = database;
    }

    /** A value as it was reported. */
    public record Reported(UUID taskId, Instant at, BigDecimal value) {}

    public void remember(List<ShareNews> news) {
        try (Connection c = database.getConnection();
                PreparedStatement share = c.prepareStatement(REMEMBER);
                PreparedStatement history = c.prepareStatement(HISTORY)) {
            for (ShareNews n : news) {
                bind(c, share, n);
                share.addBatch();
                if (n.value() != null) {
                    history.setLong(1, n.version());
                    history.setObject(2, n.at().atOffset(ZoneOffset.UTC));
                    history.setBigDecimal(3, n.value());
                    history.setObject(4, n.task().taskId());
                    history.addBatch();
                }
            }
            share.executeBatch();
            history.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static void bind(Connection c, PreparedStatement share, ShareNews n) throws SQLException {
        int i = 1;
        String phase = n.phase() == null ? null : n.phase().name();
        share.setObject(i++, n.task().taskId());
        share.setObject(i++, n.task().parentId());
        share.setString(i++, n.task().leadUnit().id());
        share.setString(i++, n.task().leadUnit().name());
        share.setString(i++, n.task().leadUnit().path());
        List<UnitRef> supporting = n.task().supportingUnits();
        share.setArray(
                i++,
                c.createArrayOf("text", supporting.stream().map(UnitRef::name).toArray()));
        share.setArray(
                i++,
                c.createArrayOf("text", supporting.stream().map(UnitRef::path).toArray()));
        share.setLong(i++, n.version());
        share.setObject(i++, n.task().dueOn());
        share.setString(i++, phase);
        share.setBigDecimal(i++, n.value());
        share.setString(i++, n.words());
        share.setObject(i++, n.words() == null ? null : n.at().atOffset(ZoneOffset.UTC));
        share.setObject(i++, n.suspended());
        share.setObject(i++, n.task().targetId());
        share.setString(i++, phase);
        share.setObject(i, n.suspended());
    }

    /** All of a plan's, for those who see the whole bureau. */
    public Map<UUID, List<Share>> ofPlan(UUID planId) {
        return select(" WHERE plan_id = ?", planId);
    }

    /** What concerns one unit: its own shares, those it supports, and every share of a target it leads. */
    public Map<UUID, List<Share>> ofPlan(UUID planId, String path) {
        return select("""
                 WHERE plan_id = ? AND (unit_path LIKE ? || '%'
                       OR EXISTS (SELECT FROM unnest(supporting_paths) s WHERE s LIKE ? || '%')
                       OR target_id IN (SELECT w.target_id FROM share w
                                         WHERE w.plan_id = ? AND w.parent_id IS NULL AND w.unit_path LIKE ? || '%'))
                """, planId, path, path, planId, path);
    }

    public Map<UUID, List<Share>> ofTargets(Collection<UUID> targets) {
        return select(" WHERE target_id = ANY (?)", (Object) targets.toArray(UUID[]::new));
    }

    /** Who leads each target of a plan; nobody, where no unit has been given it yet. */
    public Map<UUID, String> leads(UUID planId) {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement("SELECT DISTINCT ON (target_id) target_id, unit_name FROM share"
                                + " WHERE plan_id = ? AND parent_id IS NULL AND phase <> 'CANCELLED'"
                                + " ORDER BY target_id, version DESC")) {
            select.setObject(1, planId);
            Map<UUID, String> leads = new HashMap<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    leads.put(r.getObject(1, UUID.class), r.getString(2));
                }
            }
            return leads;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private Map<UUID, List<Share>> select(String where, Object... parameters) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(
                        "SELECT " + COLUMNS + " FROM share" + where + " ORDER BY unit_name, task_id")) {
            for (int i = 0; i < parameters.length; i++) {
                if (parameters[i] instanceof UUID[] ids) {
                    select.setArray(i + 1, c.createArrayOf("uuid", ids));
                } else {
                    select.setObject(i + 1, parameters[i]);
                }
            }
            List<Share> shares = new ArrayList<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    shares.add(share(r));
                }
            }
            return shares.stream().collect(Collectors.groupingBy(Share::targetId));
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** The values reported for these shares, oldest first. */
    public List<Reported> history(Collection<UUID> tasks) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(
                        "SELECT task_id, at, value FROM reported_value WHERE task_id = ANY (?) ORDER BY at, version")) {
            select.setArray(1, c.createArrayOf("uuid", tasks.toArray()));
            List<Reported> history = new ArrayList<>();
            try (ResultSet r = select.executeQuery()) {
                while (r.next()) {
                    history.add(new Reported(
                            r.getObject(1, UUID.class),
                            r.getObject(2, OffsetDateTime.class).toInstant(),
                            r.getBigDecimal(3)));
                }
            }
            return history;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static Share share(ResultSet r) throws SQLException {
        return new Share(
                r.getObject(1, UUID.class),
                r.getObject(2, UUID.class),
                r.getObject(3, UUID.class),
                new UnitRef(r.getString(4), r.getString(5), r.getString(6)),
                texts(r.getArray(7)),
                texts(r.getArray(8)),
                r.getObject(9, LocalDate.class),
                r.getObject(10, LocalDate.class),
                Share.Phase.valueOf(r.getString(11)),
                r.getBigDecimal(12),
                r.getBigDecimal(13),
                r.getString(14),
                instant(r.getObject(15, OffsetDateTime.class)),
                r.getBoolean(16));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
