package org.dudao.task.rehearsing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.dudao.startup.WorkCalendars;

/** Throws away what was tried and lays out tasks in every state that a school meets. */
@ApplicationScoped
public class ResetSandbox {

    /** The unit stands outside of every bureau, see V0120; nobody's scope but its own reaches it. */
    static final String SCHOOL = "sandbox-school";

    private static final String PATH = "/sandbox/sandbox-school/";
    private static final String OWN = "IN (SELECT id FROM task WHERE unit_path LIKE '/sandbox/%')";

    /** In the order in which they name each other. */
    static final List<String> FORGETTING = List.of(
            "DELETE FROM report_evidence WHERE report_id IN (SELECT id FROM report WHERE task_id " + OWN + ")",
            "DELETE FROM milestone WHERE task_id " + OWN,
            "DELETE FROM evidence WHERE task_id " + OWN,
            "DELETE FROM report_draft WHERE task_id " + OWN,
            "DELETE FROM expected_report WHERE task_id " + OWN,
            "DELETE FROM task_cadence WHERE task_id " + OWN,
            "DELETE FROM report WHERE task_id " + OWN,
            "DELETE FROM extension_request WHERE task_id " + OWN,
            "DELETE FROM suspension WHERE task_id " + OWN,
            "DELETE FROM deadline WHERE task_id " + OWN,
            "DELETE FROM task_change WHERE task_id " + OWN,
            "DELETE FROM task WHERE unit_path LIKE '/sandbox/%'");

    /** One row per task: how it stands, its title, what it counts, and how many working days from today it is due. */
    private static final String LAYING_OUT = """
            INSERT INTO task (id, plan_id, target_id, place, plan_title, year, chapter, measure, title, quote, indicator,
                              comparator, target_value, value_unit, strength, universal, bureau_id, unit_path, phase,
                              lead_unit_id, due_on, due_inferred, reminder_days, reminder_at, value, assigned_at,
                              accepted_at, accepted_by, submitted_at, submitted_on, submitted_by, completed_at,
                              completed_by, completed_late, version)
            SELECT uuidv7(), '00000000-0000-7000-8000-000000000000', uuidv7(), s.place, '演练工作要点', ?, '演练', '接口演练：' || s.title,
                   s.title, s.title, s.indicator, CASE WHEN s.goal IS NULL THEN 'DONE' ELSE 'GE' END, s.goal, s.unit, 'MUST',
                   false, 'sandbox', ?, s.phase, ?, s.due_on, false, '{10,3,1}', '09:00', s.value, at.long_ago,
                   CASE WHEN s.phase <> 'assigned' THEN at.lately END, CASE WHEN s.phase <> 'assigned' THEN 'sandbox' END,
                   CASE WHEN s.phase IN ('submitted', 'completed') THEN at.lately END,
                   CASE WHEN s.phase IN ('submitted', 'completed') THEN s.due_on END,
                   CASE WHEN s.phase IN ('submitted', 'completed') THEN 'sandbox' END,
                   CASE WHEN s.phase = 'completed' THEN at.lately END, CASE WHEN s.phase = 'completed' THEN 'sandbox' END,
                   CASE WHEN s.phase = 'completed' THEN false END, 2
              FROM (SELECT ?::timestamptz - interval '20 days' AS long_ago, ?::timestamptz - interval '2 days' AS lately) at,
                   unnest(?::text[], ?::text[], ?::text[], ?::numeric[], ?::text[], ?::numeric[], ?::date[])
                       WITH ORDINALITY AS s (phase, title, indicator, goal, unit, value, due_on, place)
            """;

    private final DataSource database;
    private final WorkCalendars calendars;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    public ResetSandbox(DataSource database, WorkCalendars calendars, Audit audit, Caller caller, Clock clock) {
        this.database = database;
        this.calendars = calendars;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    public record FreshSandbox(String unitId, int tasks) {}

    @Transactional
    public FreshSandbox reset() {
        if (!caller.unitId().equals(SCHOOL)) {
            throw Problem.conflict(
                    "not-a-sandbox",
                    "您的客户端属于真实单位，不能重置。请换用演练学校的客户端。",
                    "Your client belongs to a real unit, which is never reset. Use a client of the sandbox school.");
        }
        try (Connection c = database.getConnection()) {
            for (String forgetting : FORGETTING) {
                try (PreparedStatement delete = c.prepareStatement(forgetting)) {
                    delete.executeUpdate();
                }
            }
            try (PreparedStatement forget = c.prepareStatement("DELETE FROM idempotency WHERE caller = ?")) {
                forget.setString(1, caller.username());
                forget.executeUpdate();
            }
            int tasks = layOut(c);
            audit.record(caller, "reset", "sandbox", SCHOOL, null, Map.of("tasks", tasks));
            return new FreshSandbox(SCHOOL, tasks);
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private int layOut(Connection c) throws SQLException {
        LocalDate today = LocalDate.now(clock);
        List<Sample> samples = Sample.all(calendars.current(), today);
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        try (PreparedStatement insert = c.prepareStatement(LAYING_OUT)) {
            int i = 1;
            insert.setInt(i++, today.getYear());
            insert.setString(i++, PATH);
            insert.setString(i++, SCHOOL);
            insert.setObject(i++, now);
            insert.setObject(i++, now);
            insert.setArray(
                    i++, array(c, "text", samples.stream().map(s -> s.phase().word())));
            insert.setArray(i++, array(c, "text", samples.stream().map(Sample::title)));
            insert.setArray(i++, array(c, "text", samples.stream().map(Sample::indicator)));
            insert.setArray(i++, array(c, "numeric", samples.stream().map(Sample::goal)));
            insert.setArray(i++, array(c, "text", samples.stream().map(Sample::unit)));
            insert.setArray(i++, array(c, "numeric", samples.stream().map(Sample::value)));
            insert.setArray(i, array(c, "date", samples.stream().map(Sample::dueOn)));
            return insert.executeUpdate();
        }
    }

    private static Array array(Connection c, String type, Stream<?> values) throws SQLException {
        return c.createArrayOf(type, values.toArray());
    }
}
