package org.dudao.task.rehearsing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.dudao.local.testing.RealInfrastructure;
import org.dudao.local.testing.Tokens;
import org.dudao.task.TestClock;
import org.dudao.task.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a school's programmer does first: generates a client from what the service says of itself, and works with it.
 * The day is in {@code client/SchoolDay.java}, compiled against the generated classes.
 */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "task"))
class GeneratedClientIT {

    private static final Path GENERATOR = Path.of("target/generator/openapi-generator.jar");

    @Inject
    TestClock clock;

    @TempDir
    Path folder;

    @BeforeEach
    void today() {
        clock.set("2026-03-02T01:00:00Z");
        World.units();
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_generated_client_carries_a_schools_day_through_the_sandbox() throws Exception {
        Path classes = compiled(generated());
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, Thread.currentThread().getContextClassLoader())) {
            var day = (Function<Map<String, String>, Map<String, Object>>)
                    loader.loadClass("SchoolDay").getDeclaredConstructor().newInstance();

            Map<String, Object> found = day.apply(Map.of(
                    "url", "http://localhost:" + RestAssured.port,
                    "token", Tokens.of("school-sandbox", "sandbox-school", "school-system"),
                    "folder", folder.toString()));

            assertEquals(found.get("laidOut"), found.get("listed"));
            assertEquals(true, found.get("overdueFirst"));
            assertEquals(true, found.get("byDueDay"));
            assertEquals("accepted", found.get("signed"));
            assertEquals(1, found.get("proofs"));
            assertEquals(true, found.get("sheet"));
            assertEquals("under_way", found.get("told"));
            assertEquals(true, found.get("wanted"));
            assertEquals("submitted", found.get("handedIn"));
            assertEquals(40, found.get("many"));
            assertEquals(40, found.get("reported"));
            assertEquals(40, found.get("repeated"));
            assertEquals(404, found.get("refused"));
            assertEquals(
                    5L, found.get("changed"), "accepted, reported, asked for time, reported once more and submitted");
            nobody_hears_of_it(UUID.fromString((String) found.get("task")));
        }
    }

    private void nobody_hears_of_it(UUID task) {
        World.supervisor().get("/tasks/" + task).then().statusCode(404);
        assertTrue(World.eventsOf(task).isEmpty());
        assertEquals(0, World.count("SELECT count(*) FROM outbox WHERE aggregateid = ?", task.toString()));
        assertEquals(0, World.count("SELECT count(*) FROM deadline WHERE task_id = ?", task));
    }

    private Path generated() throws IOException, InterruptedException {
        Path document = folder.resolve("openapi.json");
        Files.writeString(
                document,
                given().get("/q/openapi?format=json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
        Path log = folder.resolve("generator.log");
        Path target = folder.resolve("client");
        Process generator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        GENERATOR.toString(),
                        "generate",
                        "-g",
                        "java",
                        "--library",
                        "native",
                        "-i",
                        document.toString(),
                        "-o",
                        target.toString(),
                        "--global-property",
                        "apiTests=false,modelTests=false,apiDocs=false,modelDocs=false",
                        "--additional-properties",
                        "openApiNullable=false")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertTrue(generator.waitFor(5, TimeUnit.MINUTES), "the generator does not end");
        assertEquals(0, generator.exitValue(), Files.readString(log));
        return target.resolve("src/main/java");
    }

    private Path compiled(Path sources) throws IOException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> generated = Files.walk(sources)) {
            List<Path> all = Stream.concat(
                            generated.filter(p -> p.toString().endsWith(".java")),
                            Stream.of(Path.of("src/test/resources/client/SchoolDay.java")))
                    .toList();
            StringWriter errors = new StringWriter();
            boolean good = compiler.getTask(
                            errors,
                            files,
                            null,
                            List.of(
                                    "-d",
                                    classes.toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "-proc:none"),
                            null,
                            files.getJavaFileObjectsFromPaths(all))
                    .call();
            assertTrue(good, errors.toString());
        }
        return classes;
    }
}
