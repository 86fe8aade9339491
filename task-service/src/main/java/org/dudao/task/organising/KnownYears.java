package org.dudao.task.organising;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.dudao.contracts.UnitEvent.CalendarChanged;
import org.dudao.outbox.DatabaseFault;

/** The years whose calendar is known. */
@ApplicationScoped
class KnownYears {

    private final DataSource database;

    KnownYears(DataSource database) {
        this.database = database;
    }

    /** Two replicas that start together take turns. */
    void lock() {
        try (Connection c = database.getConnection();
                PreparedStatement lock =
                        c.prepareStatement("SELECT pg_advisory_xact_lock(hashtext('work calendar'))")) {
            lock.execute();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    Optional<CalendarChanged> find(int year) {
        try (Connection c = database.getConnection();
                PreparedStatement select = c.prepareStatement(
                        "SELECT version, holidays, make_up_days FROM work_calendar WHERE year = ?")) {
            select.setInt(1, year);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new CalendarChanged(year, row.getLong(1), days(row.getArray(2)), days(row.getArray(3))))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static List<LocalDate> days(Array array) throws SQLException {
        return Arrays.stream((Date[]) array.getArray()).map(Date::toLocalDate).toList();
    }
}
