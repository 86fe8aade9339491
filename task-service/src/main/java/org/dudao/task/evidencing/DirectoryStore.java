package org.dudao.task.evidencing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Files in a directory, two levels deep. A file gets its name only when its bytes are on the disk, so a process that is
 * killed leaves a nameless one in {@code incoming}, which is swept, and never half of a named one.
 */
final class DirectoryStore implements ContentStore {

    private final Path directory;
    private final Path incoming;

    DirectoryStore(Path directory, Path incoming) {
        this.directory = directory;
        this.incoming = incoming;
    }

    @Override
    public void put(String key, Path file) throws IOException {
        Path named = named(key);
        if (Files.exists(named)) {
            return;
        }
        Files.createDirectories(incoming);
        Path nameless = incoming.resolve("put-" + UUID.randomUUID());
        try {
            copyToDisk(file, nameless);
            Path shelf = Files.createDirectories(shelf(key));
            Files.move(nameless, named, StandardCopyOption.ATOMIC_MOVE);
            force(shelf);
            force(directory);
        } finally {
            Files.deleteIfExists(nameless);
        }
    }

    @Override
    public InputStream open(String key, long from, long length) throws IOException {
        FileChannel file = FileChannel.open(named(key), StandardOpenOption.READ);
        file.position(from);
        return new FirstBytes(Channels.newInputStream(file), length);
    }

    @Override
    public void remove(String key) throws IOException {
        Files.deleteIfExists(named(key));
    }

    @Override
    public String toString() {
        return directory.toAbsolutePath().toString();
    }

    private Path named(String key) {
        return shelf(key).resolve(key.substring(2));
    }

    private Path shelf(String key) {
        return directory.resolve(key.substring(0, 2));
    }

    private static void copyToDisk(Path from, Path to) throws IOException {
        try (FileChannel source = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel target = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long done = 0, size = source.size(); done < size; ) {
                done += source.transferTo(done, size - done, target);
            }
            target.force(true);
        }
    }

    /** A name is on the disk only when its directory is. */
    private static void force(Path directory) throws IOException {
        try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
