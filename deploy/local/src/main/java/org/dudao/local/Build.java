package org.dudao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds what is stale and only that: a module is fresh when its product is newer than all it is made of. */
final class Build {

    private static final List<String> SHARED = List.of("contracts", "outbox", "startup", "official-document");
    private static final Set<String> NOT_SOURCES = Set.of("node_modules", "target", "dist", "test", "e2e", "generated");
    private static final Map<String, String> PRODUCTS = Map.of("stories", "target/stories-1.0.0-SNAPSHOT.jar");

    private final Path project;

    Build(Path project) {
        this.project = project;
    }

    void bringUpToDate(List<String> modules, Path log, Progress progress) {
        List<String> stale = modules.stream().filter(this::isStale).toList();
        if (stale.isEmpty()) {
            return;
        }
        long start = System.nanoTime();
        progress.note("building " + String.join(", ", stale) + " (log: " + log + ")");
        Maven.run(
                project,
                List.of(
                        "package",
                        "-pl",
                        String.join(",", stale),
                        "-am",
                        "-DskipTests",
                        "-Dmaven.test.skip=true",
                        "-Dspotless.check.skip=true"),
                log,
                progress);
        progress.done("built", start);
    }

    Path runner(String module) {
        return project.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }

    private boolean isStale(String module) {
        Path product = PRODUCTS.containsKey(module)
                ? project.resolve(module).resolve(PRODUCTS.getOrDefault(module, ""))
                : runner(module);
        try {
            if (!Files.exists(product)) {
                return true;
            }
            FileTime made = Files.getLastModifiedTime(product);
            return changedSince(made, project.resolve("pom.xml"))
                    || changedSince(made, project.resolve(module))
                    || SHARED.stream().anyMatch(shared -> changedSince(made, project.resolve(shared)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean changedSince(FileTime made, Path root) {
        Newest newest = new Newest();
        try {
            if (Files.isDirectory(root)) {
                if (Files.exists(root.resolve("pom.xml"))) {
                    newest.see(Files.getLastModifiedTime(root.resolve("pom.xml")));
                }
                if (Files.isDirectory(root.resolve("src"))) {
                    Files.walkFileTree(root.resolve("src"), newest);
                }
            } else {
                newest.see(Files.getLastModifiedTime(root));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return newest.time.compareTo(made) > 0;
    }

    private static final class Newest extends SimpleFileVisitor<Path> {
        private FileTime time = FileTime.fromMillis(0);

        void see(FileTime other) {
            if (other.compareTo(time) > 0) {
                time = other;
            }
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return NOT_SOURCES.contains(directory.getFileName().toString())
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            see(attributes.lastModifiedTime());
            return FileVisitResult.CONTINUE;
        }
    }
}
