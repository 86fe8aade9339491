package org.dudao.plan.reading;

import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.dudao.plan.reading.document.UnreadableDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Good files cut short and with bytes changed at random: each is read or refused with a reason, never anything else, and soon. */
class DamagedFilesTest {

    private static final int EACH = 150;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static byte[] file(String name) throws IOException {
        try (InputStream in = DamagedFilesTest.class.getResourceAsStream("/reading/formats/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static void readOrRefused(byte[] bytes, String damage) {
        assertTimeout(LONGEST, () -> {
            try {
                PlanReader.read(bytes);
            } catch (UnreadableDocument refused) {
                Objects.requireNonNull(refused.reason());
            } catch (Throwable other) {
                fail(damage, other);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.txt", "plan.docx", "plan.wps", "plan.ofd", "two-columns.pdf"})
    void is_read_or_refused(String name) throws IOException {
        byte[] whole = file(name);
        Random random = new Random(name.hashCode());
        for (int i = 0; i < EACH; i++) {
            int length = 1 + random.nextInt(whole.length);
            readOrRefused(Arrays.copyOf(whole, length), name + " cut after " + length);
            long seed = random.nextLong();
            readOrRefused(changed(whole, new Random(seed)), name + " changed with seed " + seed);
        }
    }

    /** A few bytes, or many. */
    private static byte[] changed(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int changes = 1 << random.nextInt(10);
        for (int i = 0; i < changes; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
