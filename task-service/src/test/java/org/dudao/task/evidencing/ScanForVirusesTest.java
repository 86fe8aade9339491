package org.dudao.task.evidencing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dudao.startup.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanForVirusesTest {

    @TempDir
    Path directory;

    private Path file;
    private byte[] bytes;

    @BeforeEach
    void a_file_of_several_pieces() throws IOException {
        bytes = new byte[200_000];
        new java.util.Random(1).nextBytes(bytes);
        file = Files.write(directory.resolve("file"), bytes);
    }

    /** Speaks clamd's protocol for one connection: the command, pieces with their length, an answer that ends in a zero. */
    private static CompletableFuture<byte[]> clamd(ServerSocket door, @Nullable String answer) {
        CompletableFuture<byte[]> heard = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (Socket caller = door.accept();
                    DataInputStream in = new DataInputStream(caller.getInputStream())) {
                assertEquals("zINSTREAM\0", new String(in.readNBytes(10), US_ASCII));
                ByteArrayOutputStream pieces = new ByteArrayOutputStream();
                for (int n; (n = in.readInt()) > 0; ) {
                    pieces.write(in.readNBytes(n));
                }
                if (answer != null) {
                    caller.getOutputStream().write((answer + "\0").getBytes(US_ASCII));
                }
                heard.complete(pieces.toByteArray());
            } catch (IOException | AssertionError e) {
                heard.completeExceptionally(e);
            }
        });
        return heard;
    }

    private @Nullable Problem scan(@Nullable String answer) throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<byte[]> heard = clamd(door, answer);
            Problem refusal = null;
            try {
                new ScanForViruses(settings(door.getLocalPort())).scan(file);
            } catch (Problem e) {
                refusal = e;
            }
            assertArrayEquals(bytes, heard.join());
            return refusal;
        }
    }

    @Test
    void a_clean_file_passes_whole() throws IOException {
        assertEquals(null, scan("stream: OK"));
    }

    @Test
    void a_virus_is_refused() throws IOException {
        assertEquals(
                "evidence-virus", scan("stream: Win.Test.EICAR_HDB-1 FOUND").slug());
    }

    @Test
    void what_clamd_can_not_tell_is_not_taken() throws IOException {
        assertEquals(503, scan("INSTREAM size limit exceeded. ERROR").status());
        assertEquals(503, scan("").status());
        assertEquals(503, scan(null).status());
    }

    @Test
    void where_nobody_answers_nothing_is_taken() throws IOException {
        int nobody;
        try (ServerSocket door = new ServerSocket(0)) {
            nobody = door.getLocalPort();
        }
        ScanForViruses scan = new ScanForViruses(settings(nobody));
        assertEquals(503, assertThrows(Problem.class, () -> scan.scan(file)).status());
    }

    private static EvidenceSettings settings(int port) {
        return new EvidenceSettings() {
            @Override
            public Kind store() {
                return Kind.DIRECTORY;
            }

            @Override
            public Path directory() {
                return Path.of("target");
            }

            @Override
            public S3 s3() {
                throw new UnsupportedOperationException();
            }

            @Override
            public long largest() {
                return 1;
            }

            @Override
            public int mostPerTask() {
                return 1;
            }

            @Override
            public boolean video() {
                return false;
            }

            @Override
            public Clamd clamd() {
                return new Clamd() {
                    @Override
                    public Optional<String> host() {
                        return Optional.of("127.0.0.1");
                    }

                    @Override
                    public int port() {
                        return port;
                    }

                    @Override
                    public int timeoutMs() {
                        return 5_000;
                    }
                };
            }
        };
    }
}
