package org.dudao.task.assigning;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.contracts.PlanEvent.TargetPublished;
import org.dudao.outbox.DatabaseFault;
import org.dudao.outbox.Outbox;
import org.dudao.task.Announcements;
import org.dudao.task.Announcements.Actor;
import org.dudao.task.TaskPhase;
import org.dudao.task.Unit;
import org.dudao.task.Units;

/** One task per published target, nobody's yet, with the lead unit that its words propose. */
@ApplicationScoped
public class AssignTasksWhenPlanPublished {

    private static final int LONGEST_TITLE = 60;

    private static final String INSERT = """
            INSERT INTO task (id, plan_id, target_id, place, plan_title, year, chapter, measure, title, quote, indicator,
                              comparator, target_value, target_upper, value_unit, strength, universal, bureau_id,
                              unit_path, phase, proposed_unit_id, proposed_reason, due_on, due_inferred, version)
            SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, b.id, b.path, 'proposed', ?, ?, ?, ?, 1
              FROM unit b
             WHERE b.id = ? AND NOT EXISTS (SELECT FROM withdrawn_plan w WHERE w.plan_id = ?)
            ON CONFLICT (target_id) WHERE parent_id IS NULL DO NOTHING
            """;

    private final DataSource database;
    private final Units units;
    private final Announcements announcements;

    public AssignTasksWhenPlanPublished(DataSource database, Units units, Announcements announcements) {
        this.database = database;
        this.units = units;
        this.announcements = announcements;
    }

    /** The bureau of a published plan is not known here: import the units, then replay. */
    public static class BureauNotKnown extends RuntimeException {
        BureauNotKnown(String id) {
            super("the plan's bureau " + id + " is no known unit; import the units, then replay");
        }
    }

    public void react(List<TargetPublished> targets) {
        Map<String, List<Unit>> candidates = new HashMap<>();
        List<UUID> ids = new ArrayList<>();
        try (Connection c = database.getConnection();
                PreparedStatement insert = c.prepareStatement(INSERT)) {
            for (TargetPublished target : targets) {
                List<Unit> known = candidates.computeIfAbsent(target.bureau().id(), this::candidatesOf);
                UUID id = Outbox.newId();
                ids.add(id);
                bind(insert, id, target, Proposal.of(target, known));
                insert.addBatch();
            }
            insert.executeBatch();
            announcements.audit(created(c, ids), TaskPhase.PROPOSED.word(), Actor.SYSTEM, null);
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private List<Unit> candidatesOf(String bureauId) {
        Unit bureau = units.find(bureauId).orElseThrow(() -> new BureauNotKnown(bureauId));
        return units.withFunctionsBelow(bureau.path());
    }

    /** Not those whose plan was withdrawn meanwhile, nor those that exist already. */
    private static List<UUID> created(Connection c, List<UUID> ids) throws SQLException {
        try (PreparedStatement select = c.prepareStatement("SELECT id FROM task WHERE id = ANY (?)")) {
            select.setArray(1, c.createArrayOf("uuid", ids.toArray()));
            List<UUID> created = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    created.add(rows.getObject(1, UUID.class));
                }
            }
            return created;
        }
    }

    private static void bind(PreparedStatement insert, UUID id, TargetPublished t, Optional<Proposal> proposal)
            throws SQLException {
        int i = 1;
        insert.setObject(i++, id);
        insert.setObject(i++, t.planId());
        insert.setObject(i++, t.targetId());
        insert.setInt(i++, t.order());
        insert.setString(i++, t.planTitle());
        insert.setInt(i++, t.year());
        insert.setString(i++, t.chapter());
        insert.setString(i++, t.measure());
        insert.setString(i++, title(t.quote()));
        insert.setString(i++, t.quote());
        insert.setString(i++, t.indicator());
        insert.setString(i++, t.comparator().name());
        insert.setBigDecimal(i++, t.value());
        insert.setBigDecimal(i++, t.upper());
        insert.setString(i++, t.unit());
        insert.setString(i++, t.strength().name());
        insert.setBoolean(i++, t.universal());
        insert.setString(i++, proposal.map(Proposal::unitId).orElse(null));
        insert.setString(i++, proposal.map(Proposal::reason).orElse(null));
        insert.setObject(i++, t.dueOn(), Types.DATE);
        insert.setBoolean(i++, t.dueInferred());
        insert.setString(i++, t.bureau().id());
        insert.setObject(i, t.planId());
    }

    /** The plan's own words, cut to one line. */
    static String title(String quote) {
        String line = quote.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE - 1) + "…";
    }
}
