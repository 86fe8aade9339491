package org.dudao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.dudao.local.Directories;
import org.dudao.local.Ports;
import org.dudao.local.Postgres;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL that {@code ./dudao start} runs, with its settings, for one run in a directory of its own. */
final class ThrowawayPostgres implements AutoCloseable {

    private static final String PASSWORD = "bench";

    private final Path directory;
    private final Postgres postgres;
    private @Nullable Connection watching;
    private final Thread end = new Thread(this::remove);

    ThrowawayPostgres(Path parent) throws IOException {
        directory = Files.createTempDirectory(parent, "dudao-bench");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        postgres = new Postgres(
                Postgres.unpackedBinaries(),
                directory.resolve("postgres"),
                directory.resolve("postgres.log"),
                Ports.free(),
                () -> PASSWORD);
        Runtime.getRuntime().addShutdownHook(end);
        postgres.startForTests();
    }

    Path directory() {
        return directory;
    }

    /** The URL of a new database, with the user that owns it. */
    String create(String database) {
        postgres.createDatabase(database, PASSWORD);
        return url(database, database);
    }

    /** Ends the sessions of a database whose last statement is like this. */
    void end(String database, String statement) throws SQLException {
        try (Connection c = DriverManager.getConnection(url("postgres", "postgres"));
                PreparedStatement end = c.prepareStatement(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ? AND query LIKE ?")) {
            end.setString(1, database);
            end.setString(2, statement);
            end.execute();
        }
    }

    void checkpoint() throws SQLException {
        try (Connection c = DriverManager.getConnection(url("postgres", "postgres"));
                Statement s = c.createStatement()) {
            s.execute("CHECKPOINT");
        }
    }

    String describe() throws SQLException {
        try (Connection c = DriverManager.getConnection(url("postgres", "postgres"));
                Statement s = c.createStatement()) {
            List<String> settings = new ArrayList<>();
            for (String name : List.of("fsync", "synchronous_commit", "full_page_writes", "shared_buffers")) {
                settings.add(name + " " + one(s, "SHOW " + name));
            }
            return "PostgreSQL " + one(s, "SHOW server_version") + " (" + String.join(", ", settings) + "), "
                    + org.postgresql.Driver.getVersion();
        }
    }

    /** What its busy sessions do at the moment: database, what it waits for, and the beginning of the statement. */
    List<String> activities() throws SQLException {
        Connection watch =
                watching == null ? watching = DriverManager.getConnection(url("postgres", "postgres")) : watching;
        List<String> activities = new ArrayList<>();
        try (Statement s = watch.createStatement();
                ResultSet rows = s.executeQuery("""
                        SELECT datname || ': ' || coalesce(wait_event_type || ' ' || wait_event, 'running') || ': '
                               || left(regexp_replace(query, '\\s+', ' ', 'g'), 60)
                          FROM pg_stat_activity
                         WHERE state = 'active' AND datname <> 'postgres' AND query !~ '^SELECT (count|coalesce.max)'
                        """)) {
            while (rows.next()) {
                activities.add(rows.getString(1));
            }
        }
        return activities;
    }

    private static String one(Statement s, String query) throws SQLException {
        try (ResultSet row = s.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private String url(String database, String user) {
        return postgres.jdbcUrl(database) + "?user=" + user + "&password=" + PASSWORD;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(end);
        remove();
    }

    private void remove() {
        postgres.kill();
        try {
            Directories.delete(directory);
        } catch (IOException e) {
            System.err.println("bench: " + directory + " could not be deleted: " + e.getMessage());
        }
    }
}
