package org.dudao.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * A real PostgreSQL as its own process: durable (fsync on), on the loopback address only, with one database and one user
 * per service. PostgreSQL refuses to run as root, so for root it runs as the user {@code postgres} or {@code nobody}.
 */
public final class Postgres {

    private static final String OWNER = "postgres";

    private final Path binaries;
    private final Path data;
    private final Path log;
    private final int port;
    private final Supplier<String> password;
    private @Nullable Process process;

    public Postgres(Path binaries, Path data, Path log, int port, Supplier<String> password) {
        this.binaries = binaries.toAbsolutePath();
        this.data = data.toAbsolutePath();
        this.log = log.toAbsolutePath();
        this.port = port;
        this.password = password;
    }

    /** Where the binaries of this version stay on this machine. */
    public static Path unpackedBinaries() {
        return Directories.cache().resolve("postgres-" + version());
    }

    private static String version() {
        try (InputStream in = Postgres.class.getResourceAsStream("/versions.properties")) {
            java.util.Properties versions = new java.util.Properties();
            versions.load(in);
            return versions.getProperty("postgresql");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Makes the cluster when it is new and returns the command that serves it. */
    List<String> command() {
        unpack();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise();
        }
        List<String> command = new ArrayList<>(asUser());
        command.addAll(List.of(
                binaries.resolve("bin/postgres").toString(), "-D", data.toString(), "-p", String.valueOf(port)));
        return command;
    }

    boolean isReady() {
        if (!Ports.answers(port)) {
            return false;
        }
        try (Connection c = connect()) {
            return c.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Starts it for the length of a test run. */
    public void startForTests() {
        Process started = Child.start(command(), Map.of(), binaries, log);
        process = started;
        Child.await("PostgreSQL", started, log, Duration.ofSeconds(60), this::isReady);
    }

    public long pid() {
        return process == null ? -1 : process.pid();
    }

    /** Without goodbye: for a cluster that is thrown away. */
    public void kill() {
        if (process != null) {
            Child.end(process.toHandle(), Duration.ofMillis(1));
        }
    }

    /** A database and its owner of the same name, when they are missing. */
    public void createDatabase(String name, String ownerPassword) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        try (Connection c = connect();
                Statement s = c.createStatement()) {
            if (!exists(s, "select 1 from pg_roles where rolname = '" + name + "'")) {
                s.execute("create role " + name + " login password '" + ownerPassword.replace("'", "''") + "'");
            }
            if (!exists(s, "select 1 from pg_database where datname = '" + name + "'")) {
                s.execute("create database " + name + " owner " + name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL would not create the database " + name, e);
        }
    }

    private static boolean exists(Statement s, String query) throws SQLException {
        try (ResultSet r = s.executeQuery(query)) {
            return r.next();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl("postgres") + "?loginTimeout=5", OWNER, password.get());
    }

    private void initialise() {
        try {
            Files.createDirectories(data);
            Path secret = Files.createTempFile(
                    data.getParent(),
                    "pw",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(secret, password.get());
                giveAway(data, secret);
                List<String> initdb = new ArrayList<>(asUser());
                initdb.addAll(List.of(
                        binaries.resolve("bin/initdb").toString(),
                        "-D",
                        data.toString(),
                        "-U",
                        OWNER,
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + secret,
                        "-E",
                        "UTF8",
                        "--locale=C.UTF-8"));
                Child.run(initdb, Map.of(), binaries, log);
            } finally {
                Files.deleteIfExists(secret);
            }
            Path conf = data.resolve("postgresql.conf");
            Files.writeString(conf, """

                    listen_addresses = '127.0.0.1'
                    unix_socket_directories = ''
                    max_connections = 200
                    shared_buffers = 64MB
                    fsync = on
                    synchronous_commit = on
                    timezone = 'UTC'
                    log_timezone = 'UTC'
                    """, java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Nothing, or for root the words that give root away. The one capability kept lets the server enter root's own
     * directories; the secure bit makes access(2) respect it. Where a container forbids both, it goes without.
     */
    private static List<String> asUser() {
        if (!isRoot()) {
            return List.of();
        }
        List<String> plain =
                List.of("setpriv", "--reuid=" + unprivileged(), "--regid=" + unprivilegedGroup(), "--clear-groups");
        List<String> entering = new ArrayList<>(plain);
        entering.addAll(
                List.of("--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--securebits=+no_setuid_fixup"));
        return Child.succeeds(entering, "true") ? entering : plain;
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static String unprivileged() {
        return idOf("/etc/passwd", 2);
    }

    private static String unprivilegedGroup() {
        return idOf("/etc/passwd", 3);
    }

    private static String idOf(String file, int field) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            Map<String, String> ids = lines.map(l -> l.split(":", -1))
                    .filter(f -> f.length > field)
                    .collect(java.util.stream.Collectors.toMap(f -> f[0], f -> f[field], (a, b) -> a));
            return ids.getOrDefault("postgres", ids.getOrDefault("nobody", "65534"));
        } catch (IOException e) {
            return "65534";
        }
    }

    private void giveAway(Path... paths) throws IOException {
        if (isRoot()) {
            for (Path path : paths) {
                Files.setAttribute(path, "unix:uid", Integer.parseInt(unprivileged()));
                Files.setAttribute(path, "unix:gid", Integer.parseInt(unprivilegedGroup()));
            }
        }
    }

    /** Unpacks the binaries once; several runs at the same time each unpack, the first one's directory stays. */
    private void unpack() {
        if (Files.isExecutable(binaries.resolve("bin/postgres"))) {
            return;
        }
        try {
            Files.createDirectories(binaries.getParent());
            Path fresh = Files.createTempDirectory(binaries.getParent(), "unpacking");
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive()))) {
                for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
                    unpack(tar, e, fresh);
                }
            }
            try {
                Files.move(fresh, binaries, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
                Directories.delete(fresh);
            } catch (FileSystemException e) {
                if (!Files.exists(binaries)) {
                    throw e;
                }
                Directories.delete(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(target.getParent());
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, root.resolve(entry.getLinkName()).normalize());
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static InputStream archive() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String name = "/postgres-" + os + "-" + arch + ".txz";
        InputStream in = Postgres.class.getResourceAsStream(name);
        if (in == null) {
            throw new Trouble("no PostgreSQL for " + os + " " + arch, "run on Linux or macOS, x86-64 or ARM64");
        }
        return in;
    }
}
