package org.dudao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JDK's ahead-of-time caches: a part's first run trains one, which is written when that run is stopped; later starts
 * of the same build, JDK and flags take a third of the time. They lie beside the build, so all its stacks share them.
 */
final class AotCaches {

    private final Path directory;
    private final Path home;
    private boolean mayTrain;

    AotCaches(Path directory, Path home) {
        this.directory = directory;
        this.home = home;
    }

    void train() {
        mayTrain = true;
    }

    /** The flags, and those that use the cache, or train it when there is none and nobody else is at it. */
    synchronized List<String> flags(String part, List<String> flags, String build) {
        String key = Integer.toHexString((flags + build + Runtime.version()).hashCode());
        Path cache = directory.resolve(part + "-" + key + ".aot");
        List<String> all = new ArrayList<>(flags);
        if (Files.exists(cache)) {
            trained(part);
            all.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
        } else if (!Files.exists(cache) && mayTrain && claim(part)) {
            forgetOlder(part);
            all.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
        }
        return all;
    }

    /** Whether this stack's part writes a cache when it ends. */
    boolean isTraining(String part) {
        return trainer(part).equals(home.toString());
    }

    /** After the part has ended. */
    void trained(String part) {
        try {
            if (isTraining(part)) {
                Files.deleteIfExists(mark(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String fingerprint(Path jar) {
        try {
            return jar + "@" + Files.getLastModifiedTime(jar).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean claim(String part) {
        try {
            Files.createDirectories(directory);
            String trainer = trainer(part);
            if (!trainer.isEmpty() && !Files.exists(Path.of(trainer, "run", part + ".pid"))) {
                Files.deleteIfExists(mark(part));
            }
            Files.writeString(mark(part), home.toString(), StandardOpenOption.CREATE_NEW);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String trainer(String part) {
        try {
            return Files.exists(mark(part)) ? Files.readString(mark(part)) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private Path mark(String part) {
        return directory.resolve(part + ".training");
    }

    private void forgetOlder(String part) {
        try (Stream<Path> caches = Files.list(directory)) {
            for (Path old : caches.filter(f -> f.getFileName().toString().startsWith(part + "-"))
                    .toList()) {
                Files.delete(old);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
