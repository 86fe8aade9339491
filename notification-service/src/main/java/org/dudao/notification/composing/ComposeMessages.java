package org.dudao.notification.composing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.dudao.notification.QuietHours;
import org.dudao.notification.Settings;
import org.dudao.notification.Template;
import org.dudao.notification.Templates;
import org.dudao.notification.Wording;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.Language;
import org.dudao.startup.WorkCalendars;
import org.jspecify.annotations.Nullable;

/** Writes the messages of a run of events, and their deliveries, with one statement: event × recipient, once. */
@ApplicationScoped
class ComposeMessages {

    /**
     * Held from the first message of a transaction to its commit, by every replica. Positions in the stream are drawn
     * under it, so they become visible in their order and no reader steps over one that is still uncommitted.
     */
    private static final String STREAM_ORDER = "SELECT pg_advisory_xact_lock(7366412)";

    private static final String COMPOSE = """
            WITH notice AS MATERIALIZED (
                SELECT * FROM jsonb_to_recordset(?::jsonb) AS n(
                    "eventId" uuid, kind text, "subjectType" text, "subjectId" uuid, rung text, title text, body text,
                    "templateVersion" int, facts jsonb, link text, urgent boolean, mailed boolean, "happenedAt" timestamptz,
                    units text[], "belowSuperior" text, bureau text, duties text[], "whoWasTold" boolean)
            ), addressed AS (
                SELECT n."eventId", t.unit_id FROM notice n CROSS JOIN LATERAL unnest(n.units) AS t(unit_id)
                UNION
                SELECT n."eventId", above.id
                  FROM notice n
                  JOIN unit u ON u.id = n."belowSuperior"
                  JOIN unit above ON above.id = u.parent_id AND above.kind <> 'BUREAU'
            ), officer AS MATERIALIZED (
                SELECT p.id, p.duty, b.id AS bureau_id
                  FROM person p
                  JOIN unit u ON u.id = p.unit_id
                 CROSS JOIN LATERAL (SELECT id FROM unit WHERE kind = 'BUREAU' AND u.path LIKE path || '%'
                                      ORDER BY length(path) DESC LIMIT 1) b
                 WHERE p.active AND p.duty IN ('SUPERVISOR', 'LEADER', 'ADMIN')
            ), recipient AS (
                SELECT a."eventId", p.id
                  FROM addressed a
                  JOIN person p ON p.unit_id = a.unit_id AND p.active AND p.duty IN ('HEAD', 'STAFF', 'INSPECTOR')
                UNION
                SELECT n."eventId", o.id
                  FROM notice n CROSS JOIN LATERAL unnest(n.duties) AS d(duty)
                  JOIN officer o ON o.bureau_id = n.bureau AND o.duty = d.duty
                UNION
                SELECT n."eventId", m.person_id
                  FROM notice n
                  JOIN message m ON m.subject_id = n."subjectId" AND m.subject_type = n."subjectType"
                  JOIN person p ON p.id = m.person_id AND p.active
                 WHERE n."whoWasTold"
            ), written AS (
                INSERT INTO message (event_id, person_id, unit_path, kind, subject_type, subject_id, rung, title, body,
                                     template_version, facts, link, urgent, happened_at, created_at)
                SELECT n."eventId", p.id, coalesce(u.path, b.path, '/'), n.kind, n."subjectType", n."subjectId", n.rung,
                       n.title, n.body, n."templateVersion", n.facts, n.link, n.urgent, n."happenedAt", ?
                  FROM notice n
                  JOIN recipient r ON r."eventId" = n."eventId"
                  JOIN person p ON p.id = r.id
                  LEFT JOIN unit u ON u.id = p.unit_id
                  LEFT JOIN unit b ON b.id = n.bureau
                    ON CONFLICT ON CONSTRAINT message_once DO NOTHING
                RETURNING id, event_id, person_id, unit_path, urgent
            ), queued AS (
                INSERT INTO delivery (message_id, channel, person_id, unit_path, urgent, due_at, queued_at)
                SELECT w.id, 'email', w.person_id, w.unit_path, w.urgent, CASE WHEN w.urgent THEN ? ELSE ? END, ?
                  FROM written w
                  JOIN notice n ON n."eventId" = w.event_id AND n.mailed
                  JOIN person p ON p.id = w.person_id AND p.email <> ''
                    ON CONFLICT ON CONSTRAINT delivery_once DO NOTHING
                RETURNING 1
            )
            SELECT (SELECT count(*) FROM written), (SELECT count(*) FROM queued),
                   (SELECT count(*) FROM notice n WHERE NOT EXISTS (SELECT FROM recipient r WHERE r."eventId" = n."eventId"))
            """;

    private final DataSource database;
    private final Clock clock;
    private final Settings settings;
    private final Templates templates;
    private final Wording wording;
    private final WorkCalendars calendars;
    private final AwaitUnits units;
    private final ObjectMapper json;
    private final MeterRegistry metrics;

    ComposeMessages(
            DataSource database,
            Clock clock,
            Settings settings,
            Templates templates,
            Wording wording,
            WorkCalendars calendars,
            AwaitUnits units,
            ObjectMapper json,
            MeterRegistry metrics) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
        this.templates = templates;
        this.wording = wording;
        this.calendars = calendars;
        this.units = units;
        this.json = json;
        this.metrics = metrics;
    }

    /** A notice as the statement reads it. */
    record Row(
            UUID eventId,
            String kind,
            String subjectType,
            UUID subjectId,
            @Nullable String rung,
            String title,
            String body,
            int templateVersion,
            Map<String, String> facts,
            String link,
            boolean urgent,
            boolean mailed,
            Instant happenedAt,
            List<String> units,
            @Nullable String belowSuperior,
            String bureau,
            List<String> duties,
            boolean whoWasTold) {}

    void compose(List<Notice> notices) {
        Set<String> named = new HashSet<>();
        notices.forEach(notice -> named.addAll(notice.to().named()));
        units.untilKnown(named);
        Templates.Texts texts = templates.in(Language.ZH);
        List<Row> rows = new ArrayList<>(notices.size());
        notices.forEach(notice -> rows.add(row(notice, texts)));
        write(rows);
    }

    private Row row(Notice notice, Templates.Texts texts) {
        Template template = texts.inApp(notice.kind());
        Template.Text text = template.fill(wording.spoken(notice.facts(), Language.ZH));
        return new Row(
                notice.eventId(),
                notice.kind().word(),
                notice.kind().subjectType(),
                notice.subjectId(),
                notice.rung() == null ? null : notice.rung().name(),
                text.title(),
                text.body(),
                template.version(),
                notice.facts(),
                notice.link(),
                notice.rung() != null && notice.rung().compareTo(settings.urgentFrom()) >= 0,
                notice.kind().mailed(),
                notice.happenedAt(),
                notice.to().units(),
                notice.to().belowSuperior(),
                notice.to().bureau(),
                notice.to().duties().stream().map(Enum::name).toList(),
                notice.to().whoWasTold());
    }

    private void write(List<Row> rows) {
        Instant now = clock.instant();
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        OffsetDateTime due =
                quietHours().release(now.plus(settings.email().window())).atOffset(ZoneOffset.UTC);
        try (Connection c = database.getConnection();
                Statement lock = c.createStatement();
                PreparedStatement compose = c.prepareStatement(COMPOSE)) {
            lock.execute(STREAM_ORDER);
            compose.setString(1, json.writeValueAsString(rows));
            compose.setObject(2, at);
            compose.setObject(3, at);
            compose.setObject(4, due);
            compose.setObject(5, at);
            try (ResultSet counts = compose.executeQuery()) {
                counts.next();
                String kind = rows.getFirst().kind();
                metrics.counter("messages_composed_total", "kind", kind).increment(counts.getInt(1));
                metrics.counter("deliveries_queued_total", "channel", "email").increment(counts.getInt(2));
                metrics.counter("events_without_recipient_total", "kind", kind).increment(counts.getInt(3));
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a notice that is no JSON", e);
        }
    }

    private QuietHours quietHours() {
        Settings.Quiet quiet = settings.quiet();
        return new QuietHours(quiet.from(), quiet.to(), quiet.daysOff(), calendars.current(), clock.getZone());
    }
}
