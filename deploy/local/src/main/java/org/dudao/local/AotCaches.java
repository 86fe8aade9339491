package org.dudao.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JDK's ahead-of-time caches: a part's first run trains one, which is written when that run is stopped; later starts
 * of the same build, JDK and flags take a third of the time.
 */
final class AotCaches {

    private final Path directory;

    AotCaches(Path directory) {
        this.directory = directory;
    }

    /** The flags, and those that use or train the cache. */
    synchronized List<String> flags(String part, List<String> flags, String build) {
        if (System.getenv("DUDAO_AOT") != null && System.getenv("DUDAO_AOT").equals("off")) {
            return flags;
        }
        String key = Integer.toHexString((flags + build + Runtime.version()).hashCode());
        Path cache = directory.resolve(part + "-" + key + ".aot");
        List<String> all = new ArrayList<>(flags);
        try {
            Files.createDirectories(directory);
            if (Files.exists(cache)) {
                all.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
                Files.deleteIfExists(mark(part));
            } else {
                forgetOlder(part);
                Files.writeString(mark(part), "");
                all.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    boolean isTraining(String part) {
        return Files.exists(mark(part));
    }

    static String fingerprint(Path jar) {
        try {
            return jar + "@" + Files.getLastModifiedTime(jar).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path mark(String part) {
        return directory.resolve(part + ".training");
    }

    private void forgetOlder(String part) throws IOException {
        try (Stream<Path> caches = Files.list(directory)) {
            for (Path old : caches.filter(f -> f.getFileName().toString().startsWith(part + "-"))
                    .toList()) {
                Files.delete(old);
            }
        }
    }
}
