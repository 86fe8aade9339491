package org.dudao.task.evidencing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryStoreTest {

    private static final int SIZE = 3_000_000;

    @TempDir
    Path directory;

    private DirectoryStore store() {
        return new DirectoryStore(directory, directory.resolve("incoming"));
    }

    @Test
    void what_was_put_is_read_back_in_whole_and_in_part_and_put_twice_is_put_once() throws IOException {
        Path file = Files.write(directory.resolve("sent"), new byte[] {0, 1, 2, 3, 4, 5});
        store().put("abcdef", file);
        store().put("abcdef", file);
        try (InputStream whole = store().open("abcdef", 0, 6);
                InputStream part = store().open("abcdef", 2, 3)) {
            assertArrayEquals(new byte[] {0, 1, 2, 3, 4, 5}, whole.readAllBytes());
            assertArrayEquals(new byte[] {2, 3, 4}, part.readAllBytes());
        }
        store().remove("abcdef");
        store().remove("abcdef");
        assertThrows(NoSuchFileException.class, () -> store().open("abcdef", 0, 6));
        try (Stream<Path> left = Files.list(directory.resolve("incoming"))) {
            assertEquals(0, left.count());
        }
    }

    /** Puts file after file until it is killed, in a process of its own. */
    static final class Putting {
        public static void main(String[] arguments) throws IOException {
            Path directory = Path.of(arguments[0]);
            byte[] bytes = new byte[SIZE];
            Arrays.fill(bytes, (byte) 7);
            Path file = Files.write(directory.resolve("sent"), bytes);
            DirectoryStore store = new DirectoryStore(directory, directory.resolve("incoming"));
            for (int i = 0; ; i++) {
                store.put("aa" + i, file);
                System.out.println(i);
            }
        }
    }

    @Test
    void a_process_killed_at_any_moment_leaves_no_half_of_a_named_file_and_loses_none_it_answered_for()
            throws IOException {
        for (int round = 0; round < 3; round++) {
            Path own = Files.createDirectories(directory.resolve("round" + round));
            Process putting = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Putting.class.getName(),
                            own.toString())
                    .redirectErrorStream(true)
                    .start();
            long answered = 0;
            try (var lines = putting.inputReader()) {
                for (String line; answered < 5 + 3 * round && (line = lines.readLine()) != null; ) {
                    assertEquals(String.valueOf(answered), line);
                    answered++;
                }
                putting.destroyForcibly();
            }
            List<Path> named;
            try (Stream<Path> all = Files.list(own.resolve("aa"))) {
                named = all.toList();
            }
            assertTrue(named.size() >= answered, named.size() + " of " + answered);
            for (Path file : named) {
                assertEquals(SIZE, Files.size(file), file.toString());
            }
        }
    }
}
