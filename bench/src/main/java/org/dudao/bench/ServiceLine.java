package org.dudao.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.dudao.local.KafkaBroker;
import org.dudao.local.Ports;
import org.dudao.local.Topics;
import org.dudao.local.testing.Tokens;

/** PostgreSQL, Kafka and services as real processes with the flags of {@code ./dudao start}, for one run. */
final class ServiceLine implements AutoCloseable {

    private static final List<String> FLAGS =
            List.of("-Xms32m", "-Xmx192m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");

    private final Path project;
    private final ThrowawayPostgres postgres;
    private final KafkaBroker kafka;
    private final Map<String, String> urls = new HashMap<>();
    private final Map<String, Process> processes = new ConcurrentSkipListMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Thread end = new Thread(this::killServices);

    ServiceLine(Path project, Path parent) throws IOException {
        this.project = project;
        Runtime.getRuntime().addShutdownHook(end);
        this.postgres = new ThrowawayPostgres(parent);
        this.kafka = new KafkaBroker(
                postgres.directory().resolve("kafka"),
                postgres.directory().resolve("kafka.log"),
                Ports.free(),
                Ports.free());
        try {
            kafka.startForTests(List.of());
            Topics.createAt(kafka.bootstrapServers());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    ThrowawayPostgres postgres() {
        return postgres;
    }

    String brokers() {
        return kafka.bootstrapServers();
    }

    /** Starts one process of a service, the first one with its database, and says at which port. */
    int start(String service, String name, Map<String, String> settings) throws IOException {
        Path jar = project.resolve(service + "-service/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new Bench.Wrong(jar + " is not built; ./dudao bench builds it");
        }
        int port = Ports.free();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(FLAGS);
        String more = System.getenv("DUDAO_BENCH_JAVA_OPTS");
        if (more != null && !more.isBlank()) {
            command.addAll(List.of(more.replace("%s", name).split(" ")));
        }
        command.addAll(List.of("-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-jar", jar.toString()));
        Path log = postgres.directory().resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(log.toFile());
        String url = urls.computeIfAbsent(service, postgres::create);
        Map<String, String> environment = builder.environment();
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", Tokens.issuer());
        environment.put("QUARKUS_OIDC_DISCOVERY_ENABLED", "false");
        environment.put("QUARKUS_OIDC_JWKS_PATH", "certs");
        environment.put("QUARKUS_OIDC_JWKS_RESOLVE_EARLY", "false");
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", url.replaceFirst("\\?.*", ""));
        environment.put("QUARKUS_DATASOURCE_USERNAME", service);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", url.replaceFirst(".*password=", ""));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.putAll(settings);
        Process process = builder.start();
        processes.put(name, process);
        awaitReady(name, process, port, log);
        return port;
    }

    private void awaitReady(String name, Process process, int port, Path log) throws IOException {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!answers(port)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                List<String> lines = Files.readAllLines(log);
                throw new Bench.Wrong(name + " did not start: "
                        + String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size())));
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    private boolean answers(int port) {
        try {
            HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Connection connect(String service) throws SQLException {
        return DriverManager.getConnection(urls.getOrDefault(service, ""));
    }

    /** What each process took of memory at its highest, in MiB, Kafka last. */
    Map<String, Long> peakMemory() throws IOException {
        Map<String, Long> peaks = new LinkedHashMap<>();
        for (Map.Entry<String, Process> p : processes.entrySet()) {
            peaks.put(p.getKey(), Machine.peakMemory(p.getValue().pid()));
        }
        return peaks;
    }

    /** Processor seconds of each process so far. */
    Map<String, Double> processorSeconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        processes.forEach((name, p) -> seconds.put(
                name, p.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0));
        return seconds;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(end);
        // Asked first, so that a profile that was ordered is written.
        processes.values().forEach(Process::destroy);
        processes.values().forEach(ServiceLine::awaitEnd);
        killServices();
        kafka.kill();
        postgres.close();
    }

    private static void awaitEnd(Process process) {
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void killServices() {
        processes.values().forEach(Process::destroyForcibly);
    }
}
