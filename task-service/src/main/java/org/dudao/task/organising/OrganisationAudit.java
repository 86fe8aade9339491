package org.dudao.task.organising;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.Caller;
import org.dudao.startup.Problem;
import org.jspecify.annotations.Nullable;

/** One audit row per changed unit or person, written with one statement. */
@ApplicationScoped
class OrganisationAudit {

    private final Caller caller;
    private final Clock clock;
    private final DataSource database;

    OrganisationAudit(Caller caller, Clock clock, DataSource database) {
        this.caller = caller;
        this.clock = clock;
        this.database = database;
    }

    /** After the rows are there: at the first import the caller's own unit is among them. */
    void changed(String subject, List<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        try (Connection c = database.getConnection();
                PreparedStatement insert =
                        c.prepareStatement("""
                        INSERT INTO audit (at, who, unit_path, source, act, subject, subject_id, after)
                        SELECT ?, ?, ?, ?, 'changed', ?, x.id, to_jsonb(x) - 'phone' - 'email'
                          FROM %s x WHERE x.id = ANY (?) ORDER BY x.id
                        """.formatted(subject.equals("unit") ? "unit" : "person"))) {
            insert.setObject(1, Instant.now(clock).atOffset(ZoneOffset.UTC));
            insert.setString(2, caller.username());
            insert.setString(3, unitPathOrNone());
            insert.setString(4, caller.source());
            insert.setString(5, subject);
            insert.setArray(6, c.createArrayOf("text", ids.toArray()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private @Nullable String unitPathOrNone() {
        try {
            return caller.unitPath();
        } catch (Problem noKnownUnit) {
            return null;
        }
    }
}
