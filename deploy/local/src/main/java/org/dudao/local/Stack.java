package org.dudao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A whole Dudao in one directory and one block of ports: PostgreSQL, Kafka, Keycloak, a mail server and the five
 * services, each a process of its own that outlives this object. The command {@code dudao} and the stories use the same
 * code; the stories also torment it.
 *
 * <pre>{@code
 * try (Stack stack = Stack.at(project, directory, 8300).start(Progress.silent())) {
 *     stack.kill9("task");
 *     stack.start("task");
 * }
 * }</pre>
 */
public final class Stack implements AutoCloseable {

    /** The services with a database and an API; the console is the fifth process. */
    public static final List<String> SERVICES = List.of("plan", "task", "supervision", "notification");

    private static final List<String> SERVICE_FLAGS =
            List.of("-Xms32m", "-Xmx192m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:-UsePerfData");
    private static final List<String> STOP_ORDER =
            List.of("console", "plan", "task", "supervision", "notification", "keycloak", "kafka", "mail", "postgres");

    private final Path project;
    private final Path home;
    private final int base;
    private final Secrets secrets;
    private final Build build;
    private final Postgres postgres;
    private final Keycloak keycloak;
    private final KafkaBroker kafka;
    private final AotCaches caches;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private @Nullable Path keycloakDistribution;

    private Stack(Path project, Path home, int base) {
        this.project = project.toAbsolutePath().normalize();
        this.home = home.toAbsolutePath().normalize();
        this.base = base;
        this.secrets = new Secrets(this.home.resolve("secrets"));
        this.build = new Build(this.project);
        this.caches = new AotCaches(this.project.resolve("deploy/local/target/aot"), this.home);
        this.postgres = new Postgres(
                Postgres.unpackedBinaries(),
                this.home.resolve("postgres"),
                this.home.resolve("logs/postgres.log"),
                base + 6,
                () -> secrets.of("postgres"));
        this.keycloak = new Keycloak(this.project, this.home.resolve("keycloak"), this.home.resolve("logs/build.log"));
        this.kafka =
                new KafkaBroker(this.home.resolve("kafka"), this.home.resolve("logs/kafka.log"), base + 7, base + 8);
        add("postgres", 6, 60, Map::of, postgres::isReady, postgres::command);
        add(
                "kafka",
                7,
                120,
                Map::of,
                () -> kafka.isReady() && Ports.answers(base + 7),
                () -> kafka.command(caches.flags(
                        "kafka",
                        List.of("-Xms64m", "-Xmx384m", "-XX:+UseSerialGC", "-XX:-UsePerfData"),
                        Child.partsClasspath() + AotCaches.fingerprint(Child.ownCode()))));
        add("keycloak", 5, 300, this::keycloakEnvironment, () -> status(issuer()) == 200, this::keycloakCommand);
        add("mail", 9, 60, Map::of, () -> Ports.answers(base + 9) && Ports.answers(base + 10), this::mailCommand);
        for (int i = 0; i < SERVICES.size(); i++) {
            String service = SERVICES.get(i);
            add(
                    service,
                    i + 1,
                    180,
                    () -> serviceEnvironment(service),
                    () -> isHealthy(service),
                    () -> serviceCommand(service, service + "-service"));
        }
        add(
                "console",
                0,
                180,
                this::consoleEnvironment,
                () -> isHealthy("console"),
                () -> serviceCommand("console", "console"));
    }

    /** The stack whose data lie in the directory; nothing is started yet. */
    public static Stack at(Path project, Path directory, int portBase) {
        return new Stack(project, directory, portBase);
    }

    /** Lets the first run of each part write the cache that makes later starts quick; stopping it takes longer then. */
    public Stack training() {
        caches.train();
        return this;
    }

    boolean isTraining() {
        return parts.keySet().stream().anyMatch(caches::isTraining);
    }

    private void add(
            String name,
            int offset,
            int patienceSeconds,
            java.util.function.Supplier<Map<String, String>> environment,
            java.util.function.BooleanSupplier ready,
            java.util.function.Supplier<List<String>> command) {
        parts.put(
                name,
                new Part(name, base + offset, home, Duration.ofSeconds(patienceSeconds), environment, ready, command));
    }

    // ---- what it does

    /** Builds what is stale, starts everything and returns when a login and a round trip through all services work. */
    public Stack start(Progress progress) {
        long begin = System.nanoTime();
        try (Lock lock = Lock.of(home.resolve("lock"))) {
            Machine.check(home, ports());
            rememberPorts();
            build.bringUpToDate(modules(), home.resolve("logs/build.log"), progress);
            startAll(progress);
            new Organisation(this, project.resolve("deploy/demo/organisation.json")).loadOnce(home, progress);
            awaitRoundTrip(progress);
            progress.done("ready", begin);
        }
        return this;
    }

    /** Stops everything that runs; what does not end by itself is killed. */
    public void stop() {
        try (Lock lock = Lock.of(home.resolve("lock"))) {
            try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> services = new ArrayList<>();
                for (String service : STOP_ORDER.subList(0, 6)) {
                    services.add(together.submit(() -> stop(service)));
                }
                services.forEach(Stack::get);
            }
            STOP_ORDER.subList(6, STOP_ORDER.size()).forEach(this::stop);
        }
    }

    /** A JVM that writes its cache while it ends needs longer. */
    private Duration grace(String name) {
        return caches.isTraining(name) ? Duration.ofSeconds(120) : Duration.ofSeconds(20);
    }

    /** Starts one part and waits until it is ready. */
    public void start(String name) {
        part(name).launch();
        part(name).awaitReady();
        if (name.equals("postgres")) {
            postgres.createDatabase("keycloak", secrets.of("database.keycloak"));
            SERVICES.forEach(service -> postgres.createDatabase(service, secrets.of("database." + service)));
        }
    }

    /** Starts one part and does not wait. */
    public void launch(String name) {
        part(name).launch();
    }

    public void awaitReady(String name) {
        part(name).awaitReady();
    }

    public boolean isReady(String name) {
        return part(name).isReady();
    }

    public void stop(String name) {
        part(name).stop(grace(name));
        caches.trained(name);
    }

    /** As a power cut would end it. */
    public void kill9(String name) {
        part(name).kill9();
    }

    public void restart(String name) {
        stop(name);
        start(name);
    }

    public void restartPostgres() {
        restart("postgres");
    }

    /** Stops everything; the data stay. */
    @Override
    public void close() {
        stop();
    }

    // ---- where its parts are

    /** Address of a service or of the console, without a slash at the end. */
    public String url(String name) {
        return "http://127.0.0.1:" + part(name).port();
    }

    public String consoleUrl() {
        return "http://localhost:" + base;
    }

    public String issuer() {
        return "http://127.0.0.1:" + (base + 5) + "/realms/dudao";
    }

    /** JDBC URL of a service's database with its user and password. */
    public String jdbcUrl(String database) {
        return postgres.jdbcUrl(database) + "?user=" + database + "&password=" + secrets.of("database." + database);
    }

    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    public int smtpPort() {
        return base + 9;
    }

    public int imapPort() {
        return base + 10;
    }

    public int portBase() {
        return base;
    }

    public Path home() {
        return home;
    }

    public Path logs() {
        return home.resolve("logs");
    }

    /** Password of all demo users. */
    public String demoPassword() {
        return secrets.of("demo");
    }

    /** An access token of a demo user, from a real login; good for an hour. */
    public String token(String username) {
        return Http.login(issuer(), username, demoPassword());
    }

    /** Id of the demo school's system and its secret, for the client credentials grant. */
    public String schoolSystemSecret() {
        return secrets.of("school-demo");
    }

    List<Part> parts() {
        return List.copyOf(parts.values());
    }

    Build build() {
        return build;
    }

    Path project() {
        return project;
    }

    /** Whether any part runs. */
    public boolean isRunning() {
        return parts.values().stream().anyMatch(p -> p.running().isPresent());
    }

    // ---- how

    private void startAll(Progress progress) {
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Path> distribution = together.submit(() -> keycloak.prepare(progress));
            Future<?> broker = together.submit(() -> startTold("kafka", progress));
            Future<?> mail = together.submit(() -> startTold("mail", progress));
            startTold("postgres", progress);
            keycloakDistribution = get(distribution);
            Future<?> login = together.submit(() -> startTold("keycloak", progress));
            get(broker);
            List<Future<?>> services = new ArrayList<>();
            for (String service : SERVICES) {
                services.add(together.submit(() -> startTold(service, progress)));
            }
            services.add(together.submit(() -> startTold("console", progress)));
            services.forEach(Stack::get);
            get(mail);
            get(login);
        }
    }

    private @Nullable Void startTold(String name, Progress progress) {
        long begin = System.nanoTime();
        start(name);
        progress.done(name, begin);
        return null;
    }

    /** A login, then one page of every service through its own API with that token. */
    private void awaitRoundTrip(Progress progress) {
        long begin = System.nanoTime();
        String token = token("supervisor");
        Map<String, String> pages = Map.of(
                "plan", "/api/plan/v1/plans?limit=1",
                "task", "/api/task/v1/tasks?limit=1",
                "supervision", "/api/supervision/v1/alerts?limit=1",
                "notification", "/api/notification/v1/messages?limit=1");
        for (String service : SERVICES) {
            Duration patience = Duration.ofSeconds(60);
            long end = System.nanoTime() + patience.toNanos();
            Http.Answer answer = Http.get(url(service) + pages.get(service), token);
            while (answer.status() != 200) {
                if (System.nanoTime() > end) {
                    throw new Trouble(
                            service + " does not answer a logged-in supervisor: " + answer.status() + " "
                                    + answer.body(),
                            "see " + part(service).log());
                }
                Child.pause(100);
                answer = Http.get(url(service) + pages.get(service), token);
            }
        }
        progress.done("login and round trip", begin);
    }

    private List<String> keycloakCommand() {
        Path distribution = keycloakDistribution;
        if (distribution == null) {
            distribution = keycloak.prepare(Progress.silent());
            keycloakDistribution = distribution;
        }
        List<String> flags = List.of(
                "-Xms64m",
                "-Xmx384m",
                "-XX:MetaspaceSize=96M",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData");
        return keycloak.command(distribution, caches.flags("keycloak", flags, distribution.toString()));
    }

    private Map<String, String> keycloakEnvironment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("keycloak.admin"));
        environment.put("KC_DB_URL", postgres.jdbcUrl("keycloak"));
        environment.put("KC_DB_USERNAME", "keycloak");
        environment.put("KC_DB_PASSWORD", secrets.of("database.keycloak"));
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", "127.0.0.1");
        environment.put("KC_HTTP_PORT", String.valueOf(base + 5));
        environment.put("KC_HOSTNAME", "http://127.0.0.1:" + (base + 5));
        environment.put("KC_CACHE", "local");
        environment.put("DUDAO_DEMO_PASSWORD", demoPassword());
        environment.put("DUDAO_CONSOLE_SECRET", secrets.of("console"));
        environment.put("DUDAO_SCHOOL_SECRET", schoolSystemSecret());
        environment.put("DUDAO_SANDBOX_SECRET", secrets.of("school-sandbox"));
        environment.put("DUDAO_CONSOLE_URL", consoleUrl());
        environment.put("DUDAO_CONSOLE_LOOPBACK_URL", "http://127.0.0.1:" + base);
        return environment;
    }

    private List<String> mailCommand() {
        List<String> command = new ArrayList<>(List.of(Child.java()));
        command.addAll(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
        command.addAll(List.of(
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                Child.partsClasspath(),
                MailServer.class.getName(),
                String.valueOf(base + 9),
                String.valueOf(base + 10)));
        return command;
    }

    private List<String> serviceCommand(String name, String module) {
        Path jar = build.runner(module);
        if (!Files.exists(jar)) {
            throw new Trouble(module + " is not built", "./dudao start builds it");
        }
        List<String> command = new ArrayList<>(List.of(Child.java()));
        command.addAll(caches.flags(name, SERVICE_FLAGS, AotCaches.fingerprint(jar)));
        command.addAll(List.of(
                "-Dfile.encoding=UTF-8",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                jar.toString()));
        return command;
    }

    private Map<String, String> commonEnvironment(String name) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(part(name).port()));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer());
        if (SERVICES.contains(name)) {
            // A service that checks tokens need not wait for Keycloak to start; it fetches the keys with the first
            // token.
            environment.put("QUARKUS_OIDC_DISCOVERY_ENABLED", "false");
            environment.put("QUARKUS_OIDC_JWKS_PATH", "protocol/openid-connect/certs");
            environment.put("QUARKUS_OIDC_JWKS_RESOLVE_EARLY", "false");
            environment.put("QUARKUS_OIDC_TOKEN_ISSUER", issuer());
        }
        environment.put("DUDAO_CLOCK_FILE", home.resolve("clock").toString());
        environment.put("DUDAO_ZONE", "Asia/Shanghai");
        return environment;
    }

    private Map<String, String> serviceEnvironment(String name) {
        Map<String, String> environment = commonEnvironment(name);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(name));
        environment.put("QUARKUS_DATASOURCE_USERNAME", name);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", secrets.of("database." + name));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        if (name.equals("task")) {
            environment.put("DUDAO_EVIDENCE_DIRECTORY", home.resolve("evidence").toString());
        }
        if (name.equals("notification")) {
            environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
            environment.put("QUARKUS_MAILER_PORT", String.valueOf(smtpPort()));
            environment.put("DUDAO_CONSOLE_URL", consoleUrl());
        }
        return environment;
    }

    private Map<String, String> consoleEnvironment() {
        Map<String, String> environment = commonEnvironment("console");
        environment.put("QUARKUS_OIDC_CREDENTIALS_SECRET", secrets.of("console"));
        SERVICES.forEach(service ->
                environment.put("DUDAO_" + service.toUpperCase(java.util.Locale.ROOT) + "_URL", url(service)));
        return environment;
    }

    private static List<String> modules() {
        List<String> modules =
                new ArrayList<>(SERVICES.stream().map(s -> s + "-service").toList());
        modules.add("console");
        return modules;
    }

    private Map<String, Integer> ports() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        parts.values().forEach(p -> ports.put(p.name(), p.port()));
        ports.put("kafka's controller", base + 8);
        ports.put("imap", base + 10);
        return ports;
    }

    /** The realm knows the console's address, so a directory stays with its ports. */
    private void rememberPorts() {
        Path file = home.resolve("port");
        try {
            if (Files.exists(file)) {
                String known = Files.readString(file).strip();
                if (!known.equals(String.valueOf(base))) {
                    throw new Trouble(
                            "the data in " + home + " belong to port " + known,
                            "start with DUDAO_PORT=" + known
                                    + ", or give these ports their own data with DUDAO_HOME_DIR");
                }
            } else {
                Files.createDirectories(home);
                Files.writeString(file, base + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isHealthy(String name) {
        return status(url(name) + "/q/health/ready") == 200;
    }

    private static int status(String url) {
        return Http.get(url, null).status();
    }

    private Part part(String name) {
        return Optional.ofNullable(parts.get(name))
                .orElseThrow(() ->
                        new Trouble("there is no part " + name, "the parts are " + String.join(", ", parts.keySet())));
    }

    private static <T extends @Nullable Object> T get(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
