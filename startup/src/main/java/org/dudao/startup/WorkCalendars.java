package org.dudao.startup;

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
import javax.sql.DataSource;
import org.dudao.contracts.UnitEvent.CalendarChanged;
import org.dudao.contracts.WorkCalendar;
import org.dudao.outbox.DatabaseFault;

/** The work calendar this service knows. task-service owns it; the others copy its events here. */
@ApplicationScoped
public class WorkCalendars {

    private final DataSource database;

    public WorkCalendars(DataSource database) {
        this.database = database;
    }

    /** All known years as one calendar. A handful of rows; read it once per use case, not per task. */
    public WorkCalendar current() {
        WorkCalendar calendar = WorkCalendar.weekdays();
        try (Connection c = database.getConnection();
                PreparedStatement select =
                        c.prepareStatement("SELECT year, version, holidays, make_up_days FROM work_calendar");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                calendar = calendar.with(new CalendarChanged(
                        rows.getInt(1), rows.getLong(2), days(rows.getArray(3)), days(rows.getArray(4))));
            }
            return calendar;
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    /** Writes a year as it stands now; an older version than the known one changes nothing. */
    public void copy(CalendarChanged year) {
        try (Connection c = database.getConnection();
                PreparedStatement upsert = c.prepareStatement("""
                        INSERT INTO work_calendar (year, version, holidays, make_up_days) VALUES (?, ?, ?, ?)
                        ON CONFLICT (year) DO UPDATE
                           SET version = excluded.version, holidays = excluded.holidays, make_up_days = excluded.make_up_days
                         WHERE work_calendar.version < excluded.version
                        """)) {
            upsert.setInt(1, year.year());
            upsert.setLong(2, year.version());
            upsert.setArray(3, dates(c, year.holidays()));
            upsert.setArray(4, dates(c, year.makeUpDays()));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static List<LocalDate> days(Array array) throws SQLException {
        return Arrays.stream((Date[]) array.getArray()).map(Date::toLocalDate).toList();
    }

    private static Array dates(Connection c, List<LocalDate> days) throws SQLException {
        return c.createArrayOf("date", days.stream().map(LocalDate::toString).toArray());
    }
}
