package org.dudao.task.metering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.dudao.outbox.DatabaseFault;
import org.dudao.startup.Audit;
import org.dudao.startup.Caller;

/** How many hours an item of each kind is taken to cost. */
@ApplicationScoped
class Efforts {

    private final DataSource database;
    private final Audit audit;
    private final Caller caller;

    Efforts(DataSource database, Audit audit, Caller caller) {
        this.database = database;
        this.audit = audit;
        this.caller = caller;
    }

    public record Effort(AskKind kind, BigDecimal hours) {}

    List<Effort> all() {
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement("SELECT kind, hours FROM ask_effort ORDER BY hours DESC, kind");
                ResultSet r = select.executeQuery()) {
            List<Effort> all = new ArrayList<>();
            while (r.next()) {
                all.add(new Effort(AskKind.of(r.getString(1)), r.getBigDecimal(2)));
            }
            return all;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    @Transactional
    List<Effort> set(List<Effort> efforts) {
        List<Effort> before = all();
        try (Connection c = database.getConnection();
                PreparedStatement update = c.prepareStatement("UPDATE ask_effort SET hours = ? WHERE kind = ?")) {
            for (Effort effort : efforts) {
                update.setBigDecimal(1, effort.hours());
                update.setString(2, effort.kind().word());
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
        List<Effort> after = all();
        audit.record(caller, "efforts-set", "burden", "efforts", before, after);
        return after;
    }
}
