package org.dudao.task.evidencing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketStoreTest {

    @TempDir
    Path directory;

    private S3Server server;
    private Path file;

    @BeforeEach
    void a_server_with_a_bucket() throws IOException {
        server = S3Server.start(directory);
        file = Files.write(directory.resolve("sent"), new byte[] {0, 1, 2, 3, 4, 5});
    }

    @AfterEach
    void ends() {
        server.close();
    }

    private BucketStore store(String bucket, String secret) {
        return store(server.endpoint(), bucket, secret);
    }

    private static BucketStore store(URI endpoint, String bucket, String secret) {
        return new BucketStore(endpoint, "us-east-1", bucket, S3Server.KEY, secret);
    }

    @Test
    void what_was_put_is_read_back_in_whole_and_in_part_and_goes_when_removed() throws IOException {
        BucketStore store = store(S3Server.BUCKET, S3Server.SECRET);
        store.put("ab12", file);
        store.put("ab12", file);
        try (InputStream whole = store.open("ab12", 0, 6);
                InputStream part = store.open("ab12", 2, 3);
                InputStream more = store.open("ab12", 0, Integer.MAX_VALUE)) {
            assertArrayEquals(new byte[] {0, 1, 2, 3, 4, 5}, whole.readAllBytes());
            assertArrayEquals(new byte[] {2, 3, 4}, part.readAllBytes());
            assertEquals(6, more.readAllBytes().length);
        }
        store.remove("ab12");
        store.remove("ab12");
        assertThrows(NoSuchFileException.class, () -> store.open("ab12", 0, 6));
    }

    @Test
    void a_wrong_key_or_bucket_or_a_silent_server_is_a_fault_and_no_success() {
        assertThrows(IOException.class, () -> store(S3Server.BUCKET, "wrong").put("ab12", file));
        assertThrows(
                IOException.class, () -> store("elsewhere", S3Server.SECRET).put("ab12", file));
        BucketStore store = store(S3Server.BUCKET, S3Server.SECRET);
        server.close();
        IOException fault = assertThrows(IOException.class, () -> store.put("ab12", file));
        assertTrue(fault.getMessage().contains(S3Server.BUCKET), fault.getMessage());
    }
}
