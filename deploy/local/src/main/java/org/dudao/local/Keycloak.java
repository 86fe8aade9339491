package org.dudao.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The real Keycloak. Its distribution is unpacked and built for PostgreSQL once per machine; each stack has a home of its
 * own beside it, with the realm to import, so that several stacks share one distribution.
 */
final class Keycloak {

    private final Path project;
    private final Path home;
    private final Path log;

    Keycloak(Path project, Path home, Path log) {
        this.project = project;
        this.home = home.toAbsolutePath();
        this.log = log;
    }

    /** Fetches, unpacks and builds what is missing; the second time it is a no-op. */
    Path prepare(Progress progress) {
        try {
            Path archive = archive(progress);
            String version = archive.getFileName().toString().replaceAll("^keycloak-quarkus-dist-|\\.tar\\.gz$", "");
            Path distribution = Directories.cache().resolve("keycloak-" + version);
            if (!Files.isDirectory(distribution)) {
                progress.note("unpacking and building Keycloak " + version + ", once (about a minute)");
                unpack(archive, distribution);
            }
            Path realm = Files.createDirectories(home.resolve("data/import"));
            Files.copy(
                    project.resolve("deploy/keycloak/dudao-realm.json"),
                    realm.resolve("dudao-realm.json"),
                    StandardCopyOption.REPLACE_EXISTING);
            for (String shared : List.of("conf", "lib", "providers", "themes")) {
                Path link = home.resolve(shared);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.resolve(shared));
            }
            return distribution;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> command(Path distribution, List<String> flags) {
        List<String> command = new ArrayList<>(List.of(Child.java()));
        command.addAll(flags);
        command.addAll(List.of(
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dfile.encoding=UTF-8",
                "-Djava.net.preferIPv4Stack=true",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + distribution.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-Dkc.config.built=true",
                "-cp",
                distribution.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm"));
        return command;
    }

    private Path archive(Progress progress) throws IOException {
        Path target = project.resolve("deploy/local/target/keycloak");
        if (found(target).isEmpty()) {
            progress.note("fetching Keycloak (176 MB, once)");
            Maven.run(project, List.of("-pl", "deploy/local", "dependency:copy@keycloak"), log, progress);
        }
        return found(target)
                .orElseThrow(
                        () -> new Trouble("Keycloak was not fetched", "see " + log + " and run the command again"));
    }

    private static java.util.Optional<Path> found(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return java.util.Optional.empty();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(f -> f.toString().endsWith(".tar.gz")).findFirst();
        }
    }

    private void unpack(Path archive, Path distribution) throws IOException {
        Files.createDirectories(distribution.getParent());
        // Two stacks may start at the same time; the second waits for the first one's result.
        try (var lock = Lock.of(distribution.resolveSibling(distribution.getFileName() + ".lock"))) {
            if (Files.isDirectory(distribution)) {
                return;
            }
            Path fresh = Files.createTempDirectory(distribution.getParent(), "unpacking");
            try (InputStream file = Files.newInputStream(archive);
                    TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file, 1 << 16))) {
                for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
                    unpack(tar, e, fresh);
                }
            }
            Child.run(
                    List.of(fresh.resolve("bin/kc.sh").toString(), "build", "--db=postgres"),
                    Map.of("JAVA_HOME", System.getProperty("java.home")),
                    fresh,
                    log);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            try {
                Files.move(fresh, distribution, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException e) {
                if (!Files.isDirectory(distribution)) {
                    throw e;
                }
                Directories.delete(fresh);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path name = Path.of(entry.getName());
        if (name.getNameCount() < 2) {
            return;
        }
        Path target = root.resolve(name.subpath(1, name.getNameCount())).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
