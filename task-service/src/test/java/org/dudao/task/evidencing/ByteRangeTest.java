package org.dudao.task.evidencing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.dudao.startup.Problem;
import org.junit.jupiter.api.Test;

class ByteRangeTest {

    @Test
    void a_stretch_a_rest_and_an_end_are_understood() {
        assertEquals(Optional.of(new ByteRange(2, 3)), ByteRange.of("bytes=2-4", 10));
        assertEquals(Optional.of(new ByteRange(7, 3)), ByteRange.of("bytes=7-", 10));
        assertEquals(Optional.of(new ByteRange(6, 4)), ByteRange.of("bytes=-4", 10));
        assertEquals(Optional.of(new ByteRange(0, 10)), ByteRange.of("bytes=-40", 10));
        assertEquals(Optional.of(new ByteRange(9, 1)), ByteRange.of("bytes=9-99999", 10));
    }

    @Test
    void what_need_not_be_understood_gets_the_whole() {
        assertEquals(Optional.empty(), ByteRange.of(null, 10));
        assertEquals(Optional.empty(), ByteRange.of("bytes=-", 10));
        assertEquals(Optional.empty(), ByteRange.of("lines=1-2", 10));
        assertEquals(Optional.empty(), ByteRange.of("bytes=0-1,3-4", 10));
    }

    @Test
    void what_lies_outside_is_refused() {
        assertEquals(
                416,
                assertThrows(Problem.class, () -> ByteRange.of("bytes=10-", 10)).status());
        assertEquals(
                416,
                assertThrows(Problem.class, () -> ByteRange.of("bytes=5-3", 10)).status());
    }
}
