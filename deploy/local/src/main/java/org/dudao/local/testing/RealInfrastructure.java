package org.dudao.local.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.dudao.local.Directories;
import org.dudao.local.KafkaBroker;
import org.dudao.local.Ports;
import org.dudao.local.Postgres;
import org.dudao.local.Topics;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * PostgreSQL, Kafka and an issuer of tokens for the tests of one service, once per JVM:
 * {@code @QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "task"))}.
 * The system property {@code test.infra} chooses: {@code embedded} processes, {@code docker} (Testcontainers), or
 * {@code auto} (Docker when it answers).
 */
public final class RealInfrastructure implements QuarkusTestResourceLifecycleManager {

    private static final String JDBC = "dudao.test.jdbc";
    private static final String KAFKA = "dudao.test.kafka";
    private static final String PASSWORD = "test";

    private String database = "test";

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        synchronized (Runtime.getRuntime()) {
            if (System.getProperty(JDBC) == null) {
                if (docker()) {
                    startContainers();
                } else {
                    startProcesses();
                }
            }
            createDatabase();
        }
        settings.put("quarkus.datasource.jdbc.url", jdbcUrl(database));
        settings.put("quarkus.datasource.username", database);
        settings.put("quarkus.datasource.password", PASSWORD);
        settings.put("kafka.bootstrap.servers", System.getProperty(KAFKA));
        settings.put("quarkus.oidc.auth-server-url", Issuer.url());
        settings.put("quarkus.devservices.enabled", "false");
        settings.put("quarkus.http.test-port", "0");
        return settings;
    }

    /** The parts stay for the next test class and end with the JVM. */
    @Override
    public void stop() {}

    /** The JDBC URL of a database of this run; its user has the same name, its password is {@code test}. */
    public static String jdbcUrl(String database) {
        return System.getProperty(JDBC).replace("{database}", database);
    }

    public static String bootstrapServers() {
        return System.getProperty(KAFKA);
    }

    private void createDatabase() {
        try (Connection c = DriverManager.getConnection(jdbcUrl("postgres"), "postgres", PASSWORD);
                Statement s = c.createStatement()) {
            try (var found = s.executeQuery("select 1 from pg_database where datname = '" + database + "'")) {
                if (found.next()) {
                    return;
                }
            }
            s.execute("create role " + database + " login password '" + PASSWORD + "'");
            s.execute("create database " + database + " owner " + database);
        } catch (SQLException e) {
            throw new IllegalStateException("no database for the tests", e);
        }
    }

    private static void startProcesses() {
        try {
            Path run = Files.createTempDirectory("dudao-test");
            Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwxr-xr-x"));
            int port = Ports.free();
            Postgres postgres = new Postgres(
                    Postgres.unpackedBinaries(),
                    run.resolve("postgres"),
                    run.resolve("postgres.log"),
                    port,
                    () -> PASSWORD);
            KafkaBroker kafka =
                    new KafkaBroker(run.resolve("kafka"), run.resolve("kafka.log"), Ports.free(), Ports.free());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                kafka.kill();
                postgres.kill();
                try {
                    Directories.delete(run);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
            postgres.startForTests();
            kafka.startForTests(List.of(postgres.pid()));
            System.setProperty(JDBC, postgres.jdbcUrl("{database}"));
            System.setProperty(KAFKA, kafka.bootstrapServers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Set up as the processes are, so that the same tests hold. Testcontainers' own reaper ends the containers. */
    private static void startContainers() {
        PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18")
                .withUsername("postgres")
                .withPassword(PASSWORD)
                .withEnv("POSTGRES_INITDB_ARGS", "--encoding=UTF8 --locale=C.UTF-8");
        KafkaContainer kafka =
                new KafkaContainer("apache/kafka:4.1.1").withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(postgres::start, RealInfrastructure::apart),
                        CompletableFuture.runAsync(kafka::start, RealInfrastructure::apart))
                .join();
        try {
            Topics.createAt(kafka.getBootstrapServers());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        System.setProperty(
                JDBC, "jdbc:postgresql://" + postgres.getHost() + ":" + postgres.getMappedPort(5432) + "/{database}");
        System.setProperty(KAFKA, kafka.getBootstrapServers());
    }

    /** Testcontainers looks up its own parts with the thread's class loader, which in the common pool is another one. */
    private static void apart(Runnable task) {
        Thread thread = new Thread(task, "containers");
        thread.setContextClassLoader(RealInfrastructure.class.getClassLoader());
        thread.setDaemon(true);
        thread.start();
    }

    private static boolean docker() {
        return switch (System.getProperty("test.infra", "auto")) {
            case "embedded" -> false;
            case "docker" -> true;
            case "auto" -> dockerAnswers();
            default -> throw new IllegalArgumentException("test.infra is auto, embedded or docker");
        };
    }

    /** Asked by hand over the socket: Testcontainers itself would take seconds and fill the log when nobody answers. */
    private static boolean dockerAnswers() {
        String host = System.getenv("DOCKER_HOST");
        URI uri = URI.create(host == null || host.isBlank() ? "unix:///var/run/docker.sock" : host);
        if (!"unix".equals(uri.getScheme())) {
            int port = uri.getPort() < 0 ? 2375 : uri.getPort();
            return uri.getHost() == null || Ports.answers(new InetSocketAddress(uri.getHost(), port));
        }
        Path socket = Path.of(uri.getPath());
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(java.net.UnixDomainSocketAddress.of(socket))) {
            channel.write(
                    ByteBuffer.wrap("GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(64);
            channel.read(answer);
            return new String(answer.array(), StandardCharsets.US_ASCII).contains(" 200 ");
        } catch (IOException e) {
            return false;
        }
    }
}
